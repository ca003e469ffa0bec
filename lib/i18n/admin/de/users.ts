/** Users and invitations. */
export const users = {
  User: 'Benutzer',
  'No e-mail address: this user cannot sign in.': 'Keine E-Mail-Adresse: Dieser Benutzer kann sich nicht anmelden.',
  'Since {day}': 'Seit {day}',
  '{counted} {count, plural, one {page} other {pages}}': '{counted} {count, plural, one {Seite} other {Seiten}}',
  '{counted} {count, plural, one {comment} other {comments}}':
    '{counted} {count, plural, one {Kommentar} other {Kommentare}}',
  'E-mails about comments are not sent since {day}, because the mail server of this address refused them:':
    'E-Mails zu Kommentaren werden seit {day} nicht verschickt, weil der Mailserver dieser Adresse sie abgelehnt hat:',
  'Only an owner can change the account of an owner or an admin.':
    'Nur ein Inhaber kann das Konto eines Inhabers oder Administrators ändern.',
  'Give this author an account': 'Diesem Autor ein Konto geben',
  'They can then edit their posts and comments.': 'Er kann dann seine Beiträge und Kommentare bearbeiten.',
  'Send invitation': 'Einladung senden',
  'Create account': 'Konto anlegen',
  Role: 'Rolle',
  'Takes effect immediately; they have to sign in again.': 'Gilt sofort; der Benutzer muss sich neu anmelden.',
  'Change role': 'Rolle ändern',
  Sessions: 'Sitzungen',
  'If a device was lost, or someone else may have access.':
    'Falls ein Gerät verloren ging oder jemand anderes Zugriff haben könnte.',
  'Sign out everywhere': 'Überall abmelden',
  Suspended: 'Gesperrt',
  Suspend: 'Sperren',
  'Until {day}.': 'Bis {day}.',
  'No end date.': 'Kein Enddatum.',
  'Suspended users can no longer sign in. Their posts and comments stay.':
    'Gesperrte Benutzer können sich nicht mehr anmelden. Ihre Beiträge und Kommentare bleiben.',
  'Lift the suspension': 'Sperre aufheben',
  'Shown to them when they try to sign in.': 'Wird beim Versuch angezeigt, sich anzumelden.',
  'Leave empty for no end date.': 'Leer lassen, wenn es kein Enddatum gibt.',
  'Have new comments await approval, or be seen by their author and moderators alone.':
    'Neue Kommentare auf Freigabe warten lassen oder nur dem Verfasser und Moderatoren zeigen.',
  'Moderate their comments': 'Kommentare moderieren',
  'Invite user': 'Benutzer einladen',
  'They get an e-mail with a link to their account, valid for seven days.':
    'Die E-Mail mit dem Link zum Konto gilt sieben Tage.',
  'No mail server is set up. The e-mail with the link to their account, valid for seven days, is saved as a file in the folder outbox of the data folder: send them the link yourself, or set SMTP_URL first.':
    'Es ist kein Mailserver eingerichtet. Die E-Mail mit dem Link zum Konto, der sieben Tage gilt, wird als Datei im Ordner outbox des Datenordners gespeichert: Verschicken Sie den Link selbst, oder setzen Sie zuerst SMTP_URL.',
  'Everyone with an account, and authors without one.': 'Alle mit einem Konto, und Autoren ohne Konto.',
  'No users found. Try fewer words, the beginning of a name or e-mail address, or all roles.':
    'Keine Benutzer gefunden. Versuchen Sie es mit weniger Wörtern, dem Anfang eines Namens oder einer E-Mail-Adresse oder mit allen Rollen.',
  'No users yet.': 'Noch keine Benutzer.',
  'Name or e-mail': 'Name oder E-Mail',
  'Search users': 'Benutzer durchsuchen',
  'All roles': 'Alle Rollen',
  '{count, plural, one {# post or page} other {# posts and pages}}':
    '{count, plural, one {# Beitrag oder Seite} other {# Beiträge und Seiten}}',
  'No e-mail address': 'Keine E-Mail-Adresse',
  'Invitation link': 'Einladungslink',
  'Copy it now and pass it on: it is shown only once. Whoever opens it within seven days is signed in.':
    'Kopieren Sie ihn jetzt und geben Sie ihn weiter: Er wird nur einmal gezeigt. Wer ihn innerhalb von sieben Tagen öffnet, ist angemeldet.',
  Joined: 'Beigetreten',
  'Last seen': 'Zuletzt gesehen',
  Wrote: 'Geschrieben',
  'New role': 'Neue Rolle',
  'Lift suspension': 'Sperre aufheben',
  'Roles changed: {count}.': 'Geänderte Rollen: {count}.',
  'Users suspended: {count}.': 'Gesperrte Benutzer: {count}.',
  'Suspensions lifted: {count}.': 'Aufgehobene Sperren: {count}.',
  '{name} is suspended already.': '{name} ist bereits gesperrt.',
  '{name} is not suspended.': '{name} ist nicht gesperrt.',
  'e-mails refused since {day}': 'E-Mails abgelehnt seit {day}',
  '{role}, not confirmed': '{role}, nicht bestätigt',
};
