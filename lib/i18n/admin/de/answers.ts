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
};
