/** What the importers of folders, feeds and archives of texts say. */
export const importTexts = {
  'Markdown file with front matter': 'Markdown-Datei mit Front Matter',
  'a zip of the folder of the site (Hugo, Jekyll, Astro, Eleventy), with its settings and images':
    'ein Zip des Ordners der Website (Hugo, Jekyll, Astro, Eleventy) mit ihren Einstellungen und Bildern',
  'For Hugo, Jekyll, Astro or Eleventy, pack the folder of the site, with hugo.toml or _config.yml: they say where the posts were.':
    'Packen Sie für Hugo, Jekyll, Astro oder Eleventy den Ordner der Website mit hugo.toml oder _config.yml: Sie sagen, wo die Beiträge waren.',
  'A zip or tar of the folder, or single Markdown files.':
    'Ein Zip oder Tar des Ordners oder einzelne Markdown-Dateien.',
  'A zip or tar of the images, if they are not in the folder of the site.':
    'Ein Zip oder Tar der Bilder, wenn sie nicht im Ordner der Website sind.',
  'The files do not say where the site was. With its old address, links and images that name it in full are recognised too.':
    'Die Dateien sagen nicht, wo die Website war. Mit der alten Adresse werden auch Links und Bilder erkannt, die sie ganz nennen.',
  'Its id {id} was used before: only the first entry with it was imported.':
    'Die Kennung {id} kam schon vor: Nur der erste Eintrag mit ihr wurde importiert.',
  'It has no date: it has the time of the import.': 'Ohne Datum: Der Beitrag hat die Zeit des Imports.',
  'Its date cannot be read: {date}.': 'Das Datum ist nicht lesbar: {date}.',
  'It was to expire on {day}: posts do not expire here.':
    'Der Beitrag sollte am {day} ablaufen: Hier laufen Beiträge nicht ab.',
  'It expired on {day}, so it is private.': 'Der Beitrag lief am {day} ab und ist daher privat.',
  'Its address is a template, which was not read: {address}.':
    'Die Adresse ist eine Vorlage, die nicht gelesen wurde: {address}.',
  'These tags are not known here, and stand in the text as they were or with their text alone: {names}.':
    'Diese Auszeichnungen sind hier nicht bekannt und stehen im Text, wie sie waren, oder nur mit ihrem Text: {names}.',
  'It is larger than 16 MB, and was not read.': 'Die Datei ist größer als 16 MB und wurde nicht gelesen.',
  'Its front matter cannot be read: {why}. It was not imported.':
    'Das Front Matter ist nicht lesbar: {why}. Die Datei wurde nicht importiert.',
  'The text above a list of posts was left out.': 'Der Text über einer Liste von Beiträgen wurde ausgelassen.',
  'The collection {name} had no pages of its own, so it was left out.':
    'Die Sammlung {name} hatte keine eigenen Seiten und wurde ausgelassen.',
  'It only leads to {address}: set it up under Redirects.':
    'Die Seite führt nur zu {address}: Richten Sie das unter Weiterleitungen ein.',
  'Substack export': 'Substack-Export',
  'the zip from Settings → Exports in Substack, with posts.csv':
    'das Zip aus Settings → Exports in Substack mit posts.csv',
  'In Substack, choose Settings, then Exports, then “New export”. It does not say where the site was: give its old address.':
    'Wählen Sie in Substack Settings, dann Exports, dann „New export“. Wo die Website war, steht nicht darin: Geben Sie die alte Adresse an.',
  'The zip as it came. Images are not in it: they remain links unless they are fetched. The list of subscribers is not imported.':
    'Das Zip, wie es kam. Bilder sind nicht darin: Sie bleiben Links, wenn sie nicht abgerufen werden. Die Liste der Abonnenten wird nicht importiert.',
  'It has no post_id, so it was not imported.': 'Die Zeile hat keine post_id und wurde nicht importiert.',
  'Its text is not in the archive, so it is empty.': 'Der Text ist nicht im Archiv, daher ist der Beitrag leer.',
  'It was a discussion: what readers wrote in it is not in the export.':
    'Das war eine Diskussion: Was Leser darin schrieben, ist nicht im Export.',
  'A poll was left out.': 'Eine Umfrage wurde ausgelassen.',
  'Medium export': 'Medium-Export',
  'the zip that Medium has sent by e-mail, with the folder posts':
    'das Zip, das Medium per E-Mail geschickt hat, mit dem Ordner posts',
  'In Medium, choose Settings, then Security and apps, then “Download your information”: a link to the zip comes by e-mail.':
    'Wählen Sie in Medium Settings, dann Security and apps, dann „Download your information“: Ein Link zum Zip kommt per E-Mail.',
  'The zip as it came. Images are not in it: they remain links unless they are fetched. Responses to posts of others are left out.':
    'Das Zip, wie es kam. Bilder sind nicht darin: Sie bleiben Links, wenn sie nicht abgerufen werden. Antworten auf Beiträge anderer werden ausgelassen.',
  '{count} files are responses to posts of others, and were left out. With “--responses draft” they come as drafts.':
    '{count} Dateien sind Antworten auf Beiträge anderer und wurden ausgelassen. Mit „--responses draft“ kommen sie als Entwürfe.',
  'RSS/Atom/JSON feed': 'RSS-/Atom-/JSON-Feed',
  'RSS, Atom or JSON feed': 'RSS-, Atom- oder JSON-Feed',
  'a file of RSS, Atom or JSON Feed': 'eine Datei in RSS, Atom oder JSON Feed',
  'For any other site, save its feed (often /feed, /rss.xml or /feed.json). Most feeds hold only the latest posts.':
    'Speichern Sie von jeder anderen Website den Feed (oft /feed, /rss.xml oder /feed.json). Die meisten enthalten nur die neuesten Beiträge.',
  'One or more files of RSS, Atom or JSON Feed. Images remain links, unless they are fetched or a zip of them comes along.':
    'Eine oder mehrere Dateien in RSS, Atom oder JSON Feed. Bilder bleiben Links, wenn sie nicht abgerufen werden und kein Zip von ihnen dabei ist.',
  'A zip or tar with the images and files of the site, in the folders of their addresses.':
    'Ein Zip oder Tar der Bilder und Dateien der Website in den Ordnern ihrer Adressen.',
  'A feed often holds only the latest posts, and sometimes only their beginnings.':
    'Ein Feed enthält oft nur die neuesten Beiträge und manchmal nur deren Anfang.',
  'It has neither an id nor an address nor a title.': 'Der Eintrag hat weder Kennung noch Adresse noch Titel.',
  'Movable Type export': 'Movable-Type-Export',
  'the text file from Tools → Export in Movable Type or TypePad':
    'die Textdatei aus Tools → Export in Movable Type oder TypePad',
  'In Movable Type, choose Tools, then Export; in TypePad, Settings, then Import/Export. It does not say where the site was: give its old address.':
    'Wählen Sie in Movable Type Tools, dann Export, in TypePad Settings, dann Import/Export. Wo die Website war, steht nicht darin: Geben Sie die alte Adresse an.',
  'The text file, as it is or in a zip. Images are not in it: they remain links unless they are fetched.':
    'Die Textdatei, einzeln oder in einem Zip. Bilder sind nicht darin: Sie bleiben Links, wenn sie nicht abgerufen werden.',
  'It has neither a title nor a text.': 'Der Eintrag hat weder Titel noch Text.',
};
