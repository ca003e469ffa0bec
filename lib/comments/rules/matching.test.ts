import { expect, test } from 'vitest';
import { compileRules, matchRules, outcomeOf, problemOf } from './matching';
import type { Rule, RuleKind } from './rule';

const rule = (kind: RuleKind, text: string, more: Partial<Rule> = {}): Rule => ({
  id: `${kind} ${text}`,
  kind,
  text,
  outcome: 'hold',
  message: '',
  ...more,
});

/** What a rule finds in a text; null if nothing. */
function found(kind: RuleKind, looked: string, text: string) {
  const [match] = matchRules(compileRules([rule(kind, looked)]), text);
  return match ? text.slice(match.begin, match.end) : null;
}

test.each([
  ['casino', 'The best CASINO in town', 'CASINO'],
  ['casino', 'The best casino!', 'casino'],
  ['casino', 'c4s1n0 here', 'c4s1n0'],
  ['casino', 'ca$ino!!', 'ca$ino'],
  ['casino', 'сasinо in Cyrillic', 'сasinо'],
  ['yes', 'say ҮҽЅ now', 'ҮҽЅ'],
  ['cool', 'so CООӀ', 'CООӀ'],
  ['vicious', 'ᴠɪᴄɪᴏᴜꜱ small capitals', 'ᴠɪᴄɪᴏᴜꜱ'],
  ['casino', 'ｃａｓｉｎｏ wide', 'ｃａｓｉｎｏ'],
  ['casino', 'cásïnö', 'cásïnö'],
  ['casino', 'cas\u00ADino', 'cas\u00ADino'],
  ['casino', '𝐜𝐚𝐬𝐢𝐧𝐨', '𝐜𝐚𝐬𝐢𝐧𝐨'],
  ['c4sino', 'casino', 'casino'],
  ['cheap pills', 'Buy cheap, PILLS now', 'cheap, PILLS'],
  ['赌场', '最好的赌场在这里', '赌场'],
  ['казино', 'Лучшее Казино', 'Казино'],
])('the word “%s” is found in “%s”', (word, text, expected) => {
  expect(found('word', word, text)).toBe(expected);
});

test.each([
  ['casino', 'two casinos'],
  ['ass', 'a classic passage'],
  ['loo', 'it cost 100'],
  ['pot', 'рот по-русски'],
  ['ropa', 'гора по-русски'],
  ['cheap pills', 'cheap sleeping pills'],
  ['bob', ''],
])('the word “%s” is not found in “%s”', (word, text) => {
  expect(found('word', word, text)).toBeNull();
});

test.each([
  ['casino.example', 'see https://casino.example/win', 'casino.example'],
  ['casino.example', 'see www.casino.example', 'www.casino.example'],
  ['casino.example', 'HTTPS://De.Casino.Example', 'De.Casino.Example'],
  ['https://www.casino.example/x', 'at casino.example.', 'casino.example'],
  ['*.casino.example', 'mailto:win@casino.example', 'casino.example'],
  ['bücher.example', 'https://xn--bcher-kva.example/', 'xn--bcher-kva.example'],
])('the link “%s” is found in “%s”', (host, text, expected) => {
  expect(found('link', host, text)).toBe(expected);
});

test.each(['notcasino.example', 'casino.example.org', 'casino'])(
  'a link is its host and what is below it, not “%s”',
  (text) => {
    expect(found('link', 'casino.example', text)).toBeNull();
  },
);

test('a pattern is RE2, without regard to case', () => {
  expect(found('pattern', String.raw`win \d+ (euros|dollars)`, 'You WIN 500 Euros!')).toBe('WIN 500 Euros');
  expect(found('pattern', String.raw`win \d+`, 'nobody wins')).toBeNull();
});

test.each([
  ['pattern', 'ab(c', 'This pattern cannot be read: missing closing ), at character 1, “ab(c”.'],
  ['pattern', 'ab**', 'This pattern cannot be read: invalid nested repetition operator, at character 3, “**”.'],
  ['pattern', '(?=x)y', 'at character 1, “(?=”'],
  ['pattern', '(the same phrase ){40}', 'This pattern is too large'],
  ['pattern', 'a*', 'This pattern matches every comment'],
  ['word', '!!!', 'A word has letters or digits.'],
  ['link', 'no host', '“no host” is not a host.'],
  ['link', 'localhost', '“localhost” is not a host.'],
] as const)('the %s “%s” is refused in a sentence', (kind, text, sentence) => {
  expect(problemOf({ kind, text })).toContain(sentence);
});

test('what can be used has no problem', () => {
  expect(problemOf({ kind: 'pattern', text: String.raw`[\p{L}\d]{100}` })).toBe('');
  expect(problemOf({ kind: 'link', text: 'casino.example' })).toBe('');
  expect(problemOf({ kind: 'word', text: 'cheap pills' })).toBe('');
});

test('the strictest of several rules decides', () => {
  const rules = [
    rule('word', 'one'),
    rule('word', 'two', { outcome: 'refuse' }),
    rule('word', 'three', { outcome: 'spam' }),
  ];
  const compiled = compileRules(rules);
  expect(outcomeOf(matchRules(compiled, 'one three'))).toBe('spam');
  expect(outcomeOf(matchRules(compiled, 'one two three'))).toBe('refuse');
  expect(outcomeOf(matchRules(compiled, 'nothing'))).toBeNull();
});

test.each(['a'.repeat(10_000), '@'.repeat(10_000), 'a!'.repeat(5_000), 'a.'.repeat(5_000), `${'a'.repeat(9_999)}!`])(
  'five hundred rules judge the worst of texts in bounded time',
  (text) => {
    const words = Array.from({ length: 400 }, (_, index) => rule('word', `casino${index}`));
    const patterns = Array.from({ length: 100 }, (_, index) => rule('pattern', `(a+)+(a|aa)*b${index}$`));
    const compiled = compileRules([...words, ...patterns]);
    const began = performance.now();
    expect(matchRules(compiled, text)).toEqual([]);
    expect(performance.now() - began).toBeLessThan(5_000);
  },
);
