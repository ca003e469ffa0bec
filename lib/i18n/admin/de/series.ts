/** Series of posts. */
export const series = {
  Series: 'Serie',
  'Series##several': 'Serien',
  'Posts that belong together, in an order. A post is added to a series in its settings.':
    'Beiträge, die zusammengehören, in einer Reihenfolge. Ein Beitrag wird in seinen Einstellungen zu einer Serie hinzugefügt.',
  'Search series': 'Serien durchsuchen',
  'Sort by title': 'Nach Titel sortieren',
  'No series found with that in its title.': 'Keine Serie gefunden, deren Titel das enthält.',
  'No series yet. Add the first one below.': 'Noch keine Serien. Fügen Sie unten die erste hinzu.',
  'New series': 'Neue Serie',
  'A series can also be begun in the settings of its first post.':
    'Eine Serie kann auch in den Einstellungen ihres ersten Beitrags begonnen werden.',
  'Add series': 'Serie hinzufügen',
  'View series': 'Serie ansehen',
  Parts: 'Teile',
  'In the order in which readers find them. Readers see and count the published ones only.':
    'In der Reihenfolge, in der Leser sie finden. Leser sehen und zählen nur die veröffentlichten.',
  'No posts yet. Open a post and choose this series under Post settings.':
    'Noch keine Beiträge. Öffnen Sie einen Beitrag und wählen Sie diese Serie unter Beitragseinstellungen.',
  'The address changes with the title; the old one redirects to it.':
    'Die Adresse ändert sich mit dem Titel; die alte leitet dorthin weiter.',
  'Left as it is, it follows the title.': 'Bleibt er unverändert, folgt er dem Titel.',
  'The posts stay. Only the series and its page are deleted.':
    'Die Beiträge bleiben. Nur die Serie und ihre Seite werden gelöscht.',
  'Delete series': 'Serie löschen',
  'Choose one, or write the title of a new one. The post becomes its last part.':
    'Wählen Sie eine, oder schreiben Sie den Titel einer neuen. Der Beitrag wird ihr letzter Teil.',

  'Series added. Choose it in the settings of each post that belongs to it.':
    'Serie hinzugefügt. Wählen Sie sie in den Einstellungen jedes Beitrags, der dazugehört.',
  'The series was deleted.': 'Die Serie wurde gelöscht.',
  'Restored: “{name}”.': 'Wiederhergestellt: „{name}“.',
  'A series needs a title of 1 to {count} characters.': 'Eine Serie braucht einen Titel mit 1 bis {count} Zeichen.',
  'The title of a series can have at most {count} characters.':
    'Der Titel einer Serie kann höchstens {count} Zeichen haben.',
  'There is a series “{name}” already.': 'Es gibt schon eine Serie „{name}“.',
  'The series “{name}” has this URL slug.': 'Die Serie „{name}“ hat diese Titelform.',
  'There is a series “{name}” in its place by now. Rename that one first.':
    'An ihrer Stelle gibt es inzwischen eine Serie „{name}“. Benennen Sie diese zuerst um.',
  'This series no longer exists.': 'Diese Serie gibt es nicht mehr.',
  'This post is not in the series any more.': 'Dieser Beitrag ist nicht mehr in der Serie.',
  'It is the first part already.': 'Er ist schon der erste Teil.',
  'It is the last part already.': 'Er ist schon der letzte Teil.',
  'Choose a post and what to do with it.': 'Wählen Sie einen Beitrag und was damit geschehen soll.',
  '{from} belongs to a series.': '{from} gehört zu einer Serie.',
};
