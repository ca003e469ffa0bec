import { expect, test } from 'vitest';
import { mentionedIn, noteForm, shownBody, storedBody } from './note';

const ida = { id: '0197-a', name: 'Ida Brandt', slug: 'ida' };
const jorn = { id: '0197-b', name: 'Jørn', slug: 'joern' };

test.each([
  ['Ask @Ida Brandt, or @joern.', 'Ask @[0197-a], or @[0197-b].', ['0197-a', '0197-b']],
  ['@ida and @Ida Brandt', '@[0197-a] and @[0197-a]', ['0197-a']],
  ['mail@ida.example and @Idaho', 'mail@ida.example and @Idaho', []],
])('%s', (text, body, mentioned) => {
  expect(storedBody(text, [ida, jorn])).toEqual({ body, mentioned });
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
