/** Pages below others. */
export const pageTree = {
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
