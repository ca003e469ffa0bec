/** Profiles of others, and merging authors and tags. */
export const people = {
  'What readers see. People change it themselves on their account page.':
    'Was Leser sehen. Jeder ändert es selbst auf der Seite des eigenen Kontos.',
  'The author page is at {address}. After a change, the old address redirects.':
    'Die Autorenseite steht unter {address}. Nach einer Änderung leitet die alte Adresse weiter.',
  Biography: 'Biografie',
  Website: 'Website',
  Profile: 'Profil',
  'Posts and pages': 'Beiträge und Seiten',
  'Merge two authors by giving the posts of one to the other. Account and comments stay.':
    'Führen Sie zwei Autoren zusammen, indem Sie die Beiträge des einen dem anderen geben. Konto und Kommentare bleiben.',
  'Take back what was given to {name} on {day}': 'Zurückholen, was am {day} an {name} ging',
  'Give all to': 'Alle geben an',
  'A name, an e-mail address or the URL slug of an author page.':
    'Ein Name, eine E-Mail-Adresse oder die Titelform einer Autorenseite.',
  'Give posts': 'Beiträge geben',
  'Give all posts of {name} to another author?': 'Alle Beiträge von {name} einem anderen Autor geben?',
  'Give all posts of {name} to “…”?': 'Alle Beiträge von {name} an „…“ geben?',
  'Their author page redirects to the other’s. You can take the posts back afterwards.':
    'Die Autorenseite leitet zur anderen weiter. Sie können die Beiträge danach zurückholen.',
  'Left as it is, it follows the name.': 'Unverändert folgt sie dem Namen.',
  'The profile of {name} is saved.': 'Das Profil von {name} ist gespeichert.',
  'Their posts are {name}’s now, and the old author page redirects there.':
    'Die Beiträge gehören jetzt {name}, und die alte Autorenseite leitet dorthin weiter.',
  'The posts are {name}’s again.': 'Die Beiträge gehören wieder {name}.',
  'Use at most 1,000 characters for the biography.': 'Verwenden Sie für die Biografie höchstens 1.000 Zeichen.',
  'The author page of {name} has this URL slug.': 'Die Autorenseite von {name} hat diese Titelform.',
  'This was the URL slug of another author, and still leads to their page.':
    'Das war die Titelform eines anderen Autors und führt noch zu dessen Seite.',
  '"deleted-" is reserved.': '„deleted-“ ist reserviert.',
  '{name} has no posts and no pages.': '{name} hat weder Beiträge noch Seiten.',
  'There is nothing to take back.': 'Es gibt nichts zurückzuholen.',
  'Enter who gets the posts.': 'Geben Sie an, wer die Beiträge erhält.',
  'Nobody has this name, e-mail address or URL slug.':
    'Niemand hat diesen Namen, diese E-Mail-Adresse oder diese Titelform.',
  'Several people have this name. Enter the e-mail address or the URL slug.':
    'Mehrere haben diesen Namen. Geben Sie die E-Mail-Adresse oder die Titelform ein.',
  'These are their own posts. Choose somebody else.': 'Das sind die eigenen Beiträge. Wählen Sie jemand anderen.',
  'The tag “{name}” has this URL slug.': 'Das Schlagwort „{name}“ hat diese Titelform.',
  'This was a URL slug of the tag “{name}” and still leads there.':
    'Das war eine Titelform des Schlagworts „{name}“ und führt noch dorthin.',
};
