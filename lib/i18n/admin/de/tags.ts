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
  'The tag’s page and description are deleted. This cannot be undone.':
    'Seite und Beschreibung des Schlagworts werden gelöscht. Das kann nicht rückgängig gemacht werden.',
  Merge: 'Zusammenführen',
  'Every post gets that tag instead, and this tag’s address redirects there. This cannot be undone.':
    'Jeder Beitrag bekommt stattdessen das andere Schlagwort, und die Adresse dieses Schlagworts leitet dorthin weiter. Das kann nicht rückgängig gemacht werden.',
  'Merge into': 'Zusammenführen mit',
  'Merge its post': 'Seinen Beitrag zusammenführen',
  'Merge its {count} posts': 'Seine {count} Beiträge zusammenführen',
  'Merge the tag “{name}” into another tag?': 'Das Schlagwort „{name}“ mit einem anderen zusammenführen?',
  'Merge the tag “{name}” into “…”?': 'Das Schlagwort „{name}“ mit „…“ zusammenführen?',
  'The tag “{name}” is deleted, and every post that has it gets the other tag instead. This cannot be undone.':
    'Das Schlagwort „{name}“ wird gelöscht, und jeder Beitrag, der es hat, bekommt stattdessen das andere. Das kann nicht rückgängig gemacht werden.',
  'Tags are added to posts in the editor. Here you can rename, describe and merge them.':
    'Schlagwörter werden im Editor zu Beiträgen hinzugefügt. Hier können Sie sie umbenennen, beschreiben und zusammenführen.',
  'Tag name': 'Name des Schlagworts',
  'Search tags': 'Schlagwörter durchsuchen',
  'No tags found. Search for whole words, or for the beginning of the last one.':
    'Keine Schlagwörter gefunden. Suchen Sie nach ganzen Wörtern oder nach dem Anfang des letzten.',
  'No tags yet. Add tags to a post in the editor, under Post settings.':
    'Noch keine Schlagwörter. Fügen Sie einem Beitrag im Editor Schlagwörter hinzu, unter Beitragseinstellungen.',
  'Renamed. The old address redirects to the new one.': 'Umbenannt. Die alte Adresse leitet zur neuen weiter.',
  'Description saved.': 'Beschreibung gespeichert.',
  'The tags were merged, and the old address redirects here.':
    'Die Schlagwörter wurden zusammengeführt, und die alte Adresse leitet hierher weiter.',
  'A tag needs a name of 1 to 60 characters.': 'Ein Schlagwort braucht einen Namen von 1 bis 60 Zeichen.',
  'There is a tag “{name}” already. Merge the two instead.':
    'Das Schlagwort „{name}“ gibt es schon. Führen Sie die beiden stattdessen zusammen.',
  'Write the name of the tag that the posts get instead.':
    'Geben Sie den Namen des Schlagworts ein, das die Beiträge stattdessen bekommen.',
  'There is no tag “{name}”. Enter its name as shown on posts.':
    'Es gibt kein Schlagwort „{name}“. Geben Sie den Namen so ein, wie er bei Beiträgen steht.',
  'That is this tag itself. Choose another one.': 'Das ist dieses Schlagwort selbst. Wählen Sie ein anderes.',
  'A description can have at most 1,000 characters.': 'Eine Beschreibung kann höchstens 1.000 Zeichen haben.',
  'Posts have this tag. Remove it from them first, or merge it into another tag.':
    'Beiträge haben dieses Schlagwort. Entfernen Sie es zuerst von ihnen, oder führen Sie es mit einem anderen zusammen.',
  'This tag no longer exists.': 'Dieses Schlagwort gibt es nicht mehr.',
};
