import { expect, test } from 'vitest';
import { mentionedIn, noteForm, shownBody, storedBody, unmatchedSentence } from './note';

const ida = { id: '0197-a', name: 'Ida Brandt', slug: 'ida' };
const jorn = { id: '0197-b', name: 'Jørn', slug: 'joern' };

test.each([
  ['Ask @Ida Brandt, or @joern.', 'Ask @[0197-a], or @[0197-b].', ['0197-a', '0197-b']],
  ['@ida and @Ida Brandt', '@[0197-a] and @[0197-a]', ['0197-a']],
  ['mail@ida.example and @Idaho', 'mail@ida.example and @Idaho', []],
])('%s', (text, body, mentioned) => {
  expect(storedBody(text, [ida, jorn])).toMatchObject({ body, mentioned });
});

test('a first name is enough where one person alone has it', () => {
  const [carl, other] = [
    { id: '0197-c', name: 'Carl Moe', slug: 'cm' },
    { id: '0197-d', name: 'carl Ness', slug: 'ness' },
  ];
  expect(storedBody('@Carl, please', [ida, carl])).toMatchObject({ body: '@[0197-c], please', unmatched: [] });
  expect(storedBody('@Carl and @Carl Ness', [carl, other])).toMatchObject({
    body: '@Carl and @[0197-d]',
    mentioned: ['0197-d'],
    unmatched: ['Carl'],
  });
  const slugged = { ...other, name: 'Nora', slug: 'carl' };
  expect(storedBody('@carl', [carl, slugged]).mentioned).toEqual(['0197-d']);
});

test('what names nobody is said, with the names that can be mentioned', () => {
  const stored = storedBody('@Carl, ask @Jørn; me@site.example, @carl.x. and @Carl', [ida, jorn]);
  expect(stored.unmatched).toEqual(['Carl', 'carl.x']);
  expect(unmatchedSentence(stored)).toBe(
    ' Nobody who can read this post matches @Carl, @carl.x. Names: Ida Brandt, Jørn.',
  );
  expect(unmatchedSentence(storedBody('@Ida Brandt', [ida]))).toBe('');
});

test('a mention names people as they are called now; what only looks like one stays', () => {
  const { body } = storedBody('See @Jørn and @[nobody].', [ida, jorn]);
  expect(mentionedIn(body)).toEqual(['0197-b', 'nobody']);
  expect(shownBody(body, new Map([['0197-b', 'Jørn Å.']]))).toBe('See @Jørn Å. and @[nobody].');
});

test('a note has words, and not too many; its lines stay', () => {
  const note = { postId: 'p1', body: ' One.\r\nTwo. ' };
  expect(noteForm.parse(note)).toMatchObject({ quote: '', body: 'One.\nTwo.' });
  expect(noteForm.safeParse({ ...note, body: '  ' }).error?.issues[0]?.message).toBe('Write the note first.');
  expect(noteForm.safeParse({ ...note, body: 'x'.repeat(4_001) }).success).toBe(false);
  expect(noteForm.safeParse({ ...note, quote: 'x'.repeat(601) }).success).toBe(false);
});
