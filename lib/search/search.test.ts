import { expect, test } from 'vitest';
import { startProcessorTime } from '@/tests/setup/processor-time';
import { marked, snippetOf } from './search';
import { foldedWords, termsOf, wordsOfText } from './words';

test('folds words in texts and queries alike', () => {
  expect(foldedWords('Crème BRÛLÉE, Straße; Ærø — Ångström’s 100%')).toEqual([
    'creme',
    'brulee',
    'strasse',
    'aero',
    'angstrom',
    's',
    '100',
  ]);
  expect(foldedWords('ГАВАНЬ İstanbul')).toEqual(['гавань', 'istanbul']);
  expect(foldedWords('港口 and 灯')).toEqual(['港', '口', 'and', '灯']);
  expect(foldedWords('\0 *()":^ 🎣')).toEqual([]);
});

test.each([
  ['كَتَبَ المُعَلِّمُ أحمد', 'كتب المعلم احمد'],
  ['إلى مدرسة مـــرحبا', 'الي مدرسه مرحبا'],
  ['شָׁלוֹם'.replace('ش', 'ש'), 'שלום'],
  ['Hoch\u00adspannung Donau\u200bdampfer', 'hochspannung donaudampfer'],
  ['ΘΆΛΑΣΣΕΣ', 'θάλασσες'],
  ['हिन्दी सम्बन्ध फ़िल्म', 'हिंदी संबंध फिल्म'],
  ['エラー404 サーバーOS', 'えら404 ｻｰﾊﾞOS'],
  ['リンゴ コンピューター', 'りんご コンピュータ'],
  ['٢٠٢٦ २०२६', '2026 2026'],
  ['می\u200cخواهم', 'مي-خواهم'],
  ['C++ C# F♯', 'cplusplus csharp fsharp'],
  ['.NET ASP.NET', 'dotnet asp net'],
])('%s has the words of %s', (one, other) => {
  expect(foldedWords(one)).toEqual(foldedWords(other));
});

test('keeps different words apart', () => {
  expect(foldedWords('사과')[0]).not.toBe(foldedWords('사관학교')[0]?.slice(0, 2));
  expect(foldedWords('ビル')).not.toEqual(foldedWords('ビール'));
  expect(new Set(['C', 'C++', 'C#', 'F#', 'net', '.NET'].map((text) => foldedWords(text).join()))).toHaveProperty(
    'size',
    6,
  );
  expect(foldedWords('see foo#bar ++i ...and so on')).toEqual(['see', 'foo', 'bar', 'i', 'and', 'so', 'on']);
});

test('indexes a hyphenated word also as one word', () => {
  const { words, beside } = wordsOfText('An e-mail about node.js, don’t, H.264, 1,200 seats, Notepad++ and 港-口');

  expect(words.join(' ')).toContain('e mail about node js don t h 264 1 200 seats notepadplusplus');
  expect(beside).toEqual(['email', 'nodejs', 'dont', 'h264', '1200', 'notepad']);
  expect(termsOf('e-mail "node.js"')).toEqual([
    { words: ['e', 'mail'], isPrefix: false, others: [{ words: ['email'], isPrefix: false }] },
    { words: ['node', 'js'], isPrefix: false },
  ]);
});

test('words of Hangul are always beginnings', () => {
  expect(termsOf('서울 도서관').map(({ isPrefix }) => isPrefix)).toEqual([true, true]);
  expect(termsOf('책').map(({ isPrefix }) => isPrefix)).toEqual([true]);
});

test.each(['y', 'é', '\u0301', 'न्', '-a', 'ー', '+', '.a', '#'])(
  'much of %s takes no longer than its length',
  (text) => {
    const processorTime = startProcessorTime();
    const words = wordsOfText(text.repeat(250_000)).words;
    snippetOf(`a${text.repeat(60_000)}`, termsOf(`"a ${text} b" ${text} a-${text}`));

    expect(words.every((word) => word.length <= 60)).toBe(true);
    expect(processorTime()).toBeLessThan(5_000);
  },
);

test('reads a query as words and phrases only', () => {
  expect(termsOf('  Tide "low water" harbour-master  tide mar')).toEqual([
    { words: ['tide'], isPrefix: false },
    { words: ['low', 'water'], isPrefix: false },
    {
      words: ['harbour', 'master'],
      isPrefix: false,
      others: [{ words: ['harbourmaster'], isPrefix: false }],
    },
    { words: ['mar'], isPrefix: true },
  ]);
  expect(termsOf('tide "low wa')).toEqual([
    { words: ['tide'], isPrefix: false },
    { words: ['low', 'wa'], isPrefix: false },
  ]);
  expect(termsOf('NEAR(title: x* OR -y)').flatMap((term) => term.words)).toEqual(['near', 'title', 'x', 'or', 'y']);
  expect(termsOf('*()')).toEqual([]);
  expect(termsOf('a ').map((term) => term.isPrefix)).toEqual([false]);
});

test('limits a long query', () => {
  const terms = termsOf(Array.from({ length: 10_000 }, (_, at) => `w${at}`).join(' '));

  expect(terms).toHaveLength(8);
  expect(termsOf(`"${'x '.repeat(10_000)}"`).flatMap((term) => term.words)).toHaveLength(16);
  expect(termsOf('y'.repeat(10_000))[0]?.words[0]).toHaveLength(60);
});

test('a snippet shows the first match in context, marked', () => {
  const text = `${'Fog all week. '.repeat(40)}Then the Hârbour master spoke. ${'More fog. '.repeat(40)}`;
  const snippet = snippetOf(text, termsOf('harbour master'));

  expect(snippet.filter((piece) => piece.isHit).map((piece) => piece.text)).toEqual(['Hârbour', 'master']);
  expect(snippet[0]?.text.startsWith('… ')).toBe(true);
  expect(snippet.map((piece) => piece.text).join('').length).toBeLessThan(240);
});

test.each([
  ['tide', 'Tides at low tide', ['tide'], false],
  ['tid', 'Tides at low tide', ['Tides', 'tide'], true],
  ['strasse', 'Große Straße', ['Straße'], false],
  ['"low water"', 'At low, water; low water', ['low, water', 'low water'], false],
  ['港口', '在港口的灯', ['港口'], false],
  ['hochspannung', 'die Hoch\u00adspannung', ['Hoch\u00adspannung'], false],
  ['email', 'Send an E-Mail or email', ['E-Mail', 'email'], false],
  ['c++', 'C, C++ and C#', ['C++'], false],
  ['c#', 'C, C++ and C#', ['C#'], false],
  ['.net', 'A net on .NET', ['.NET'], false],
  ['كتب', 'ثم كَتَبَ رسالة', ['كَتَبَ'], false],
  ['احمد', 'هنا أحمد', ['أحمد'], false],
  ['사과', '사과를 사관에서', ['사과를'], true],
  ['りんご', '赤いリンゴ', ['リンゴ'], false],
  ['サーバ', '新サーバーOS', ['サーバー'], false],
  ['संबंध', 'यह सम्बन्ध है', ['सम्बन्ध'], false],
  ['แม่น้ำ', 'ในแม่น้ำใส', ['แม่น้ำ'], false],
  ['2026', 'سنة ٢٠٢٦', ['٢٠٢٦'], false],
])('%s is marked in “%s”', (question, text, hits, isPrefix) => {
  const terms = termsOf(question).map((term) => ({ ...term, isPrefix }));

  const pieces = marked(text, terms);
  expect(pieces.filter((piece) => piece.isHit).map((piece) => piece.text)).toEqual(hits);
  expect(pieces.map((piece) => piece.text).join('')).toBe(text);
});
