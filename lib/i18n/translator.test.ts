import { expect, test } from 'vitest';
import { formatDay } from '@/lib/time/dates';
import { listSeparators } from './lists';
import { translatorOf } from './translator';

const ar = translatorOf('ar');

test.each([
  [0, 'لا تعليقات'],
  [1, 'تعليق واحد'],
  [2, 'تعليقان'],
  [3, '3 تعليقات'],
  [11, '11 تعليقًا'],
  [100, '100 تعليق'],
])('%d comments in Arabic', (count, words) => {
  expect(ar('post.comments', { count })).toBe(words);
});

test.each([
  ['en', 1, '1 comment'],
  ['en', 1234, '1,234 comments'],
  ['de', 1, '1 Kommentar'],
  ['de', 1234, '1.234 Kommentare'],
  ['es', 1_000_000, '1.000.000 de comentarios'],
  ['fr', 0, '0 commentaire'],
  ['fr', 1_000_000, '1\u202f000\u202f000 de commentaires'],
  ['ja', 1, '1件のコメント'],
])('in %s, %d comments are “%s”', (language, count, words) => {
  expect(translatorOf(language)('post.comments', { count })).toBe(words);
});

test.each([
  ['en', 'Anzeige: Header'],
  ['fr', 'Anzeige\u00a0: Header'],
])('in %s, a label and its value are joined as the language writes it', (language, written) => {
  expect(translatorOf(language)('text.labelled', { label: 'Anzeige', value: 'Header' })).toBe(written);
});

test.each([
  ['ar', 'Ada (1)', '\u2068Ada (1)\u2069'],
  ['ar', 'ليلى', 'ليلى'],
  ['ar', '7', '7'],
  ['en', 'ليلى (1)', '\u2068ليلى (1)\u2069'],
  ['en', 'Ada (1)', 'Ada (1)'],
  ['ja', '港', '港'],
])('in %s, “%s” is isolated where its letters run the other way', (language, name, written) => {
  const t = translatorOf(language);
  expect(t('email.greeting', { name })).toBe(t('email.greeting', { name: '7' }).replace('7', written));
  expect(t.parts('email.greeting', { name }).join('')).toContain(written);
});

test('an element stays the element that it is', () => {
  const name = { name: 'Ada' };
  expect(ar.parts('email.greeting', { name })).toContain(name);
});

test('a language without a catalogue has English words, with English plurals', () => {
  expect(translatorOf('pl')('post.comments', { count: 5 })).toBe('5 comments');
});

test('a value is written as it is, whatever message syntax it contains', () => {
  const question = '{count, plural, one {<a>}} ’{x}’';
  expect(translatorOf('en')('search.none', { question })).toBe(`No results for “${question}”.`);
});

test('elements take the places of tags and placeholders', () => {
  const parts = translatorOf('en').parts('search.advice', {}, { archive: (text) => ({ link: text }) });
  expect(parts).toEqual(['Try fewer or different words, or browse the ', { link: 'archive' }, '.']);
  expect(translatorOf('ja').parts('post.by', { authors: { name: 'Ada' } })).toEqual(['著者: ', { name: 'Ada' }]);
});

test('a browser gets one form for each plural category of the language', () => {
  expect(translatorOf('en').forms('layout.unread')).toEqual({
    one: 'unread notification',
    other: 'unread notifications',
  });
  expect(Object.keys(ar.forms('layout.unread')).toSorted()).toEqual(['few', 'many', 'one', 'other', 'two', 'zero']);
  expect(Object.keys(translatorOf('fr').forms('layout.unread')).toSorted()).toEqual(['many', 'one', 'other']);
});

test('types hold which values a message takes', () => {
  const t = translatorOf('en');
  // @ts-expect-error -- The message takes a number.
  expect(() => t('post.comments', {})).toThrow('count');
  // @ts-expect-error -- There is no such placeholder.
  expect(t('post.pinned', { count: 1 })).toBe('Pinned');
  // @ts-expect-error -- There is no such message.
  expect(t('no.such')).toBeUndefined();
});

test.each([
  ['en', 'Ada, Ben and Cy'],
  ['de', 'Ada, Ben und Cy'],
  ['es', 'Ada, Ben y Cy'],
  ['ja', 'Ada、Ben、Cy'],
])('a list in %s', (language, written) => {
  const separators = listSeparators(3, language);
  expect(['Ada', 'Ben', 'Cy'].map((name, index) => separators[index] + name).join('')).toBe(written);
  expect(listSeparators(1, language)).toEqual(['']);
});

test.each([
  ['ar', '28 نوفمبر 2026'],
  ['de', '28. November 2026'],
  ['ja', '2026年11月28日'],
])('a day in %s', (language, written) => {
  expect(formatDay(new Date('2026-11-28T12:00:00Z'), { language, timeZone: 'UTC' })).toBe(written);
});
