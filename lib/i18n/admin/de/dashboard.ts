/** The first page of the admin. */
export const dashboard = {
  'Hello, {name}': 'Hallo, {name}',
  'New post': 'Neuer Beitrag',
  'Needs attention': 'Zu erledigen',
  'Your posts in the last 30 days': 'Ihre Beiträge in den letzten 30 Tagen',
  'Get started': 'Erste Schritte',
  'A title and a few lines are enough. It stays a draft until you publish it.':
    'Ein Titel und ein paar Zeilen genügen. Der Beitrag bleibt ein Entwurf, bis Sie ihn veröffentlichen.',
  'Set up an ad slot': 'Werbeplatz einrichten',
  'Paste the code from your ad network, or use your own image or text.':
    'Fügen Sie den Code Ihres Werbenetzwerks ein, oder verwenden Sie ein eigenes Bild oder einen eigenen Text.',
  'You’re all caught up.': 'Alles erledigt.',
  '{file} is being read for an import or its preview.': '{file} wird für einen Import oder dessen Vorschau gelesen.',
  'The import of {file} stopped before it was finished. What was imported is kept; running it again continues from there.':
    'Der Import von {file} hielt an, bevor er fertig war. Was importiert wurde, bleibt erhalten; ein neuer Start macht dort weiter.',
  'View progress': 'Fortschritt ansehen',
  'View details': 'Details ansehen',
  'No mail server is set up. Invitations and links for signing up, signing in and new passwords are not sent, but saved as files in the folder outbox of the data folder. Set SMTP_URL to send them.':
    'Es ist kein Mailserver eingerichtet. Einladungen und Links zum Registrieren, zum Anmelden und für neue Passwörter werden nicht verschickt, sondern als Dateien im Ordner outbox des Datenordners gespeichert. Setzen Sie SMTP_URL, um sie zu verschicken.',
  'Readers get the maintenance page in place of the site.': 'Leser sehen statt der Website die Wartungsseite.',
  'Change that': 'Das ändern',
  '{count, plural, one {# e-mail} other {# e-mails}} could not be delivered.':
    '{count, plural, one {# E-Mail konnte} other {# E-Mails konnten}} nicht zugestellt werden.',
  '{count, plural, one {# e-mail} other {# e-mails}} could not be delivered ({error}).':
    '{count, plural, one {# E-Mail konnte} other {# E-Mails konnten}} nicht zugestellt werden ({error}).',
  'Delivery is retried automatically; the mail server is set with SMTP_URL.':
    'Die Zustellung wird von selbst wiederholt; der Mailserver wird mit SMTP_URL eingestellt.',
  'Open the post': 'Beitrag öffnen',
  'Readers’ browsers removed the code of the slot “{name}” from pages.':
    'Browser von Lesern haben den Code des Werbeplatzes „{name}“ von Seiten entfernt.',
  '“{name}” was disabled, because {reason}.': '„{name}“ wurde deaktiviert, denn {reason}.',
  '{count, plural, one {# comment is} other {# comments are}} awaiting approval.':
    '{count, plural, one {# Kommentar wartet} other {# Kommentare warten}} auf Freigabe.',
  Moderate: 'Moderieren',
  '{count, plural, one {# comment was} other {# comments were}} reported by readers.':
    '{count, plural, one {# Kommentar wurde} other {# Kommentare wurden}} von Lesern gemeldet.',
  Decide: 'Entscheiden',
  '{count, plural, one {# suggested correction awaits} other {# suggested corrections await}} a decision.':
    '{count, plural, one {# Korrekturvorschlag wartet} other {# Korrekturvorschläge warten}} auf eine Entscheidung.',
  Untitled: 'Ohne Titel',
  'The featured image of “{title}” has no alt text.': 'Das Beitragsbild von „{title}“ hat keinen Alternativtext.',
  '{count} featured images have no alt text.': '{count} Beitragsbilder haben keinen Alternativtext.',
  'Add alt text': 'Alternativtext ergänzen',
  '{done} of {count} done': '{done} von {count} erledigt',
  'Hide these steps': 'Diese Schritte ausblenden',
  ' (done)': ' (erledigt)',
  'Write your first post': 'Den ersten Beitrag schreiben',
  'Or import from another system': 'Oder aus einem anderen System importieren',
  'Choose a look': 'Das Aussehen wählen',
  'Layout, fonts, colours and a logo, with a preview before readers see them.':
    'Layout, Schriften, Farben und ein Logo, mit einer Vorschau, bevor Leser sie sehen.',
  'Arrange the menus': 'Die Menüs anordnen',
  'Until you do, the site lists its most used tags and its pages.':
    'Bis dahin zeigt die Website ihre häufigsten Schlagwörter und ihre Seiten.',
  'Invite a colleague': 'Jemanden einladen',
  'Each gets a role: what it allows is said beside it.':
    'Jede Person bekommt eine Rolle; was sie erlaubt, steht daneben.',
  '{count, plural, one {# appeal awaits} other {# appeals await}} a decision.':
    '{count, plural, one {# Widerspruch wartet} other {# Widersprüche warten}} auf eine Entscheidung.',
  'Latest comments': 'Neueste Kommentare',
  'No comments yet.': 'Noch keine Kommentare.',
  'on {post}': 'zu {post}',
  'Comment without text': 'Kommentar ohne Text',
  Drafts: 'Entwürfe',
  'No drafts.': 'Keine Entwürfe.',
  'All drafts ({count})': 'Alle Entwürfe ({count})',
  'Edited {moment}': 'Bearbeitet {moment}',
  'Scheduled next': 'Demnächst geplant',
  'Nothing is scheduled.': 'Nichts ist geplant.',
  'What was read, and from where': 'Was gelesen wurde, und woher Leser kamen',
  'The first steps are shown again.': 'Die ersten Schritte werden wieder angezeigt.',
  'The first steps are hidden.': 'Die ersten Schritte sind ausgeblendet.',
};
