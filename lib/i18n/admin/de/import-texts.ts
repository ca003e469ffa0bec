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
  'It is empty.': 'Die Datei ist leer.',
  'It is larger than 16 MB, and was not read.': 'Die Datei ist größer als 16 MB und wurde nicht gelesen.',
  'Its front matter cannot be read: {why}. It was not imported.':
    'Das Front Matter ist nicht lesbar: {why}. Die Datei wurde nicht importiert.',
  'The text above a list of posts was left out.': 'Der Text über einer Liste von Beiträgen wurde ausgelassen.',
  'The collection {name} had no pages of its own, so it was left out.':
    'Die Sammlung {name} hatte keine eigenen Seiten und wurde ausgelassen.',
  'It only leads to {address}: set it up under Redirects.':
    'Die Seite führt nur zu {address}: Richten Sie das unter Weiterleitungen ein.',
  'It is part of a series there: {name}.': 'Der Beitrag gehört dort zu einer Serie: {name}.',
};
