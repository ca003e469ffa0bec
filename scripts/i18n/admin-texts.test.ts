import { describe, expect, test } from 'vitest';
import { german, germanByArea } from '@/lib/i18n/admin/de';
import { en } from '@/lib/i18n/catalogues/en';
import { sentenceIn } from '@/lib/i18n/sentences';
import { registers } from './registers';
import { bareWordsIn, drawnWith, saidIn, sourcesBelow, stringsIn, textsIn } from './source-texts';
import { messageParts, partsOf, placeholdersOf } from '../../tests/factories/message-parts';

const sources = ['app', 'components', 'lib'].flatMap(sourcesBelow).filter((file) => !file.startsWith('lib/i18n/'));
/** What staff see of the admin on the site itself. */
const onTheSite = [
  'app/(live)/[slug]/comments/[id]/highlight-actions.tsx',
  'app/(live)/[slug]/comments/[id]/moderator-actions.tsx',
  ...sourcesBelow('app/(live)/preview').filter((file) => !file.includes('/reports/')),
  'components/comments/lock-form.tsx',
  'components/comments/staff-words.ts',
  'components/posts/preview-note.tsx',
  'components/slots/overlay-bar.tsx',
  'components/slots/preview-bar.tsx',
  'components/slots/slot-explained.tsx',
];
const drawn = [...drawnWith(sourcesBelow('app/(admin)')), ...onTheSite];
const readersKeys = new Set(Object.keys(en));
const writing = [...drawn, ...sourcesBelow('lib/import/report'), 'lib/posts/publishing/zone-change.ts'];
const texts = new Set(writing.flatMap(textsIn).filter((text) => !readersKeys.has(text)));

describe('the German of the admin', () => {
  test('has no text twice', () => {
    const all = Object.values(germanByArea).flatMap((words) => Object.keys(words));
    expect(all.filter((text, at) => all.indexOf(text) !== at)).toEqual([]);
  });

  test('has every text that is written with t', () => {
    expect([...texts].filter((text) => !Object.hasOwn(german, text))).toEqual([]);
  });

  test('has every sentence that is written with t.said', () => {
    const known = new Set(Object.keys(german).map(withoutNames));
    const said = drawn.flatMap(saidIn);
    expect(said).toContain('{} fields need attention:');
    expect(said.filter((sentence) => !known.has(sentence))).toEqual([]);
  });

  test.each(Object.keys(registers))('has every label of %s', (name) => {
    expect(registers[name]!.filter((label) => label && !Object.hasOwn(german, label))).toEqual([]);
  });

  test('has nothing that nobody writes', () => {
    const labels = new Set(Object.values(registers).flat());
    const said = Object.keys(german).filter((text) => !texts.has(text) && !labels.has(text));
    const strings = new Set(sources.flatMap(stringsIn));
    const fragments = new Set(
      [...strings].flatMap((text) => text.split('{}')).filter((text) => /\p{L}{3}/u.test(text)),
    );
    expect(said.map(withoutNames).filter((text) => !strings.has(text) && !isMadeOf(text, fragments))).toEqual([]);
  });

  test.each(Object.entries(german))('takes what the English takes: %s', (english, translated) => {
    expect(placeholdersOf(translated, 'de')).toEqual(placeholdersOf(english, 'en'));
    expect(translated.trim()).not.toBe('');
  });

  test('has a form for each plural category', () => {
    const wanted = new Intl.PluralRules('de').resolvedOptions().pluralCategories.toSorted();
    const plurals = Object.values(german).flatMap((text) =>
      partsOf(text, 'de').filter(({ type }) => type === messageParts.plural),
    );
    const forms = plurals.map(({ options }) => Object.keys(options ?? {}).toSorted());
    expect(forms.filter((categories) => categories.join() !== wanted.join())).toEqual([]);
  });
});

/** What these files say is an answer. */
const answering =
  /\/(actions|tool-actions|route|action-answers|bulk-sentence|out-of-trash|plain-form|publication|content-form|quick-edit)\.ts$/;

test('every sentence that an action of the admin answers is in German', () => {
  const answers = drawn
    .filter((file) => answering.test(file) && !file.endsWith('/route.ts'))
    .flatMap((file) => bareWordsIn(file, new Set()).map((found) => found.replace(/^\d+: /, '')))
    .filter((text) => /^\p{Lu}.*\p{L}\.$/u.test(text))
    .map((text) => text.replaceAll('{}', '7'));
  expect(answers.length).toBeGreaterThan(50);
  expect(answers.filter((sentence) => sentenceIn('de', sentence) === sentence)).toEqual([]);
});

test('every word of the admin is written with t', () => {
  const codes = new Set([...Object.values(registers).flat(), ...Object.keys(germanByArea.answers)].map(withoutNames));
  const bare = drawn
    .filter((file) => !answering.test(file))
    .map((file) => ({ file, words: bareWordsIn(file, codes) }))
    .filter(({ words }) => words.length > 0);
  expect(bare).toEqual([]);
});

/** As `stringsIn` has it. */
function withoutNames(sentence: string) {
  return sentence.replace(/\{\w+\}/g, '{}');
}

/** Whether nine tenths of a sentence are in the source: it may be put together of several strings. */
function isMadeOf(fixed: string, fragments: ReadonlySet<string>) {
  const isFound = Array.from(fixed, (character) => !/\p{L}/u.test(character));
  for (const fragment of fragments) {
    if (fragment.includes(fixed)) return true;
    const at = fixed.indexOf(fragment);
    if (at >= 0) isFound.fill(true, at, at + fragment.length);
  }
  return isFound.filter(Boolean).length >= 0.9 * fixed.length;
}
