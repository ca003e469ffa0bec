/** Pages below others. */
export const pageTree = {
  'Move “{title}” to trash?': '„{title}“ in den Papierkorb legen?',
  'Move the selected pages to trash?': 'Die ausgewählten Seiten in den Papierkorb legen?',
  'No other page stands below.': 'Keine andere Seite steht darunter.',
  '{count, plural, one {# page stands below and is not moved: its address stays the same, and readers still find it if it is published.} other {# pages stand below and are not moved: their addresses stay the same, and readers still find those that are published.}}':
    '{count, plural, one {# Seite steht darunter und bleibt, wo sie ist: Ihre Adresse ändert sich nicht, und wenn sie veröffentlicht ist, finden Leser sie weiterhin.} other {# Seiten stehen darunter und bleiben, wo sie sind: Ihre Adressen ändern sich nicht, und die veröffentlichten finden Leser weiterhin.}}',
  'Pages below them that are not selected are not moved: their addresses stay the same, and readers still find those that are published.':
    'Nicht ausgewählte Seiten darunter bleiben, wo sie sind: Ihre Adressen ändern sich nicht, und die veröffentlichten finden Leser weiterhin.',
  'What you move to trash is not found at its own address until you restore it.':
    'Was im Papierkorb liegt, ist unter seiner eigenen Adresse nicht zu finden, bis Sie es wiederherstellen.',
  'Parent page': 'Übergeordnete Seite',
  'The address shows it, such as /about/team.': 'Die Adresse zeigt sie, zum Beispiel /about/team.',
  'This parent page does not exist any more, or was never published. Choose another one.':
    'Diese übergeordnete Seite gibt es nicht mehr, oder sie wurde nie veröffentlicht. Wählen Sie eine andere.',
  'A page cannot stand below itself. Choose another parent.':
    'Eine Seite kann nicht unter sich selbst stehen. Wählen Sie eine andere übergeordnete Seite.',
  'At most {count} pages can stand one below the other. Choose a parent further up.':
    'Höchstens {count} Seiten können untereinander stehen. Wählen Sie eine übergeordnete Seite weiter oben.',
  '“{title}” stands below this page. Give it another parent first.':
    '„{title}“ steht unter dieser Seite. Geben Sie ihr zuerst eine andere übergeordnete Seite.',
  '"{slug}" is reserved below a page. Please choose another URL slug.':
    '„{slug}“ ist unter einer Seite reserviert. Bitte wählen Sie eine andere Titelform.',
  'With those of its parents, this URL slug is too long. Please shorten one of them.':
    'Zusammen mit denen der übergeordneten Seiten ist diese Titelform zu lang. Bitte kürzen Sie eine davon.',
};
