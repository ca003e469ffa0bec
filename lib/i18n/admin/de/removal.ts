/** Removing people, and inviting them again. */
export const removal = {
  'last seen {day}': 'zuletzt gesehen {day}',
  'Last seen {day}': 'Zuletzt gesehen {day}',
  'Send the invitation again': 'Einladung noch einmal senden',
  'This user has no e-mail address.': 'Dieser Benutzer hat keine E-Mail-Adresse.',
  'This user has followed an invitation already.': 'Dieser Benutzer ist schon einer Einladung gefolgt.',
  'Choose what happens to their posts.': 'Wählen Sie, was mit den Beiträgen geschieht.',
  'Delete your own account on your account page.': 'Löschen Sie Ihr eigenes Konto auf der Seite Ihres Kontos.',
  'This account is about to be deleted already.': 'Dieses Konto wird schon bald gelöscht.',
  'This account is not about to be deleted.': 'Dieses Konto wird nicht gelöscht.',
  'They have more than {count} posts. Give them to another author, or keep them under the name.':
    'Es sind mehr als {count} Beiträge. Geben Sie sie einem anderen Autor, oder behalten Sie sie unter dem Namen.',
  'The posts are given away. The account is suspended, and is deleted in a day.':
    'Die Beiträge sind vergeben. Das Konto ist gesperrt und wird in einem Tag gelöscht.',
  'The account is closed. The posts stay under the name.':
    'Das Konto ist geschlossen. Die Beiträge bleiben unter dem Namen.',
  'The posts are in the trash. The account is suspended, and is deleted in a day.':
    'Die Beiträge sind im Papierkorb. Das Konto ist gesperrt und wird in einem Tag gelöscht.',
  'The account of {name} is kept. They may sign in again.':
    'Das Konto von {name} bleibt. Die Anmeldung ist wieder möglich.',
  'About to be deleted': 'Wird gelöscht',
  'The account and its data are deleted after {moment} ({zone}); comments stay without a name.':
    'Das Konto und seine Daten werden nach dem {moment} ({zone}) gelöscht; Kommentare bleiben ohne Namen.',
  'Keep the account': 'Konto behalten',
  'Posts that others wrote with them stay with these. Comments stay, without a name unless you keep the name.':
    'Beiträge, die andere mitgeschrieben haben, bleiben bei diesen. Kommentare bleiben, ohne Namen, sofern Sie den Namen nicht behalten.',
  'Their posts and pages': 'Beiträge und Seiten',
  'Keep them under the name, without an account': 'Unter dem Namen behalten, ohne Konto',
  'Give them to another author': 'Einem anderen Autor geben',
  'Move them to trash': 'In den Papierkorb legen',
  'Author who gets them': 'Autor, der sie erhält',
  'Only if they are given to another: a name, an e-mail address or the URL slug of an author page.':
    'Nur wenn ein anderer sie erhält: ein Name, eine E-Mail-Adresse oder die Titelform einer Autorenseite.',
  'Remove user': 'Benutzer entfernen',
  'Remove {name}?': '{name} entfernen?',
  'They are signed out at once. Without the name, the account is deleted after a day; until then you can keep it.':
    'Die Abmeldung erfolgt sofort. Ohne den Namen wird das Konto nach einem Tag gelöscht; bis dahin können Sie es behalten.',
};
