import { expect, test } from 'vitest';
import { mentionHtml, possibleNames, splitAtMentions } from './mention';

const [ida, brandt, jorn] = [{ typed: 'Ida' }, { typed: 'Ida Brandt' }, { typed: 'Jørn Å.' }];
const named = (text: string) =>
  splitAtMentions(text, [ida, brandt, jorn]).flatMap((part) => (typeof part === 'string' ? [] : [part.typed]));

test.each([
  ['@Ida is right', ['Ida']],
  ['Ask @Ida Brandt, or @Ida.', ['Ida Brandt', 'Ida']],
  ['(@Jørn Å.)', ['Jørn Å.']],
  ['“@Ida”', ['Ida']],
  ['@Idaho and @Ida_', []],
  ['mail@Ida.example, a/@Ida, @@Ida', []],
  ['@ida, @IDA BRANDT, @jØRN å.', ['Ida', 'Ida Brandt', 'Jørn Å.']],
  ['@Ida-Lotte, @Ida-𝒳 and @Ida‑Lotte', []],
  ['@Ida- and @Ida--well', ['Ida', 'Ida']],
  ['@', []],
])('in %j are mentioned: %j', (text, people) => {
  expect(named(text)).toEqual(people);
});

test('any apostrophe stands for any other', () => {
  for (const typed of ['Anna O’Neil', "Anna O'Neil"]) {
    const text = "@Anna O'Neil and @Anna O’Neil";
    expect(splitAtMentions(text, [{ typed: 'Anna' }, { typed }])).toEqual(['', { typed }, ' and ', { typed }, '']);
  }
  expect(possibleNames("@O'Neil")).toContain('o’neil');
  expect(possibleNames('@O’Neil')).toContain("o'neil");
});

test('what stands around mentions stays, to the letter', () => {
  const text = '  @Ida,\n@Ida Brandt @Nobody @ ';
  const parts = splitAtMentions(text, [ida, brandt]);
  expect(parts.map((part) => (typeof part === 'string' ? part : `@${part.typed}`)).join('')).toBe(text);
});

test('names are looked for as far as their words go on, on one line', () => {
  expect(possibleNames('Well, @Ida Brandt\nis right')).toEqual(['ida', 'ida brandt']);
  expect(possibleNames('@J. R. Tolkien')).toEqual(['j', 'j.', 'j. r', 'j. r.', 'j. r. tolkien']);
  expect(possibleNames('nobody@example.test')).toEqual([]);
  expect(possibleNames('@x '.repeat(10_000)).length).toBeLessThan(1_000);
});

test('a mention leads to a page that everybody can open, and its name is text', () => {
  const shown = { name: '<b>Ida', slug: 'ida', hasProfile: true };
  expect(mentionHtml(shown)).toBe(
    '<a class="mention" href="/comments/by/ida" rel="nofollow">@<bdi>&lt;b&gt;Ida</bdi></a>',
  );
  expect(mentionHtml({ ...shown, hasProfile: false })).toBe('<span class="mention">@<bdi>&lt;b&gt;Ida</bdi></span>');
});
