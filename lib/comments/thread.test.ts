import { expect, test } from 'vitest';
import type { ThreadComment } from './comment';
import { childPath } from './path';
import { buildThread, hasWithheld, type ThreadNode } from './thread';

function comment(numbers: number[]): ThreadComment {
  const id = numbers.join('.');
  return {
    id,
    parentId: numbers.slice(0, -1).join('.') || null,
    path: numbers.reduce(childPath, ''),
    depth: numbers.length - 1,
    state: 'shown',
    author: { id, name: `Author of ${id}`, slug: null, avatarSeed: '', role: null, url: '' },
    bodyHtml: '',
    createdAt: '',
    editedAt: null,
    isEditedByModerator: false,
    isPinned: false,
    isPicked: false,
    correction: null,
    likes: 0,
    oldId: null,
  };
}

const drawn = (nodes: ThreadNode[]): unknown[] =>
  nodes.map((node) => [node.comment.id, ...(node.answers.length > 0 ? [drawn(node.answers)] : [])]);

test('places replies under their parent', () => {
  const nodes = buildThread([[1], [1, 1], [1, 1, 1], [1, 2], [2]].map(comment));
  expect(drawn(nodes)).toEqual([['1', [['1.1', [['1.1.1']]], ['1.2']]], ['2']]);
});

test('places replies below the fifth level flat, and names their parent', () => {
  const deep = Array.from({ length: 9 }, (_, depth) => comment(Array.from({ length: depth + 1 }, () => 1)));
  let level = buildThread(deep);
  for (let depth = 0; depth < 5; depth += 1) level = level[0]!.answers;
  expect(level.map((node) => node.comment.depth)).toEqual([5, 6, 7, 8]);
  expect(level.map((node) => node.answering?.id.split('.').length ?? null)).toEqual([null, 6, 7, 8]);
});

test('repeats the ancestors on a page that begins inside a conversation', () => {
  const [root, parent] = [comment([3]), comment([3, 7])];
  const nodes = buildThread([comment([3, 7, 2]), comment([4])], [root, parent]);
  expect(drawn(nodes)).toEqual([['3', [['3.7', [['3.7.2']]]]], ['4']]);
  expect(nodes[0]).toMatchObject({
    isRepeated: true,
    answers: [{ isRepeated: true, answers: [{ isRepeated: false }] }],
  });
});

test('a repeated comment may be the parent of a deep reply', () => {
  const deep = Array.from({ length: 9 }, (_, depth) => comment(Array.from({ length: depth + 1 }, () => 1)));
  let level = buildThread(deep.slice(7), deep.slice(0, 7));
  for (let depth = 0; depth < 5; depth += 1) level = level[0]!.answers;
  expect(level.map((node) => node.answering?.isRepeated ?? null)).toEqual([null, true, true, false]);
});

test('places a comment whose parent is missing at the top level', () => {
  expect(drawn(buildThread([comment([1, 1]), comment([1, 1, 1])]))).toEqual([['1.1', [['1.1.1']]]]);
});

test('a conversation with a removed or waiting comment anywhere in it is known', () => {
  const all = [[1], [1, 1], [1, 1, 1], [2]].map(comment);
  expect(buildThread(all).map(hasWithheld)).toEqual([false, false]);
  for (const state of ['waiting', 'removed-by-author', 'removed-by-moderator'] as const) {
    const held = all.map((one) => (one.id === '1.1' ? { ...one, state } : one));
    expect(buildThread(held).map(hasWithheld)).toEqual([true, false]);
  }
});
