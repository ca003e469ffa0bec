/** The lines of import reports that are not of one importer, and why files are refused. */
export const importReports = {
  'There is no export of {labels} in {files}. Nothing was imported.':
    'In {files} ist kein Export von {labels}. Es wurde nichts importiert.',
  'The checksum of an entry is wrong.': 'Die Prüfsumme eines Eintrags ist falsch.',
  'It is not a {export}.': 'Die Datei ist kein {export}.',
  'Its path leads out of the archive or is not valid here.':
    'Der Pfad führt aus dem Archiv hinaus oder ist hier nicht gültig.',
  'A file can have at most 1 GB.': 'Eine Datei kann höchstens 1 GB groß sein.',
  'Another file with this name was already included.': 'Eine andere Datei dieses Namens war schon dabei.',
  'The files are larger than 4 GB in total, and nothing was saved. Send the media library in several imports, or use the command line: masthead import {importer} FILE.':
    'Die Dateien sind zusammen größer als 4 GB; nichts wurde gespeichert. Senden Sie die Mediathek in mehreren Importen oder verwenden Sie die Befehlszeile: masthead import {importer} FILE.',
  'The file storage could not delete it, and nothing on this site links to it: delete it there by hand.':
    'Der Dateispeicher konnte die Datei nicht löschen, und nichts auf dieser Website verweist auf sie: Löschen Sie sie dort von Hand.',
  'The site title is “{title}” now, and its time zone {zone}. Undoing the import does not change them back.':
    'Der Titel der Website ist jetzt „{title}“, die Zeitzone {zone}. Wird der Import rückgängig gemacht, bleiben sie geändert.',
  'The site title would be “{title}” now, and its time zone {zone}. Undoing the import does not change them back.':
    'Der Titel der Website wäre jetzt „{title}“, die Zeitzone {zone}. Wird der Import rückgängig gemacht, bleiben sie geändert.',
  'It must look like old.example.org=new.example.org.': 'Es muss aussehen wie old.example.org=new.example.org.',
  'The index names more than {most} sitemaps.': 'Der Index nennt mehr als {most} Sitemaps.',
  'The sitemap names no addresses, so there was nothing to ask.':
    'Die Sitemap nennt keine Adressen; es gab nichts zu prüfen.',
  'The files hold several blogs: {blogs}. Choose one with --blog, or give its feed.atom alone. Nothing was imported.':
    'Die Dateien enthalten mehrere Blogs: {blogs}. Wählen Sie eines mit --blog, oder geben Sie nur dessen feed.atom an. Es wurde nichts importiert.',
  'It must be the title, folder or number of a blog.': 'Geben Sie Titel, Ordner oder Nummer eines Blogs an.',
  'It has neither an id nor an address.': 'Der Eintrag hat weder eine Kennung noch eine Adresse.',
  'Its id {id}, title and address were used before: only the first entry with them was imported.':
    'Kennung {id}, Titel und Adresse kamen schon vor: Nur der erste Eintrag damit wurde importiert.',
  'It has neither an id nor a slug.': 'Der Eintrag hat weder eine Kennung noch einen Slug.',
  'Its id {id} and its slug were used before: only the first post with them was imported.':
    'Kennung {id} und Slug kamen schon vor: Nur der erste Beitrag damit wurde importiert.',
  'The export has more than {most} authors, which is more than one import can hold: nothing was imported.':
    'Der Export hat mehr als {most} Autoren, mehr als ein Import fasst: Es wurde nichts importiert.',
  'The export has more than {most} tags, which is more than one import can hold: nothing was imported.':
    'Der Export hat mehr als {most} Schlagwörter, mehr als ein Import fasst: Es wurde nichts importiert.',
  'It is larger than 8 MB, and was not read.': 'Die Datei ist größer als 8 MB und wurde nicht gelesen.',
  'The archive’s manifest does not name it.': 'Das Verzeichnis des Archivs nennt die Datei nicht.',
  'This site archive was written by a newer version of Masthead (form {form}; this version reads {known}). Update this site first. Nothing was imported.':
    'Dieses Website-Archiv stammt von einer neueren Version von Masthead (Form {form}; diese Version liest {known}). Aktualisieren Sie zuerst diese Website. Es wurde nichts importiert.',
  'This site archive is not complete: {name} at its end is missing. Export again. Nothing was imported.':
    'Dieses Website-Archiv ist nicht vollständig: {name} am Ende fehlt. Exportieren Sie erneut. Es wurde nichts importiert.',
  'There are several site archives: import one after the other. Nothing was imported.':
    'Es sind mehrere Website-Archive: Importieren Sie eines nach dem anderen. Es wurde nichts importiert.',
  'The site archive cannot be used: {faults}. Export again. Nothing was imported.':
    'Das Website-Archiv ist nicht verwendbar: {faults}. Exportieren Sie erneut. Es wurde nichts importiert.',
  'The archive names no file of it.': 'Das Archiv nennt keine Datei davon.',
  'Another image has its place here.': 'Ein anderes Bild steht hier an seiner Stelle.',
  'The name of one of its files is not valid here.': 'Der Name einer seiner Dateien ist hier nicht gültig.',
  'The archive does not hold its file {path}.': 'Das Archiv enthält die Datei {path} nicht.',
  'Its file {path} is not the image that its name says.': 'Die Datei {path} ist nicht das Bild, das ihr Name nennt.',
  'It does not have the expected form at {place}.': 'Der Eintrag hat bei {place} nicht die erwartete Form.',
  'It does not have the expected form.': 'Der Eintrag hat nicht die erwartete Form.',
  'Its featured image is not in the archive.': 'Das Beitragsbild ist nicht im Archiv.',
  'Settings taken over: {settings}; menus: {menus}. Undoing the import does not change them back.':
    'Übernommene Einstellungen: {settings}; Menüs: {menus}. Wird der Import rückgängig gemacht, bleiben sie geändert.',
  'Settings to be taken over: {settings}; menus: {menus}. Undoing the import does not change them back.':
    'Zu übernehmende Einstellungen: {settings}; Menüs: {menus}. Wird der Import rückgängig gemacht, bleiben sie geändert.',
  'Settings that this version does not accept were left as they are: {names}.':
    'Einstellungen, die diese Version nicht annimmt, blieben, wie sie sind: {names}.',
  'There are no fields before its text.': 'Vor dem Text stehen keine Felder.',
  'Its field {name} does not have the expected form.': 'Das Feld {name} hat nicht die erwartete Form.',
  'The fields before its text cannot be read.': 'Die Felder vor dem Text sind nicht lesbar.',
  'Its text is not in the archive.': 'Der Text ist nicht im Archiv.',
  'There is no posts.csv beside these texts. Choose the zip as Substack made it.':
    'Neben diesen Texten liegt keine posts.csv. Wählen Sie das Zip, wie es von Substack kam.',
  'Give “leave” or “draft”.': 'Geben Sie „leave“ oder „draft“ an.',
  'Formulas ($latex …$) stand in the text as they were written.':
    'Formeln ($latex …$) stehen im Text, wie sie geschrieben wurden.',
  'It shows synced patterns that are not published in the file, and are left out: {ids}.':
    'Er zeigt synchronisierte Vorlagen, die in der Datei nicht veröffentlicht sind und ausgelassen wurden: {ids}.',
  'Its footnotes cannot be read.': 'Die Fußnoten sind nicht lesbar.',
  'The text of {count} of its footnotes is not in the file.':
    'Der Text von {count} der Fußnoten ist nicht in der Datei.',
  '{count} of its footnotes have no mark in the text: they stand at its end.':
    '{count} der Fußnoten haben kein Zeichen im Text: Sie stehen an seinem Ende.',
  'A gallery names images that are not in the file ({ids}); their numbers stand in the text. An export of “All content” has them.':
    'Eine Galerie nennt Bilder, die nicht in der Datei sind ({ids}); ihre Nummern stehen im Text. Ein Export von „Alle Inhalte“ enthält sie.',
  'A gallery shows images of the post, and the file has none. An export of “All content” has them.':
    'Eine Galerie zeigt Bilder des Beitrags, und die Datei hat keine. Ein Export von „Alle Inhalte“ enthält sie.',
  'Its date {date} cannot be read; it has none here.': 'Das Datum {date} ist nicht lesbar; hier gibt es keines.',
  'Its date {date} cannot be read; {moment} was taken.': 'Das Datum {date} ist nicht lesbar; verwendet wurde {moment}.',
  'It was not imported: 1 entry used its terms.': 'Sie wurde nicht importiert: 1 Eintrag verwendete ihre Begriffe.',
  'It was not imported: {count} entries used its terms.':
    'Sie wurde nicht importiert: {count} Einträge verwendeten ihre Begriffe.',
  'It was not imported: 1 entry had it.': 'Es wurde nicht importiert: 1 Eintrag hatte es.',
  'It was not imported: {count} entries had it.': 'Es wurde nicht importiert: {count} Einträge hatten es.',
  'These were not imported either: {names} and more.': 'Auch diese wurden nicht importiert: {names} und weitere.',
  'These were not imported either: {names}.': 'Auch diese wurden nicht importiert: {names}.',
  '1 was not imported.': '1 wurde nicht importiert.',
  '{count} were not imported.': '{count} wurden nicht importiert.',
  '1 of the type {type} was not imported.': '1 Eintrag der Art {type} wurde nicht importiert.',
  '{count} of the type {type} were not imported.': '{count} Einträge der Art {type} wurden nicht importiert.',
  '1 comment on them was left out too.': 'Auch 1 Kommentar dazu wurde ausgelassen.',
  '{count} comments on them were left out too.': 'Auch {count} Kommentare dazu wurden ausgelassen.',
  'The menu of this site has to be set up by hand.': 'Das Menü dieser Website muss von Hand eingerichtet werden.',
  'A synced pattern stands in the posts that use it.':
    'Eine synchronisierte Vorlage steht in den Beiträgen, die sie verwenden.',
  'They are parts of WordPress itself or of its theme.': 'Das sind Teile von WordPress selbst oder seines Themes.',
  'With --types {type}=post they are imported as posts, with --types {name}=page as pages.':
    'Mit --types {type}=post werden sie als Beiträge importiert, mit --types {name}=page als Seiten.',
  '1 link is in it: links are not followed.': '1 Verknüpfung ist darin: Verknüpfungen wird nicht gefolgt.',
  '{count} links are in it: links are not followed.':
    '{count} Verknüpfungen sind darin: Verknüpfungen wird nicht gefolgt.',
  '1 file is of the type {type} in it: files of this type are not supported.':
    '1 Datei darin ist von der Art {type}: Dateien dieser Art werden nicht unterstützt.',
  '{count} files are of the type {type} in it: files of this type are not supported.':
    '{count} Dateien darin sind von der Art {type}: Dateien dieser Art werden nicht unterstützt.',
  '1 file is without a type in it: files of this type are not supported.':
    '1 Datei darin hat keine Art: Solche Dateien werden nicht unterstützt.',
  '{count} files are without a type in it: files of this type are not supported.':
    '{count} Dateien darin haben keine Art: Solche Dateien werden nicht unterstützt.',
  '{count} of them stand on what is neither a post nor a page that everyone can read.':
    '{count} davon stehen unter etwas, das weder ein Beitrag noch eine Seite ist, die alle lesen können.',
  'It must look like recipe=post,event=page.': 'Es muss aussehen wie recipe=post,event=page.',
  'It must look like topics or news/topics.': 'Es muss aussehen wie topics oder news/topics.',
  'An item has neither an id nor an address.': 'Ein Eintrag hat weder eine Kennung noch eine Adresse.',
  'Its id {id} and its address {address} were used before: only the first item with them was imported.':
    'Kennung {id} und Adresse {address} kamen schon vor: Nur der erste Eintrag damit wurde importiert.',
  'The file does not say which site it is from: give its address with --old-url.':
    'Die Datei sagt nicht, von welcher Website sie ist: Geben Sie deren Adresse an (--old-url).',
  'The export has more than {most} categories and tags, which is more than one import can hold: nothing was imported.':
    'Der Export hat mehr als {most} Kategorien und Schlagwörter, mehr als ein Import fasst: Es wurde nichts importiert.',
  'Export a part of the site at a time (Tools → Export takes a category, an author or a span of months).':
    'Exportieren Sie die Website in Teilen (Werkzeuge → Daten exportieren kennt Kategorie, Autor und Zeitraum).',
  'The file is not well-formed and was repaired: {count} × {what}.':
    'Die Datei ist nicht wohlgeformt und wurde repariert: {count} × {what}.',
  'raw & written as text': 'rohes & als Text geschrieben',
  ']]> inside a text kept as text': ']]> in einem Text als Text behalten',
  'control characters left out': 'Steuerzeichen ausgelassen',
  'quotes put around an attribute': 'Anführungszeichen um ein Attribut gesetzt',
  'Characters before its beginning were left out.': 'Zeichen vor ihrem Anfang wurden ausgelassen.',
  'Characters after its end were left out.': 'Zeichen nach ihrem Ende wurden ausgelassen.',
  'Nothing has changed there since the last pull.': 'Seit dem letzten Abruf hat sich dort nichts geändert.',
  'Feeds have posts alone: other types come by the REST API or an export.':
    'Feeds enthalten nur Beiträge: Andere Arten kommen über die REST-API oder einen Export.',
  'The REST API of the old site does not have it: an export may.':
    'Die REST-API der alten Website kennt sie nicht: Ein Export vielleicht.',
  'The REST API is switched off there, so the feeds were read.':
    'Die REST-API ist dort ausgeschaltet; deshalb wurden die Feeds gelesen.',
  'They have no pages, no media and no excerpts, and no changes of posts that an export has brought.':
    'Sie enthalten keine Seiten, Medien und Auszüge und keine Änderungen an Beiträgen, die ein Export gebracht hat.',
  'Their feed could not be read: {why}.': 'Ihr Feed war nicht lesbar: {why}.',
  'The old site does not show them to everyone: {why}.': 'Die alte Website zeigt sie nicht allen: {why}.',
  'the server answered {status}': 'der Server antwortete {status}',
  'It is protected by a password, so its text cannot be pulled: an export has it.':
    'Der Eintrag ist durch ein Passwort geschützt; sein Text kann nicht abgerufen werden: Ein Export enthält ihn.',
  'Nothing was imported.': 'Es wurde nichts importiert.',
  'Choose {wanted}.': 'Wählen Sie {wanted}.',
  'There is no {export} in {files}: it is empty.': 'In {files} ist kein {export}: Die Datei ist leer.',
  'There is no {export} in {files}: they are empty.': 'In {files} ist kein {export}: Die Dateien sind leer.',
  'There is no {export} in {files}, but 1 file of a media library: add {wanted}.':
    'In {files} ist kein {export}, aber 1 Datei einer Mediathek: Geben Sie dazu: {wanted}.',
  'There is no {export} in {files}, but {count} files of a media library: add {wanted}.':
    'In {files} ist kein {export}, aber {count} Dateien einer Mediathek: Geben Sie dazu: {wanted}.',
  'There is no {export} in {files}, which holds only {names}: add {wanted}.':
    'In {files} ist kein {export}, nur {names}: Geben Sie dazu: {wanted}.',
  'There is no {export} in {files}, which hold only {names}: add {wanted}.':
    'In {files} ist kein {export}, nur {names}: Geben Sie dazu: {wanted}.',
  'There is no {export} in {files}, which holds {count} other files, such as {names}: add {wanted}.':
    'In {files} ist kein {export}, aber {count} andere Dateien, etwa {names}: Geben Sie dazu: {wanted}.',
  'There is no {export} in {files}, which hold {count} other files, such as {names}: add {wanted}.':
    'In {files} ist kein {export}, aber {count} andere Dateien, etwa {names}: Geben Sie dazu: {wanted}.',
  'type {name}': 'Art {name}',
  'taxonomy {name}': 'Taxonomie {name}',
  'custom field {name}': 'benutzerdefiniertes Feld {name}',
  'comments of the type {name}': 'Kommentare der Art {name}',
  'type: others': 'weitere Arten',
  'taxonomy: others': 'weitere Taxonomien',
  'custom field: others': 'weitere benutzerdefinierte Felder',
  'comments of the type: others': 'Kommentare weiterer Arten',
  'the whole file': 'die ganze Datei',
  'the end of the file': 'das Ende der Datei',
  'the end of {file}': 'das Ende von {file}',
  'The old site’s clock was {hours} and {minutes} behind UTC, as in {zone}: set the time zone under Settings, or posts near midnight show another day.':
    'Die Uhr der alten Website ging {hours} und {minutes} hinter UTC, wie in {zone}: Setzen Sie die Zeitzone unter Einstellungen, sonst zeigen Beiträge um Mitternacht einen anderen Tag.',
  'The old site’s clock was {hours} and {minutes} behind UTC: set the time zone under Settings, or posts near midnight show another day.':
    'Die Uhr der alten Website ging {hours} und {minutes} hinter UTC: Setzen Sie die Zeitzone unter Einstellungen, sonst zeigen Beiträge um Mitternacht einen anderen Tag.',
  'The old site’s clock was {hours} behind UTC, as in {zone}: set the time zone under Settings, or posts near midnight show another day.':
    'Die Uhr der alten Website ging {hours} hinter UTC, wie in {zone}: Setzen Sie die Zeitzone unter Einstellungen, sonst zeigen Beiträge um Mitternacht einen anderen Tag.',
  'The old site’s clock was {hours} behind UTC: set the time zone under Settings, or posts near midnight show another day.':
    'Die Uhr der alten Website ging {hours} hinter UTC: Setzen Sie die Zeitzone unter Einstellungen, sonst zeigen Beiträge um Mitternacht einen anderen Tag.',
  'The old site’s clock was {hours} and {minutes} ahead of UTC, as in {zone}: set the time zone under Settings, or posts near midnight show another day.':
    'Die Uhr der alten Website ging {hours} und {minutes} vor UTC, wie in {zone}: Setzen Sie die Zeitzone unter Einstellungen, sonst zeigen Beiträge um Mitternacht einen anderen Tag.',
  'The old site’s clock was {hours} and {minutes} ahead of UTC: set the time zone under Settings, or posts near midnight show another day.':
    'Die Uhr der alten Website ging {hours} und {minutes} vor UTC: Setzen Sie die Zeitzone unter Einstellungen, sonst zeigen Beiträge um Mitternacht einen anderen Tag.',
  'The old site’s clock was {hours} ahead of UTC, as in {zone}: set the time zone under Settings, or posts near midnight show another day.':
    'Die Uhr der alten Website ging {hours} vor UTC, wie in {zone}: Setzen Sie die Zeitzone unter Einstellungen, sonst zeigen Beiträge um Mitternacht einen anderen Tag.',
  'The old site’s clock was {hours} ahead of UTC: set the time zone under Settings, or posts near midnight show another day.':
    'Die Uhr der alten Website ging {hours} vor UTC: Setzen Sie die Zeitzone unter Einstellungen, sonst zeigen Beiträge um Mitternacht einen anderen Tag.',
  'The old site’s clock was the same as UTC: set the time zone under Settings, or posts near midnight show another day.':
    'Die Uhr der alten Website ging wie UTC: Setzen Sie die Zeitzone unter Einstellungen, sonst zeigen Beiträge um Mitternacht einen anderen Tag.',
  'Export again in Disqus Admin (Community, Export) and choose the new file.':
    'Exportieren Sie in Disqus Admin (Community, Export) erneut und wählen Sie die neue Datei.',
  'Choose the XML file from “Back up content” in Blogger, or the feed.atom of Google Takeout.':
    'Wählen Sie die XML-Datei aus „Inhalt sichern“ in Blogger oder feed.atom aus Google Takeout.',
  'Another import ({id}) is running: wait until it is done.':
    'Ein anderer Import ({id}) läuft: Warten Sie, bis er fertig ist.',
  '{file} breaks off at line {line}; what stood after it is missing.':
    '{file} bricht in Zeile {line} ab; was danach stand, fehlt.',
  '{file} breaks off at line {line}, in the middle of {what} that begins at line {first}: that one, and what stood after it, is missing.':
    '{file} bricht in Zeile {line} ab, mitten in {what} (ab Zeile {first}): Dies und was danach stand, fehlt.',
  '{count} of the items have their address there and not at {site}: these addresses lead here as well.':
    '{count} Einträge haben ihre Adresse dort und nicht unter {site}: Auch diese Adressen führen hierher.',
  '{count} of the items have their address there and not at {site}: they are not known here.':
    '{count} Einträge haben ihre Adresse dort und nicht unter {site}: Sie sind hier nicht bekannt.',
  'The file begins with an error message of the old site, which was left out: {message}.':
    'Die Datei beginnt mit einer Fehlermeldung der alten Website, die ausgelassen wurde: {message}.',
  'The file begins with text that is not part of the export and was left out: {text}.':
    'Die Datei beginnt mit Text, der nicht zum Export gehört und ausgelassen wurde: {text}.',
  'The file begins with characters that are not part of the export and were left out.':
    'Die Datei beginnt mit Zeichen, die nicht zum Export gehören und ausgelassen wurden.',
  'The export is followed by an error message of the old site, which was left out: {message}.':
    'Auf den Export folgt eine Fehlermeldung der alten Website, die ausgelassen wurde: {message}.',
  'The export is followed by text that is not part of the export and was left out: {text}.':
    'Auf den Export folgt Text, der nicht dazugehört und ausgelassen wurde: {text}.',
  'The export is followed by characters that are not part of the export and were left out.':
    'Auf den Export folgen Zeichen, die nicht dazugehören und ausgelassen wurden.',
  '{file} holds no posts, pages or comments.': '{file} enthält keine Beiträge, Seiten oder Kommentare.',
  '{files} hold no posts, pages or comments.': '{files} enthalten keine Beiträge, Seiten oder Kommentare.',
};
