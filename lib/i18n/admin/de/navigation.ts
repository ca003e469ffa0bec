/** The layout of the admin, its sidebar and its keyboard shortcuts. */
export const navigation = {
  'Admin##area': 'Verwaltung',
  'Skip to content': 'Zum Inhalt springen',
  Dashboard: 'Dashboard',
  Posts: 'Beiträge',
  Comments: 'Kommentare',
  Media: 'Medien',
  Pages: 'Seiten',
  Tags: 'Schlagwörter',
  'Ad slots': 'Werbeplätze',
  Users: 'Benutzer',
  Import: 'Import',
  Settings: 'Einstellungen',
  'System status': 'Systemstatus',
  'awaiting approval': 'warten auf Freigabe',
  'awaiting approval or reported': 'warten auf Freigabe oder wurden gemeldet',
  More: 'Mehr',
  'View site': 'Website ansehen',
  'Your account': 'Ihr Konto',
  'Sign out': 'Abmelden',
  Theme: 'Farbschema',
  System: 'System',
  Light: 'Hell',
  Dark: 'Dunkel',
  Shortcuts: 'Tastenkürzel',
  'Keyboard shortcuts': 'Tastenkürzel',
  Close: 'Schließen',
  'This list': 'Diese Liste',
  Next: 'Nächster Eintrag',
  Previous: 'Vorheriger Eintrag',
  Open: 'Öffnen',
  Select: 'Auswählen',
  Search: 'Suchen',
  New: 'Neu',
  'Page not found': 'Seite nicht gefunden',
  'It may have been removed, or your account has no access to it.':
    'Sie wurde vielleicht entfernt, oder Ihr Konto hat keinen Zugriff auf sie.',
  '<dashboard>Go to the dashboard</dashboard> or <site>view the site</site>':
    '<dashboard>Zum Dashboard</dashboard> oder <site>Website ansehen</site>',
  'This page could not be shown': 'Diese Seite konnte nicht angezeigt werden',
  'Something went wrong on our side. What was saved before is safe.':
    'Auf unserer Seite ist etwas schiefgegangen. Was vorher gespeichert wurde, ist sicher.',
  Reload: 'Neu laden',
  'Go to the dashboard': 'Zum Dashboard',
  'If it happens again, give the administrator this number: {digest}':
    'Wenn es wieder geschieht, nennen Sie der Administration diese Nummer: {digest}',
  '{count} fields need attention:': '{count} Felder brauchen Aufmerksamkeit:',
  'This site was updated while the page was open, so nothing was saved. What you typed is still here: copy anything long, reload the page and send it again.':
    'Diese Website wurde aktualisiert, während die Seite offen war; deshalb wurde nichts gespeichert. Was Sie geschrieben haben, steht noch hier: Kopieren Sie Längeres, laden Sie die Seite neu, und senden Sie es noch einmal.',
  'The server could not be reached: you may be offline.':
    'Der Server war nicht zu erreichen: Vielleicht sind Sie offline.',
  'What you entered is still here. Please try again.':
    'Was Sie eingegeben haben, steht noch hier. Bitte versuchen Sie es noch einmal.',
  'What you entered is still here. Make it smaller and send it again.':
    'Was Sie eingegeben haben, steht noch hier. Verkleinern Sie es, und senden Sie es noch einmal.',
  'Something went wrong on our side.': 'Auf unserer Seite ist etwas schiefgegangen.',
  'This form has too many fields. At most {count} fields are accepted at once, and nothing was saved. Please choose fewer.':
    'Dieses Formular hat zu viele Felder. Höchstens {count} Felder werden auf einmal angenommen, und nichts wurde gespeichert. Bitte wählen Sie weniger.',
  'Please use at most {count} characters here.': 'Bitte verwenden Sie hier höchstens {count} Zeichen.',
  'Please use at least {count} characters here.': 'Bitte verwenden Sie hier mindestens {count} Zeichen.',
  'Please use at most {count} entries here.': 'Bitte geben Sie hier höchstens {count} Einträge an.',
  'Please use at least {count} entries here.': 'Bitte geben Sie hier mindestens {count} Einträge an.',
  'Please use at most {count} here.': 'Bitte geben Sie hier höchstens {count} an.',
  'Please use at least {count} here.': 'Bitte geben Sie hier mindestens {count} an.',
  'Please check what you entered here.': 'Bitte prüfen Sie, was Sie hier eingegeben haben.',
  'Please enter a number here.': 'Bitte geben Sie hier eine Zahl ein.',
  'Please enter one value here, as text.': 'Bitte geben Sie hier einen Wert als Text ein.',
  'Enter the day as 2026-12-24, or leave it empty.':
    'Geben Sie den Tag in der Form 2026-12-24 ein, oder lassen Sie das Feld leer.',
  'Choose a day that is still to come.': 'Wählen Sie einen Tag, der noch kommt.',
  'The database cannot be reached at the moment. Please try again in a moment.':
    'Die Datenbank ist im Moment nicht zu erreichen. Bitte versuchen Sie es gleich noch einmal.',
  'The disk of the server is full, so nothing can be saved. Free some space there, then try again.':
    'Der Speicherplatz des Servers ist voll; deshalb kann nichts gespeichert werden. Schaffen Sie dort Platz, und versuchen Sie es noch einmal.',
};
