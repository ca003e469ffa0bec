/** Imports from other systems. */
export const imports = {
  'All imports': 'Alle Importe',
  'The import stopped after {done, number} of {total, number} entries. What was imported is kept; continuing imports the rest and nothing twice.':
    'Der Import hielt nach {done, number} von {total, number} Einträgen an. Was importiert wurde, bleibt erhalten; beim Fortsetzen wird der Rest importiert und nichts doppelt.',
  'The import stopped before anything was imported.': 'Der Import hielt an, bevor etwas importiert wurde.',
  'Preview again': 'Neue Vorschau',
  'Continue import': 'Import fortsetzen',
  'Import now': 'Jetzt importieren',
  'Undo this import': 'Diesen Import rückgängig machen',
  'Undo the import of {file}?': 'Den Import von {file} rückgängig machen?',
  'Undo the import of this file?': 'Den Import dieser Datei rückgängig machen?',
  'Started by {name}.': 'Gestartet von {name}.',
  'This was a preview: nothing was imported.': 'Das war eine Vorschau: Es wurde nichts importiert.',
  'It continues in the background; you can close this page.':
    'Er läuft im Hintergrund weiter; Sie können diese Seite schließen.',
  'The import has finished.': 'Der Import ist abgeschlossen.',
  'Import posts, comments, images and redirects from {systems}.':
    'Beiträge, Kommentare, Bilder und Weiterleitungen aus {systems} importieren.',
  'Past imports': 'Bisherige Importe',
  'No imports yet': 'Noch keine Importe',
  'Old addresses': 'Alte Adressen',
  'These are not found here:': 'Diese werden hier nicht gefunden:',
  '{count, number} more of them are not listed.': '{count, number} weitere sind nicht aufgeführt.',
  '{done, number} of {total, number} entries read.': '{done, number} von {total, number} Einträgen gelesen.',
  'Reading the file …': 'Datei wird gelesen …',
  'Entries read': 'Gelesene Einträge',
  Reading: 'Wird gelesen',
  Running: 'Läuft',
  Interrupted: 'Unterbrochen',
  Failed: 'Fehlgeschlagen',
  Done: 'Fertig',
  Undone: 'Rückgängig gemacht',
  Preview: 'Vorschau',
  'by {name}': 'von {name}',
  'nothing new': 'nichts Neues',
  'Settings of the old site': 'Einstellungen der alten Website',
  'There are no settings to apply.': 'Es gibt keine Einstellungen zu übernehmen.',
  'What would change': 'Was sich ändern würde',
  Setting: 'Einstellung',
  Here: 'Hier',
  'On the old site': 'Auf der alten Website',
  none: 'keine',
  'Undoing the import does not change them back.': 'Wird der Import rückgängig gemacht, bleiben sie geändert.',
  'Apply these settings': 'Diese Einstellungen übernehmen',
  'Pingbacks and trackbacks': 'Pingbacks und Trackbacks',
  Authors: 'Autoren',
  'Tags (categories too)': 'Schlagwörter (auch Kategorien)',
  Images: 'Bilder',
  'Other files': 'Andere Dateien',
  'What was hidden stays hidden from readers: {hidden}.': 'Was verborgen war, bleibt Lesern verborgen: {hidden}.',
  'Old and new addresses as CSV': 'Alte und neue Adressen als CSV',
  'Would not be imported': 'Würde nicht importiert',
  'Not imported': 'Nicht importiert',
  'Would be imported with changes': 'Würde mit Änderungen importiert',
  'Imported with changes': 'Mit Änderungen importiert',
  'What would be imported': 'Was importiert würde',
  'What was imported': 'Was importiert wurde',
  What: 'Was',
  'Would be new': 'Würde neu',
  'Would be updated': 'Würde aktualisiert',
  'Already imported': 'Schon importiert',
  'This import was undone.': 'Dieser Import wurde rückgängig gemacht.',
  'What was kept': 'Was erhalten blieb',
  'These files are larger than 4 GB in total. Send the media library in several imports, each with the export.':
    'Diese Dateien sind zusammen größer als 4 GB. Senden Sie die Mediathek in mehreren Importen, jeweils mit dem Export.',
  'A sitemap of the old site, or a text file with one URL per line. The report says which of them work here.':
    'Eine Sitemap der alten Website oder eine Textdatei mit einer Adresse je Zeile. Der Bericht sagt, welche davon hier funktionieren.',
  'Media files': 'Mediendateien',
  'List of old addresses': 'Liste alter Adressen',
  'Address of the old site': 'Adresse der alten Website',
  'Only if the file has the wrong address, for example because the site has moved.':
    'Nur wenn in der Datei die falsche Adresse steht, zum Beispiel weil die Website umgezogen ist.',
  'Preview import': 'Vorschau des Imports',
  'Uploading the files. Keep this page open until the next one appears.':
    'Die Dateien werden hochgeladen. Lassen Sie diese Seite offen, bis die nächste erscheint.',
  '{count, plural, one {# post} other {# posts}}': '{count, plural, one {# Beitrag} other {# Beiträge}}',
  '{count, plural, one {# page} other {# pages}}': '{count, plural, one {# Seite} other {# Seiten}}',
  '{count, plural, one {# mention} other {# mentions}}': '{count, plural, one {# Erwähnung} other {# Erwähnungen}}',
  '{count, plural, one {# author} other {# authors}}': '{count, plural, one {# Autor} other {# Autoren}}',
  '{count, plural, one {# tag} other {# tags}}': '{count, plural, one {# Schlagwort} other {# Schlagwörter}}',
  '{count, plural, one {# image} other {# images}}': '{count, plural, one {# Bild} other {# Bilder}}',
  '{count, plural, one {# file} other {# files}}': '{count, plural, one {# Datei} other {# Dateien}}',

  nothing: 'nichts',
  'Removed {what}.': 'Entfernt: {what}.',
  '{count, plural, one {# updated entry is} other {# updated entries are}} back to the earlier version.':
    '{count, plural, one {# aktualisierter Eintrag hat} other {# aktualisierte Einträge haben}} wieder die frühere Version.',
  '{count, plural, one {# old address would lead to the new one.} other {# old addresses would lead to the new ones.}}':
    '{count, plural, one {# alte Adresse würde zur neuen führen.} other {# alte Adressen würden zu den neuen führen.}}',
  '{count, plural, one {# old address leads to the new one.} other {# old addresses lead to the new ones.}}':
    '{count, plural, one {# alte Adresse führt zur neuen.} other {# alte Adressen führen zu den neuen.}}',
  '{count, plural, one {# old address is} other {# old addresses are}} no longer redirected.':
    '{count, plural, one {# alte Adresse wird} other {# alte Adressen werden}} nicht mehr weitergeleitet.',
  '{answering} of {asked} old addresses in the list {answering, plural, one {answers} other {answer}} here':
    '{answering} von {asked} alten Adressen der Liste {answering, plural, one {antwortet} other {antworten}} hier',
  '{count, plural, one {# more is} other {# more are}} of another site':
    '{count, plural, one {# weitere gehört} other {# weitere gehören}} zu einer anderen Website',
  '{count, plural, one {# more was} other {# more were}} not tried':
    '{count, plural, one {# weitere wurde} other {# weitere wurden}} nicht probiert',
  '{count, plural, one {# draft} other {# drafts}}': '{count, plural, one {# Entwurf} other {# Entwürfe}}',
  '{count, plural, one {# scheduled post} other {# scheduled posts}}':
    '{count, plural, one {# geplanter Beitrag} other {# geplante Beiträge}}',
  '{count, plural, one {# private post} other {# private posts}}':
    '{count, plural, one {# privater Beitrag} other {# private Beiträge}}',
  '{count, plural, one {# post in the trash} other {# posts in the trash}}':
    '{count, plural, one {# Beitrag im Papierkorb} other {# Beiträge im Papierkorb}}',
  '{count, plural, one {# pending or removed comment} other {# pending or removed comments}}':
    '{count, plural, one {# ausstehender oder entfernter Kommentar} other {# ausstehende oder entfernte Kommentare}}',
  'WordPress export': 'WordPress-Export',
  'the XML file from Tools → Export in WordPress': 'die XML-Datei aus Werkzeuge → Daten exportieren in WordPress',
  'Choose the XML file from Tools → Export in WordPress.':
    'Wählen Sie die XML-Datei aus Werkzeuge → Daten exportieren in WordPress.',
  '{file} is not a WordPress export.': '{file} ist kein WordPress-Export.',
  '{file} is not a WordPress export: {why}.': '{file} ist kein WordPress-Export: {why}.',
  'it is a JSON file, as Ghost and others export it': 'Es ist eine JSON-Datei, wie Ghost und andere sie exportieren',
  'it is an export of Disqus, which holds comments only': 'Es ist ein Export von Disqus, der nur Kommentare enthält',
  'it is an export of Blogger': 'Es ist ein Export von Blogger',
  'it is an Atom feed': 'Es ist ein Atom-Feed',
  'it is a web page; perhaps the download asked you to sign in':
    'Es ist eine Webseite; vielleicht verlangte der Download eine Anmeldung',
  'and so on': 'und so weiter',
  '{count} more of these are not listed.': '{count} weitere davon sind nicht aufgeführt.',
  'It has no visible text, so it was left out.': 'Der Kommentar hat keinen sichtbaren Text und wurde ausgelassen.',
  'It has more than {most} comments: {count} of them were not imported.':
    'Der Beitrag hat mehr als {most} Kommentare: {count} davon wurden nicht importiert.',
  'It changed on the old site, but was edited or moderated here since: the version here was kept.':
    'Der Kommentar wurde auf der alten Website geändert, aber seitdem hier bearbeitet oder moderiert: Die hiesige Version blieb erhalten.',
  'It changed on the old site, but was edited here since: the version here was kept.':
    'Der Eintrag wurde auf der alten Website geändert, aber seitdem hier bearbeitet: Die hiesige Version blieb erhalten.',
  'It is part of a loop of replies, so it was placed under the post itself.':
    'Der Kommentar gehört zu einem Kreis von Antworten und steht deshalb direkt unter dem Beitrag.',
  'The comment it replies to is not in the file, so it was placed under the post itself.':
    'Der Kommentar, auf den er antwortet, ist nicht in der Datei; deshalb steht er direkt unter dem Beitrag.',
  'Its old address {from} could not be kept, because {why}: it is at {to} here.':
    'Die alte Adresse {from} konnte nicht beibehalten werden, denn {why}: Hier ist es {to}.',
  'this site needs it itself': 'diese Website braucht sie selbst',
  'something else stands there': 'dort steht etwas anderes',
  'It was scheduled for a time that has passed; it was imported as a draft for you to publish.':
    'Der geplante Zeitpunkt ist vorbei; der Beitrag wurde als Entwurf importiert und kann veröffentlicht werden.',
  'It has no readable date, so it was imported as a draft.':
    'Das Datum fehlt oder ist nicht lesbar; deshalb wurde ein Entwurf importiert.',
  'It was in the trash, and is in the trash here.': 'Der Beitrag lag im Papierkorb und liegt auch hier im Papierkorb.',
  'It was protected by a password, and is private here.':
    'Der Beitrag war durch ein Passwort geschützt und ist hier privat.',
  'Links to it lead to the old site.': 'Links dorthin führen zur alten Website.',
  'It was not imported, because no zip of the media library was uploaded with the export.':
    'Die Datei wurde nicht importiert, weil mit dem Export kein Zip der Mediathek hochgeladen wurde.',
  'It is not among the files that came with the export.':
    'Die Datei ist nicht unter den Dateien, die mit dem Export kamen.',
  'It is not among the files that came with the export, so it stays a link.':
    'Das Bild ist nicht unter den Dateien, die mit dem Export kamen, und bleibt deshalb ein Link.',
  'It stays a link.': 'Es bleibt ein Link.',
  'Nothing in the export names it.': 'Nichts im Export nennt die Datei.',
  'Nothing in the export names {count} more of them.': 'Nichts im Export nennt {count} weitere davon.',
  'The shortcode [{name}] is not known here and stays in the text as it is.':
    'Der Shortcode [{name}] ist hier nicht bekannt und bleibt im Text, wie er ist.',
  'WordPress renders these blocks itself, so their content is not in the file: {blocks}.':
    'WordPress erzeugt diese Blöcke selbst; deshalb ist ihr Inhalt nicht in der Datei: {blocks}.',
  'A tag of this name was here before, so its posts are in that one too: {tags}.':
    'Ein Schlagwort dieses Namens gab es hier schon; deshalb stehen seine Beiträge auch dort: {tags}.',
  'The old site is called “{title}”: set the site title and the tagline under Settings.':
    'Die alte Website heißt „{title}“: Setzen Sie Titel und Untertitel unter Einstellungen.',
  'The old site’s clock was {clock}: set the time zone under Settings, or posts near midnight show another day.':
    'Die Uhr der alten Website ging {clock}: Setzen Sie die Zeitzone unter Einstellungen, sonst zeigen Beiträge um Mitternacht einen anderen Tag.',
  'a comment by {name}': 'ein Kommentar von {name}',
  'the image {name}': 'das Bild {name}',
  'the file {name}': 'die Datei {name}',
  'It has replies here, so it was kept.': 'Der Kommentar hat hier Antworten und blieb deshalb erhalten.',
  'It is used on this site.': 'Das Bild wird auf dieser Website verwendet.',
  'A text on this site links to it.': 'Ein Text auf dieser Website verweist auf die Datei.',
  'It was edited here since, so it stays, with its comments.':
    'Der Beitrag wurde seitdem hier bearbeitet und bleibt deshalb mit seinen Kommentaren.',
  'Readers have commented on it here, so it stays, with its comments.':
    'Leser haben ihn hier kommentiert; deshalb bleibt der Beitrag mit seinen Kommentaren.',
  'It was edited here after the import, so it stays as it is.':
    'Der Eintrag wurde nach dem Import hier bearbeitet und bleibt deshalb, wie er ist.',
  'The file from Tools → Export: one or more XML files, as they are or in a zip. At most 4 GB in total.':
    'Die Datei aus Werkzeuge → Daten exportieren: eine oder mehrere XML-Dateien, einzeln oder in einem Zip. Zusammen höchstens 4 GB.',
  'In WordPress, choose Tools, then Export, then “All content”. Upload the file here, with a zip of wp-content/uploads if there are images: the preview lists what would be imported and changes nothing.':
    'Wählen Sie in WordPress Werkzeuge, dann Daten exportieren, dann „Alle Inhalte“. Laden Sie die Datei hier hoch, bei Bildern mit einem Zip von wp-content/uploads: Die Vorschau führt auf, was importiert würde, und ändert nichts.',
  'A zip or tar of the folder wp-content/uploads; on WordPress.com, the file from “Export media library”. Without it, images remain links to the old site.':
    'Ein Zip oder Tar des Ordners wp-content/uploads; auf WordPress.com die Datei aus „Mediathek exportieren“. Ohne sie bleiben Bilder Links zur alten Website.',
};
