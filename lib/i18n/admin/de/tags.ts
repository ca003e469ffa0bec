/** Tags. */
export const tags = {
  '{posts}, at {address}': '{posts}, unter {address}',
  'View tag': 'Schlagwort ansehen',
  'The address changes with the name; the old one redirects to it.':
    'Die Adresse ändert sich mit dem Namen; die alte leitet dorthin weiter.',
  'Shown above the list of posts, and to search engines.':
    'Steht über der Liste der Beiträge und wird Suchmaschinen gezeigt.',
  'No posts have this tag; only its page is deleted.':
    'Kein Beitrag hat dieses Schlagwort; nur seine Seite wird gelöscht.',
  'Delete tag': 'Schlagwort löschen',
  'Delete the tag “{name}”?': 'Das Schlagwort „{name}“ löschen?',
  'The tag’s page and description are deleted.': 'Seite und Beschreibung des Schlagworts werden gelöscht.',
  Merge: 'Zusammenführen',
  'Every post gets that tag instead, and this tag’s address redirects there.':
    'Jeder Beitrag bekommt stattdessen das andere Schlagwort, und die Adresse dieses Schlagworts leitet dorthin weiter.',
  'Merge into': 'Zusammenführen mit',
  'Merge its post': 'Seinen Beitrag zusammenführen',
  'Merge its {count} posts': 'Seine {count} Beiträge zusammenführen',
  'Merge the tag “{name}” into another tag?': 'Das Schlagwort „{name}“ mit einem anderen zusammenführen?',
  'Merge the tag “{name}” into “…”?': 'Das Schlagwort „{name}“ mit „…“ zusammenführen?',
  'The tag “{name}” is deleted, and every post that has it gets the other tag instead.':
    'Das Schlagwort „{name}“ wird gelöscht, und jeder Beitrag, der es hat, bekommt stattdessen das andere.',
  'Tags are added to posts in the editor. Here you can rename, describe and merge them.':
    'Schlagwörter werden im Editor zu Beiträgen hinzugefügt. Hier können Sie sie umbenennen, beschreiben und zusammenführen.',
  'Tag name': 'Name des Schlagworts',
  'Search tags': 'Schlagwörter durchsuchen',
  'No tags found. Search for whole words, or for the beginning of the last one.':
    'Keine Schlagwörter gefunden. Suchen Sie nach ganzen Wörtern oder nach dem Anfang des letzten.',
  'No tags yet. Add tags to a post in the editor, under Post settings.':
    'Noch keine Schlagwörter. Fügen Sie einem Beitrag im Editor Schlagwörter hinzu, unter Beitragseinstellungen.',
  'Name of a tag': 'Name eines Schlagworts',
  'Merge into it': 'Damit zusammenführen',
  'Delete unused': 'Unbenutzte löschen',
  'Sort by name': 'Nach Namen sortieren',
  'Sort by newest first': 'Neueste zuerst',
  'The tag was deleted.': 'Das Schlagwort wurde gelöscht.',
  'Tags merged: {count}.': 'Zusammengeführte Schlagwörter: {count}.',
  'Tags deleted: {count}.': 'Gelöschte Schlagwörter: {count}.',
  'Tags restored: {count}.': 'Wiederhergestellte Schlagwörter: {count}.',
};
