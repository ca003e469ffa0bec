/** What decides about comments by itself: rules, the spam model and services; and what moderation answers. */
export const moderation = {
  'Moderation rule': 'Moderationsregel',
  Rule: 'Regel',
  'Remove rule': 'Regel entfernen',
  'Remove this rule?': 'Diese Regel entfernen?',
  'Its count goes with it. Comments that it held stay as they are.':
    'Ihre Zählung wird mit entfernt. Kommentare, die sie zurückhielt, bleiben, wie sie sind.',
  'New and changed comments of readers are checked for these; the strictest rule that matches decides.':
    'Neue und geänderte Kommentare von Lesern werden darauf geprüft; die strengste Regel, die zutrifft, entscheidet.',
  'No rules yet.': 'Noch keine Regeln.',
  'Add a rule': 'Regel hinzufügen',
  'Add rule': 'Regel hinzufügen',
  'Save rule': 'Regel speichern',
  'At most 500, of which 100 patterns.': 'Höchstens 500, davon 100 Muster.',
  Test: 'Test',
  'What the active rules would do. Nothing is stored or counted.':
    'Was die aktiven Regeln tun würden. Nichts wird gespeichert oder gezählt.',
  'Import a list': 'Liste importieren',
  'One word, host or pattern on each line; lines that begin with # are left out.':
    'Ein Wort, Host oder Muster je Zeile; Zeilen, die mit # beginnen, werden ausgelassen.',
  'What the lines are': 'Was die Zeilen sind',
  'What the rules do': 'Was die Regeln tun',
  'What it looks for': 'Wonach sie sucht',
  'Word, host or pattern': 'Wort, Host oder Muster',
  'A word is also found in look-alike letters (c4sin0). A host such as example.com includes its subdomains. A pattern is RE2 and ignores case.':
    'Ein Wort wird auch in ähnlich aussehenden Zeichen gefunden (c4sin0). Ein Host wie example.com schließt seine Subdomains ein. Ein Muster ist RE2 und unterscheidet nicht zwischen Groß- und Kleinschreibung.',
  'What it does': 'Was sie tut',
  'Message to the author (optional)': 'Nachricht an den Autor (freiwillig)',
  'Its author reads it. Without one, they read that the comment has words or links that are not accepted.':
    'Der Autor liest sie. Ohne Nachricht liest er, dass der Kommentar Wörter oder Links enthält, die nicht angenommen werden.',
  'For moderators.': 'Für Moderatoren.',
  'Word or phrase': 'Wort oder Wortfolge',
  'Pattern (RE2)': 'Muster (RE2)',
  'Hold for approval': 'Bis zur Freigabe zurückhalten',
  'Mark as spam': 'Als Spam markieren',
  'Reject with a message': 'Mit einer Nachricht ablehnen',
  'Try on the last 500 comments': 'An den letzten 500 Kommentaren ausprobieren',
  'Test this text': 'Diesen Text testen',
  'Test the last 500 comments': 'Die letzten 500 Kommentare testen',
  'See the comment': 'Kommentar ansehen',
  Off: 'Aus',
  'Switch off': 'Ausschalten',
  'Switch on': 'Einschalten',
  ' the rule {text}': ': die Regel {text}',
  'no matches yet': 'noch keine Treffer',
  '{count, plural, one {matched once} other {matched # times}}, last {moment}':
    '{count, plural, one {ein Treffer} other {# Treffer}}, zuletzt {moment}',
  'No rule matches: the rules would let this comment through.':
    'Keine Regel trifft zu: Die Regeln würden diesen Kommentar durchlassen.',
  'This comment would be held for approval.': 'Dieser Kommentar würde bis zur Freigabe zurückgehalten.',
  'This comment would be marked as spam.': 'Dieser Kommentar würde als Spam markiert.',
  'This comment would be refused.': 'Dieser Kommentar würde abgelehnt.',
  'The active rules match {count} of the last {total} comments.':
    'Die aktiven Regeln treffen auf {count} der letzten {total} Kommentare zu.',
  'The {rule} matches {count} of the last {total} comments.':
    'Treffer bei {count} der letzten {total} Kommentare: {rule}.',
  'Learns from what moderators of this site approve and mark as spam, and from nothing else. It can hold comments, never delete or refuse them.':
    'Lernt daraus, was Moderatoren dieser Website freigeben und als Spam markieren, und aus nichts anderem. Es kann Kommentare zurückhalten, aber nie löschen oder ablehnen.',
  'Nothing is learnt yet: the model is trained within an hour once moderators have approved, or marked as spam, {count} comments of readers.':
    'Noch ist nichts gelernt: Das Modell wird innerhalb einer Stunde trainiert, sobald Moderatoren {count} Kommentare von Lesern freigegeben oder als Spam markiert haben.',
  '98 % of what it would hold has to be spam, of at least {held} comments among at least {decisions} later decisions.':
    '98 % dessen, was es zurückhalten würde, müssen Spam sein, bei mindestens {held} Kommentaren unter mindestens {decisions} späteren Entscheidungen.',
  'On: comments that are most likely spam await approval.':
    'Eingeschaltet: Kommentare, die höchstwahrscheinlich Spam sind, warten auf Freigabe.',
  'Paused: its precision is no longer shown, so it holds nothing.':
    'Angehalten: Die Genauigkeit ist nicht mehr belegt, daher hält es nichts zurück.',
  'In shadow: it holds nothing. Its precision is shown, so it can be switched on.':
    'Im Probebetrieb: Es hält nichts zurück. Die Genauigkeit ist belegt, es kann eingeschaltet werden.',
  'In shadow: it holds nothing, and can be switched on once its precision is shown.':
    'Im Probebetrieb: Es hält nichts zurück und kann eingeschaltet werden, sobald die Genauigkeit belegt ist.',
  'What it would hold': 'Was es zurückhalten würde',
  '{count} of the last {judged} comments, of which these are the newest {shown}.':
    '{count} der letzten {judged} Kommentare; hier stehen die neuesten {shown}.',
  '{count} of the last {judged} comments.': '{count} der letzten {judged} Kommentare.',
  'A comment without words': 'Ein Kommentar ohne Wörter',
  '{percent} % likely spam': 'zu {percent} % Spam',
  'How well it does': 'Wie gut es ist',
  'Measured on the latest decisions by a model of the earlier ones, {moment}.':
    'Gemessen an den neuesten Entscheidungen mit einem Modell aus den früheren, {moment}.',
  Decisions: 'Entscheidungen',
  '{count} of them spam': 'davon {count} Spam',
  'Measured on': 'Gemessen an',
  'of the latest': 'der neuesten',
  Precision: 'Genauigkeit',
  '{rightly} of the {held} that it would have held were spam':
    '{rightly} der {held}, die es zurückgehalten hätte, waren Spam',
  Recall: 'Trefferquote',
  'of {spam} that were spam, it would have held {rightly}':
    'von {spam}, die Spam waren, hätte es {rightly} zurückgehalten',
  'none yet': 'noch keine',
  Services: 'Dienste',
  'What no rule holds is checked by {services}. If a service gives no answer, the comment awaits approval.':
    'Was keine Regel zurückhält, prüfen Dienste: {services}. Antwortet einer nicht, wartet der Kommentar auf Freigabe.',
  '{count, plural, one {1 comment was} other {# comments were}} held in the last 24 hours because a service gave no answer. The last, {moment}: {failure}.':
    '{count, plural, one {1 Kommentar wurde} other {# Kommentare wurden}} in den letzten 24 Stunden zurückgehalten, weil ein Dienst nicht antwortete. Zuletzt {moment}: {failure}.',
  'All answered in the last 24 hours.': 'In den letzten 24 Stunden haben alle geantwortet.',
  'Held because of the rule {rule}': 'Zurückgehalten wegen der Regel {rule}',
  'Held because of the rules {rules}': 'Zurückgehalten wegen der Regeln {rules}',
  'Marked as spam because of the rule {rule}': 'Als Spam markiert wegen der Regel {rule}',
  'Marked as spam because of the rules {rules}': 'Als Spam markiert wegen der Regeln {rules}',
  'Held by the spam model': 'Vom Spam-Modell zurückgehalten',
  'Held by the spam model: {reasons}': 'Vom Spam-Modell zurückgehalten: {reasons}',
  'Spam model: {percent} % likely spam because of {reasons}': 'Spam-Modell: zu {percent} % Spam wegen {reasons}',
  'Spam model, in shadow: {percent} % likely spam because of {reasons}':
    'Spam-Modell, im Probebetrieb: zu {percent} % Spam wegen {reasons}',
  'Approved this comment.': 'Dieser Kommentar wurde freigegeben.',
  'Hid this comment.': 'Dieser Kommentar wurde ausgeblendet.',
  'Restored this comment.': 'Dieser Kommentar wurde wiederhergestellt.',
  'Deleted this comment.': 'Dieser Kommentar wurde gelöscht.',
  'Marked this comment as spam.': 'Dieser Kommentar wurde als Spam markiert.',
  'Approved {what}.': 'Freigegeben: {what}.',
  'Hid {what}.': 'Ausgeblendet: {what}.',
  'Restored {what}.': 'Wiederhergestellt: {what}.',
  'Deleted {what}.': 'Gelöscht: {what}.',
  'Marked {what} as spam.': 'Als Spam markiert: {what}.',
  'Undone for {what}.': 'Rückgängig gemacht: {what}.',
  'Kept {what}. New reports no longer hide it.': 'Behalten: {what}. Neue Meldungen blenden ihn nicht mehr aus.',
  'Hid {what} until you decide.': 'Bis zu Ihrer Entscheidung ausgeblendet: {what}.',
  '1 comment': '1 Kommentar',
  '{count} comments': '{count} Kommentare',
  'Your reply is posted.': 'Ihre Antwort ist veröffentlicht.',
  'Your reply awaits approval.': 'Ihre Antwort wartet auf Freigabe.',
  'The comment was removed, and its author is told why.':
    'Der Kommentar wurde entfernt, und der Autor erfährt den Grund.',
  'The comment was edited. Readers see that it was.': 'Der Kommentar wurde bearbeitet. Leser sehen, dass er es wurde.',
  'The conversation is locked. Unlock it to allow comments again.':
    'Die Diskussion ist gesperrt. Entsperren Sie sie, um wieder Kommentare zuzulassen.',
  'The conversation is unlocked.': 'Die Diskussion ist entsperrt.',
  'Upheld: the comment is shown again, and its author is told.':
    'Stattgegeben: Der Kommentar wird wieder gezeigt, und der Autor erfährt es.',
  'Rejected: the comment stays removed, and its author is told.':
    'Abgelehnt: Der Kommentar bleibt entfernt, und der Autor erfährt es.',
  'New comments by {name} are published as those of everybody.':
    'Neue Kommentare von {name} werden veröffentlicht wie die aller anderen.',
  'New comments by {name} await approval.': 'Neue Kommentare von {name} warten auf Freigabe.',
  'New comments by {name} are shown only to them and to moderators.':
    'Neue Kommentare von {name} sehen nur diese Person und Moderatoren.',
  'Hiding {comments} by {name}.': 'Wird ausgeblendet: {comments} von {name}.',
  'Showing again the comments that were hidden together.':
    'Die zusammen ausgeblendeten Kommentare werden wieder gezeigt.',
  'Declined. The article stays as it is.': 'Abgelehnt. Der Artikel bleibt, wie er ist.',
  'Accepted. “{title}” is corrected, and says so below the article.':
    'Angenommen. „{title}“ ist korrigiert, und unter dem Artikel steht es.',
  'The rule was removed.': 'Die Regel wurde entfernt.',
  'The rule is switched off.': 'Die Regel ist ausgeschaltet.',
  'The rule is switched on.': 'Die Regel ist eingeschaltet.',
  'This list is too long. Import it in parts.': 'Diese Liste ist zu lang. Importieren Sie sie in Teilen.',
  'The spam model holds comments now.': 'Das Spam-Modell hält jetzt Kommentare zurück.',
  'The spam model is in shadow: it holds no comment. What it held still awaits approval.':
    'Das Spam-Modell ist im Probebetrieb: Es hält keine Kommentare zurück. Was es zurückhielt, wartet weiter auf Freigabe.',
};
