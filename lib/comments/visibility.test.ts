import { expect, test } from 'vitest';
import { visibilityEvents } from './visibility';

const typesOf = (from: string | null, status: string) =>
  visibilityEvents(
    { id: 'c', postId: 'p', parentId: null, parent: null, authorId: null, status },
    { from, by: 'u' },
  ).map(({ type }) => type);

test.each<[string | null, string, string[]]>([
  [null, 'approved', ['comment.published']],
  [null, 'pending', ['comment.pending']],
  [null, 'spam', []],
  ['pending', 'approved', ['comment.published']],
  ['deleted', 'approved', ['comment.published']],
  ['hidden', 'approved', ['comment.published']],
  ['approved', 'deleted', ['comment.hidden']],
  ['approved', 'spam', ['comment.hidden']],
  ['approved', 'pending', ['comment.hidden', 'comment.pending']],
  ['approved', 'approved', ['comment.updated']],
  ['pending', 'pending', ['comment.updated']],
  ['spam', 'pending', ['comment.updated', 'comment.pending']],
  ['hidden', 'deleted', ['comment.updated']],
])('a comment that was %s and is %s now: %j', (from, status, expected) => {
  expect(typesOf(from, status)).toEqual(expected);
});

test('the event names the comment and its author, the parent and its author, the actor and the origin', () => {
  const comment = { id: 'c', postId: 'p', parentId: 'a', parent: { authorId: 'v' }, authorId: 'w', status: 'approved' };
  expect(visibilityEvents(comment, { from: null, by: null, origin: 'import' })).toEqual([
    {
      type: 'comment.published',
      actorId: null,
      origin: 'import',
      postId: 'p',
      comments: [{ id: 'c', authorId: 'w', parentId: 'a', parentAuthorId: 'v' }],
    },
  ]);
});
