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
  'Can be undone until {day}': 'Kann bis {day} rückgängig gemacht werden',
  'Could be undone until {day}': 'Konnte bis {day} rückgängig gemacht werden',
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
  'Disqus export': 'Disqus-Export',
  'In Commento, choose the domain, then Export data; in Comentario, the domain’s Operations, then Export data.':
    'Wählen Sie in Commento die Domain, dann Export data; in Comentario die Operations der Domain, dann Export data.',
  'The JSON file, as it came or unpacked. Import posts first.':
    'Die JSON-Datei, wie sie kam oder entpackt. Importieren Sie zuerst die Beiträge.',
  'Remark42 writes a backup each day into its folder var/backup.':
    'Remark42 schreibt jeden Tag eine Sicherung in seinen Ordner var/backup.',
  'The file backup-….gz, as it is. Import posts first.':
    'Die Datei backup-….gz, wie sie ist. Importieren Sie zuerst die Beiträge.',
  'In Artalk, choose Transfer, then Export, or run “artalk export”.':
    'Wählen Sie in Artalk Transfer, dann Export, oder führen Sie „artalk export“ aus.',
  'The artrans file, as it is or packed. Import posts first.':
    'Die Datei artrans, wie sie ist oder gepackt. Importieren Sie zuerst die Beiträge.',
  'Isso keeps its comments in the file that its setting dbpath names, mostly comments.db.':
    'Isso bewahrt seine Kommentare in der Datei auf, die seine Einstellung dbpath nennt, meist comments.db.',
  'A copy of this file, best made while Isso stands still, or an archive with it. Import posts first.':
    'Eine Kopie dieser Datei, am besten bei angehaltenem Isso, oder ein Archiv mit ihr. Importieren Sie zuerst die Beiträge.',
  'The command “masthead export archive FILE.zip” of the other Masthead writes it.':
    'Der Befehl „masthead export archive DATEI.zip“ des anderen Masthead schreibt es.',
  'The zip, as it was written: every file in it is checked before anything is imported.':
    'Das Zip, wie es geschrieben wurde: Jede Datei darin wird geprüft, bevor etwas importiert wird.',
  'Votes were left out ({count}): likes here belong to people with an account.':
    'Stimmen wurden ausgelassen ({count}): Likes gehören hier zu Personen mit einem Konto.',
  'It has no id or names no page, so it was not imported.':
    'Er hat keine Kennung oder nennt keine Seite und wurde daher nicht importiert.',
  'It is no valid JSON, so it was not imported.': 'Das ist kein gültiges JSON und wurde daher nicht importiert.',
  '{file} is not an Isso database: {why}.': '{file} ist keine Isso-Datenbank: {why}.',
  'it is a database of another kind': 'Es ist eine Datenbank anderer Art',
  'it is damaged, or not all of it has arrived': 'Sie ist beschädigt oder nicht ganz angekommen',
  'In Disqus Admin, choose Community, then Export: the file comes by e-mail.':
    'Wählen Sie in der Verwaltung von Disqus Community, dann Export: Die Datei kommt per E-Mail.',
  'The XML file, as it came or unpacked. Import posts first: comments are added to the posts that are here, by their old addresses.':
    'Die XML-Datei, wie sie kam oder entpackt. Importieren Sie zuerst die Beiträge: Kommentare kommen zu den hiesigen Beiträgen, nach deren alten Adressen.',
  Export: 'Export',
  'Files of {systems}, as they are or in an archive. What they are is recognised by their contents.':
    'Dateien von {systems}, einzeln oder in einem Archiv. Was sie sind, wird am Inhalt erkannt.',
  'Where to find the export': 'Wo Sie den Export finden',
  'An archive of the images and files of the old site, where the export has none. Without it, images remain links to the old site unless they are fetched.':
    'Ein Archiv mit den Bildern und Dateien der alten Website, wenn der Export keine enthält. Ohne es bleiben Bilder Links zur alten Website, es sei denn, sie werden abgerufen.',
  'The time zone was not changed, because none fits the old site’s clock, which was {clock}: set it under Settings.':
    'Die Zeitzone wurde nicht geändert, weil keine zur Uhr der alten Website passt; sie ging {clock}: Setzen Sie sie unter Einstellungen.',
  Samples: 'Beispiele',
  'Show all {count}': 'Alle {count} anzeigen',
  'Posts from different parts of the export, each beside how it would look on this site.':
    'Beiträge aus verschiedenen Teilen des Exports, jeder neben dem, wie er auf dieser Website aussähe.',
  'In the export': 'Im Export',
  'On this site': 'Auf dieser Website',
  'Only the beginning is shown.': 'Nur der Anfang ist zu sehen.',
  'hidden from readers': 'für Leser verborgen',
  'This report as CSV': 'Dieser Bericht als CSV',
  'Change choices': 'Auswahl ändern',
  'Whose account an author gets, one per line, such as Ann=ann@example.org or Ann=ann-harbour. Others get accounts by their e-mail address, or new ones that cannot sign in.':
    'Wessen Konto ein Autor erhält, je Zeile einer, etwa Ann=ann@example.org oder Ann=ann-harbour. Andere erhalten Konten nach ihrer E-Mail-Adresse oder neue, mit denen sich niemand anmelden kann.',
  'The files have no author “{name}”. Nothing was imported.':
    'Die Dateien haben keinen Autor „{name}“. Es wurde nichts importiert.',
  'There is no account here with the e-mail address or profile address “{who}”. Nothing was imported.':
    'Hier gibt es kein Konto mit der E-Mail-Adresse oder Profiladresse „{who}“. Es wurde nichts importiert.',
  '“{line}” must look like Ann=ann@example.org. Nothing was imported.':
    '„{line}“ muss wie Ann=ann@example.org aussehen. Es wurde nichts importiert.',
  'Fetch images and files that are not among these from the old site':
    'Bilder und Dateien, die nicht dabei sind, von der alten Website abrufen',
  'It was not fetched, because {host} did not answer several times.':
    'Sie wurde nicht abgerufen, weil {host} mehrmals nicht antwortete.',
  'It was not fetched, because 8 GB were fetched before it: import once more.':
    'Sie wurde nicht abgerufen, weil davor schon 8 GB abgerufen wurden: Importieren Sie noch einmal.',
  'It is not known where the file was.': 'Es ist nicht bekannt, wo die Datei war.',
  'Upload an export above: the preview lists what would be imported and changes nothing. Import posts first, and comments of other systems after them.':
    'Laden Sie oben einen Export hoch: Die Vorschau zeigt, was importiert würde, und ändert nichts. Importieren Sie zuerst Beiträge und danach Kommentare anderer Systeme.',
  '{file} is an export of {other}, not of {system}.': '{file} ist ein Export von {other}, nicht von {system}.',
  'Use “masthead import {id} FILE”, or “masthead import FILE”, which recognises it.':
    'Verwenden Sie „masthead import {id} FILE“ oder „masthead import FILE“, das ihn erkennt.',
  '{file} is an export of {system}, and {more} of {other}.':
    '{file} ist ein Export von {system} und {more} von {other}.',
  'Import them one after the other, posts before comments.':
    'Importieren Sie einen nach dem anderen, Beiträge vor Kommentaren.',
  '{file} is not a Disqus export: {why}.': '{file} ist kein Disqus-Export: {why}.',
  'it is empty': 'Sie ist leer',
  'it is a JSON file of another kind': 'Es ist eine JSON-Datei anderer Art',
  'it is an RSS feed': 'Es ist ein RSS-Feed',
  'it is another kind of XML': 'Es ist eine andere Art von XML',
  'it is an image': 'Es ist ein Bild',
  'it is a PDF document': 'Es ist ein PDF-Dokument',
  'it holds no files': 'Es enthält keine Dateien',
  'it holds images alone': 'Es enthält nur Bilder',
  'it holds another archive, {name}: unpack it first':
    'Es enthält ein weiteres Archiv, {name}: Entpacken Sie es zuerst',
  'Kept as a link, because this site does not have the file: {addresses}':
    'Als Link übernommen, weil diese Website die Datei nicht hat: {addresses}',
  'Kept as links, because this site does not have the files: {addresses}':
    'Als Links übernommen, weil diese Website die Dateien nicht hat: {addresses}',
  'They have the same name, so they are one tag here: {path}.':
    'Sie heißen gleich und sind hier daher ein Schlagwort: {path}.',
  'They have the same name, so they are one tag here, which was here before: {path}.':
    'Sie heißen gleich und sind hier daher ein Schlagwort, das es schon gab: {path}.',
  'it is of no known format': 'Das Format ist nicht bekannt',
  '{threads} pages of the export with {comments} comments have no post on this site.':
    'Zu {threads} Seiten mit {comments} Kommentaren gibt es hier keinen Beitrag.',
  '{threads} page of the export with {comments} comments has no post on this site.':
    'Zu {threads} Seite mit {comments} Kommentaren gibt es hier keinen Beitrag.',
  '{threads} page of the export with {comments} comment has no post on this site.':
    'Zu {threads} Seite mit {comments} Kommentar gibt es hier keinen Beitrag.',
  'No post here has the address {address}, so its comments ({count}) were not imported.':
    'Kein Beitrag hier hat die Adresse {address}, daher wurden seine Kommentare ({count}) nicht importiert.',
  'No post here has the address {address}, and {posts} have its title, so its comments ({count}) were not imported.':
    'Kein Beitrag hier hat die Adresse {address}, und {posts} haben seinen Titel, daher wurden seine Kommentare ({count}) nicht importiert.',
  'Its address is not in the file, so its comments ({count}) were not imported.':
    'Seine Adresse steht nicht in der Datei, daher wurden seine Kommentare ({count}) nicht importiert.',
  'It is not in the file, so its comments ({count}) were not imported.':
    'Es steht nicht in der Datei, daher wurden seine Kommentare ({count}) nicht importiert.',
  'It was joined to “{slug}” here because both have this title.':
    'Die Kommentare kamen zu „{slug}“, weil beide diesen Titel haben.',
  'Comments were closed there, so the post here accepts no more.':
    'Kommentare waren dort geschlossen, daher nimmt der Beitrag hier keine mehr an.',
  'Comments that were deleted there were left out ({count}).':
    'Kommentare, die dort gelöscht waren, wurden ausgelassen ({count}).',
  'Replies to such a comment stand under a line that says so.':
    'Antworten auf einen solchen stehen unter einer Zeile, die es sagt.',
  'Comments that were marked as spam there were left out ({count}).':
    'Kommentare, die dort als Spam galten, wurden ausgelassen ({count}).',
  'It was deleted there, with its comments ({count}).':
    'Dort wurde die Seite mit ihren Kommentaren ({count}) gelöscht.',
  'An earlier comment has the same id, so this one was not imported.':
    'Ein früherer Kommentar hat dieselbe Kennung, daher wurde dieser nicht importiert.',
  'The thread has no id, by which its comments would be found.':
    'Der Seite fehlt die Kennung, nach der ihre Kommentare gefunden würden.',
  'Its date cannot be: {date}. It was not imported.': 'Sein Datum kann nicht sein: {date}. Er wurde nicht importiert.',
  'It names no thread, so it was not imported.': 'Er nennt keine Seite und wurde daher nicht importiert.',
  'Characters before or after the export were left out.': 'Zeichen vor oder nach dem Export wurden ausgelassen.',
  'it is a JSON file, as Ghost and others export it': 'Es ist eine JSON-Datei, wie Ghost und andere sie exportieren',
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
  'The old site’s clock was {clock}, but no time zone fits it: set the time zone under Settings, or posts near midnight show another day.':
    'Die Uhr der alten Website ging {clock}, aber keine Zeitzone passt dazu: Setzen Sie die Zeitzone unter Einstellungen, sonst zeigen Beiträge um Mitternacht einen anderen Tag.',
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
  'In WordPress, choose Tools, then Export, then “All content”; in Squarespace, Settings, then Import & Export, then Export to WordPress. While a WordPress is live, the command “masthead import mirror” brings what is new there.':
    'Wählen Sie in WordPress Werkzeuge, dann Daten exportieren, dann „Alle Inhalte“; in Squarespace Einstellungen, dann Import & Export, dann Export nach WordPress. Solange ein WordPress noch läuft, holt der Befehl „masthead import mirror“, was dort neu ist.',
  'This is an export of Squarespace. It holds blogs and plain pages; images stay on its servers unless they are fetched.':
    'Das ist ein Export von Squarespace. Er enthält Blogs und einfache Seiten; Bilder bleiben auf dessen Servern, wenn sie nicht abgerufen werden.',
  'One or more XML files, as they are or in a zip. At most 4 GB in total.':
    'Eine oder mehrere XML-Dateien, einzeln oder in einem Zip. Zusammen höchstens 4 GB.',
  'A zip or tar of the folder wp-content/uploads; on WordPress.com, the file from “Export media library”. Without it, images remain links to the old site.':
    'Ein Zip oder Tar des Ordners wp-content/uploads; auf WordPress.com die Datei aus „Mediathek exportieren“. Ohne sie bleiben Bilder Links zur alten Website.',
};
