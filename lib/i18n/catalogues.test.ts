import { describe, expect, test } from 'vitest';
import type { MessageKey } from './catalogue';
import { catalogueLanguageOf, catalogues } from './languages';
import { messageParts, partsOf, placeholdersOf } from '../../tests/factories/message-parts';

const english = catalogues.en!;
const keys = Object.keys(english) as MessageKey[];
const others = Object.keys(catalogues).filter((language) => language !== 'en');

describe.each(others)('the catalogue %s', (language) => {
  const catalogue = catalogues[language]!;

  test('has every message of the English one, and no other', () => {
    expect(Object.keys(catalogue)).toEqual(keys);
    expect(keys.filter((key) => !catalogue[key].trim())).toEqual([]);
  });

  test.each(keys)('takes in %s what the English message takes', (key) => {
    expect(placeholdersOf(catalogue[key], language)).toEqual(placeholdersOf(english[key], 'en'));
  });

  test('leaves no sentence in English', () => {
    const words = (key: MessageKey) => english[key].replace(/\{[^}]*\}/g, '').match(/\p{L}+/gu) ?? [];
    const sentences = keys.filter((key) => words(key).length > 2);
    expect(sentences.filter((key) => catalogue[key] === english[key])).toEqual([]);
  });
});

test('no message has an element and a value of one name: the element would take its place', () => {
  const both = keys.filter((key) => {
    const named = [...placeholdersOf(english[key], 'en')].map((name) => String(name).replace(/[<>]/g, ''));
    return new Set(named).size < named.length;
  });
  expect(both).toEqual([]);
});

test.each(Object.keys(catalogues))('%s has a form for each of its plural categories', (language) => {
  const wanted = new Intl.PluralRules(language).resolvedOptions().pluralCategories.toSorted();
  for (const key of keys) {
    for (const { type, options } of partsOf(catalogues[language]![key], language)) {
      if (type !== messageParts.plural) continue;
      expect([key, Object.keys(options ?? {}).toSorted()]).toEqual([key, wanted]);
    }
  }
});

test.each([
  ['de', 'de'],
  ['de-AT', 'de'],
  ['FR-ca', 'fr'],
  ['nb', null],
  ['constructor', null],
])('the catalogue for %s is %s', (tag, language) => {
  expect(catalogueLanguageOf(tag)).toBe(language);
});
