/**
 * Sentences that are decided in lib in English: what forms answer, and what was found. Placeholders stand for what is
 * put into them; a value that is itself among the translations is translated, too.
 */
export const answers = {
  'The post “{title}” cannot be found by searching: the index refused it ({reason}).':
    'Der Beitrag „{title}“ kann über die Suche nicht gefunden werden: Der Index hat ihn abgelehnt ({reason}).',
  'The post “{title}” (and {count} more) cannot be found by searching: the index refused it ({reason}).':
    'Der Beitrag „{title}“ (und {count} weitere) kann über die Suche nicht gefunden werden: Der Index hat ihn abgelehnt ({reason}).',
  'The post “{title}” cannot be found by searching: the time to index it ran out {count} times ({reason}).':
    'Der Beitrag „{title}“ kann über die Suche nicht gefunden werden: Die Zeit für den Index lief {count} Mal ab ({reason}).',
  'The {kind} {id} cannot be found by searching: the index refused it ({reason}).':
    '{kind} {id} kann über die Suche nicht gefunden werden: Der Index hat den Eintrag abgelehnt ({reason}).',
  'Shorten or change it, or run “masthead reindex”.':
    'Kürzen oder ändern Sie ihn, oder führen Sie „masthead reindex“ aus.',
  'Enter a valid date.': 'Geben Sie ein gültiges Datum ein.',
  'It has no title yet.': 'Der Titel fehlt noch.',
  'It has no text yet.': 'Der Text fehlt noch.',
  'The featured image has no alt text.': 'Das Beitragsbild hat keinen Alternativtext.',
  'It has no excerpt: lists and search engines will show its first lines.':
    'Der Textauszug fehlt: Listen und Suchmaschinen zeigen die ersten Zeilen.',
  'An image was not copied: upload it or remove it.':
    'Ein Bild wurde nicht kopiert: Laden Sie es hoch, oder entfernen Sie es.',
  '{count} images were not copied: upload them or remove them.':
    '{count} Bilder wurden nicht kopiert: Laden Sie sie hoch, oder entfernen Sie sie.',
  'An image has no alt text.': 'Ein Bild hat keinen Alternativtext.',
  '{count} images have no alt text.': '{count} Bilder haben keinen Alternativtext.',
  'An image was not uploaded here: readers see a link to it.':
    'Ein Bild wurde nicht hier hochgeladen: Leser sehen einen Link dorthin.',
  '{count} images were not uploaded here: readers see links to them.':
    '{count} Bilder wurden nicht hier hochgeladen: Leser sehen Links dorthin.',
  'The heading “{text}” skips a level.': 'Die Überschrift „{text}“ überspringt eine Ebene.',
  'Times are in the site’s time zone, {zone}.': 'Zeiten gelten in der Zeitzone der Website, {zone}.',
};
