/** Notes of the staff on posts, and what they answer. */
export const notes = {
  Notes: 'Notizen',
  'Notes ({count, number})': 'Notizen ({count, number})',
  'New note': 'Neue Notiz',
  'On “{title}”. Only staff see them.': 'Zu „{title}“. Nur die Redaktion sieht sie.',
  'Words of the text (optional)': 'Worte aus dem Text (optional)',
  'Within one paragraph. Leave empty for a note on the whole post.':
    'Innerhalb eines Absatzes. Für eine Notiz zum ganzen Beitrag leer lassen.',
  'Mention colleagues to tell them: {names}': 'Erwähnte werden benachrichtigt: {names}',
  'Add note': 'Notiz hinzufügen',
  'Note by {name}': 'Notiz von {name}',
  'Show in the text': 'Im Text zeigen',
  'The text has changed': 'Der Text hat sich geändert',
  Returned: 'Zurückgegeben',
  'Send answer': 'Antwort senden',
  Reopen: 'Wieder öffnen',
  Resolve: 'Erledigen',
  'Deleted account': 'Gelöschtes Konto',
  'Delete this answer?': 'Diese Antwort löschen?',
  'Delete this note?': 'Diese Notiz löschen?',
  'It is deleted permanently.': 'Sie wird endgültig gelöscht.',
  'No open notes.': 'Keine offenen Notizen.',
  '{count, plural, one {# resolved note} other {# resolved notes}}':
    '{count, plural, one {# erledigte Notiz} other {# erledigte Notizen}}',
  'Note added.': 'Die Notiz wurde hinzugefügt.',
  'Answer added.': 'Die Antwort wurde hinzugefügt.',
  'Note resolved.': 'Die Notiz ist erledigt.',
  'Note reopened.': 'Die Notiz ist wieder offen.',
  'Deleted.': 'Gelöscht.',
  'Write the note first.': 'Schreiben Sie zuerst die Notiz.',
  'Use at most 4,000 characters.': 'Verwenden Sie höchstens 4.000 Zeichen.',
  'Use at most 600 characters: a sentence or two.': 'Verwenden Sie höchstens 600 Zeichen: einen Satz oder zwei.',
  'These words are not in the text. Copy them from it exactly, within one paragraph, or leave them out.':
    'Diese Worte stehen nicht im Text. Kopieren Sie sie genau so, innerhalb eines Absatzes, oder lassen Sie sie weg.',
  'These words stand in the text several times. Copy some more of the words around them.':
    'Diese Worte stehen mehrmals im Text. Kopieren Sie mehr von den Worten davor und danach.',
  'This note was resolved in the meantime. Reopen it, then answer.':
    'Diese Notiz wurde inzwischen erledigt. Öffnen Sie sie wieder, und antworten Sie dann.',
  'This note is resolved already.': 'Diese Notiz ist schon erledigt.',
  'This note is open already.': 'Diese Notiz ist schon offen.',
  'Somebody wrote here in the meantime. Read it, then decide again.':
    'Hier hat inzwischen jemand geschrieben. Lesen Sie es, und entscheiden Sie dann noch einmal.',
  'Only who wrote a note can delete it.': 'Nur wer eine Notiz geschrieben hat, kann sie löschen.',
  'Somebody else answered this note, so it stays. You can resolve it.':
    'Jemand anderes hat auf diese Notiz geantwortet, deshalb bleibt sie. Sie können sie erledigen.',
  'In review': 'In Prüfung',
  'Hand in for review': 'Zur Prüfung geben',
  'Take back': 'Zurücknehmen',
  'Return to the author': 'An den Autor zurückgeben',
  'Return to the author…': 'An den Autor zurückgeben…',
  Return: 'Zurückgeben',
  'What should change?': 'Was soll geändert werden?',
  'Its authors are told by e-mail, and read it in the notes on the post.':
    'Die Autoren erfahren es per E-Mail und lesen es in den Notizen zum Beitrag.',
  'This post is not in review.': 'Dieser Beitrag ist nicht in Prüfung.',
  'Handed in for review.': 'Zur Prüfung gegeben.',
  'Taken back. It is a draft again.': 'Zurückgenommen. Der Beitrag ist wieder ein Entwurf.',
  'Saved and handed in for review.': 'Gespeichert und zur Prüfung gegeben.',
  'Saved and taken back. It is a draft again.': 'Gespeichert und zurückgenommen. Der Beitrag ist wieder ein Entwurf.',
  'Returned. Its authors are told why.': 'Zurückgegeben. Die Autoren erfahren, warum.',
  'Only a draft can be handed in for review.': 'Nur ein Entwurf kann zur Prüfung gegeben werden.',
  'This post is not in review any more.': 'Dieser Beitrag ist nicht mehr in Prüfung.',
  'Give it a title before you hand it in.': 'Geben Sie dem Beitrag einen Titel, bevor Sie ihn zur Prüfung geben.',
  'Your role does not publish posts. Hand it in for review instead.':
    'Ihre Rolle veröffentlicht keine Beiträge. Geben Sie den Beitrag zur Prüfung.',
  '{count, plural, one {# post is} other {# posts are}} waiting for review.':
    '{count, plural, one {# Beitrag wartet} other {# Beiträge warten}} auf Prüfung.',
  Review: 'Prüfen',
  Contributor: 'Mitarbeit',
  'drafts that others publish': 'Entwürfe, die andere veröffentlichen',
  'In review: readers see the entry once it is published.':
    'In Prüfung: Leser sehen den Eintrag, sobald der Beitrag veröffentlicht ist.',
  'This is in review. Only people with this link can see it.':
    'Das ist in Prüfung. Nur wer diesen Link hat, kann es sehen.',
  'This note no longer exists.': 'Diese Notiz gibt es nicht mehr.',
};
