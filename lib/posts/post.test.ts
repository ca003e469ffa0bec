import { expect, test } from 'vitest';
import { canTransition, transitions, postStates } from './post';
import { postFields } from './fields/post-fields';
import { postStateOf } from './visibility';

const now = new Date('2026-11-23T12:00:00Z');
const before = new Date('2026-11-23T11:59:59.999Z');
const after = new Date('2026-11-23T12:00:00.001Z');
const post = (status: string, publishAt: Date | null = null, unpublishAt: Date | null = null) => ({
  status,
  publishAt,
  unpublishAt,
});

test.each([
  [post('draft', before), 'Draft'],
  [post('published', after), 'Scheduled'],
  [post('published', now), 'Published'],
  [post('published', before, after), 'Published'],
  [post('published', before, now), 'Expired'],
  [post('published'), 'Draft'],
  [post('private', before), 'Private'],
  [post('trashed', before), 'Trash'],
] as const)('%o is %s', (row, state) => {
  expect(postStateOf(row, now)).toBe(state);
});

test('a post in the trash can only be restored or removed', () => {
  expect(transitions.filter((move) => canTransition('Trash', move))).toEqual(['restore', 'delete']);
  for (const state of postStates.filter((name) => name !== 'Trash')) {
    expect(transitions.filter((move) => canTransition(state, move))).not.toEqual(expect.arrayContaining(['delete']));
  }
  expect(canTransition('Draft', 'unpublish')).toBe(false);
});

const parse = (fields: object) => postFields.partial().safeParse(fields);

test('converts the strings of a form', () => {
  const form = {
    title: ' A\u0000  b\n',
    tags: 'Quay, quay, ,Nets',
    noindex: 'on',
    pinned: 'false',
    adsOff: 'header',
    coverId: '',
  };

  expect(parse(form).data).toEqual({
    title: 'A b',
    tags: ['Quay', 'Nets'],
    noindex: true,
    pinned: false,
    adsOff: ['header'],
    coverId: null,
  });
});

test('parsing twice changes nothing', () => {
  const once = parse({ title: 'A', tags: 'a,b', noindex: 'on', excerpt: 'x\r\ny', coverId: '', locale: 'de-AT' }).data;

  expect(parse(once ?? {}).data).toEqual(once);
});

test.each([
  ['title', '🐟'.repeat(301)],
  ['subtitle', 'x'.repeat(501)],
  ['excerpt', 'x'.repeat(1_001)],
  ['tags', Array.from({ length: 31 }, (_, n) => `tag ${n}`)],
  ['tags', 'x'.repeat(61)],
  ['canonicalUrl', 'javascript:alert(1)'],
  ['canonicalUrl', 'example.org'],
  ['locale', 'not a language'],
  ['locale', 'english'],
  ['commentsMode', 'sometimes'],
  ['seoTitle', 'x'.repeat(201)],
])('a wrong %s is refused with a sentence', (field, value) => {
  const { error } = parse({ [field]: value });

  expect(error?.issues[0]).toMatchObject({ path: [field], message: expect.stringMatching(/^[A-Z].*\.$/) });
});

test.each(['title', 'coverCaption', 'seoDescription'])('%s is one line, whatever is pasted into it', (field) => {
  expect(parse({ [field]: ' Nets\n dry \n' }).data).toEqual({ [field]: 'Nets dry' });
});

test('characters are counted as graphemes', () => {
  expect(parse({ title: '🐟'.repeat(300) }).success).toBe(true);
});
