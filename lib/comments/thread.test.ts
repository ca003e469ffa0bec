import { expect, test } from 'vitest';
import type { ThreadComment } from './comment';
import { childPath } from './path';
import { buildThread, type ThreadNode } from './thread';

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
    oldId: null,
  };
}

const drawn = (nodes: ThreadNode[]): unknown[] =>
  nodes.map((node) => [node.comment.id, ...(node.answers.length > 0 ? [drawn(node.answers)] : [])]);

test('answers stand under what they answer', () => {
  const nodes = buildThread([[1], [1, 1], [1, 1, 1], [1, 2], [2]].map(comment));
  expect(drawn(nodes)).toEqual([['1', [['1.1', [['1.1.1']]], ['1.2']]], ['2']]);
});

test('below the fifth level answers stand flat and say whom they answer', () => {
  const deep = Array.from({ length: 9 }, (_, depth) => comment(Array.from({ length: depth + 1 }, () => 1)));
  let level = buildThread(deep);
  for (let depth = 0; depth < 5; depth += 1) level = level[0]!.answers;
  expect(level.map((node) => node.comment.depth)).toEqual([5, 6, 7, 8]);
  expect(level.map((node) => node.answering?.id.split('.').length ?? null)).toEqual([null, 6, 7, 8]);
});

test('a page that begins inside a conversation repeats the way there', () => {
  const [root, parent] = [comment([3]), comment([3, 7])];
  const nodes = buildThread([comment([3, 7, 2]), comment([4])], [root, parent]);
  expect(drawn(nodes)).toEqual([['3', [['3.7', [['3.7.2']]]]], ['4']]);
  expect(nodes[0]).toMatchObject({
    isRepeated: true,
    answers: [{ isRepeated: true, answers: [{ isRepeated: false }] }],
  });
});

test('whom a deep answer answers may be repeated from an earlier page', () => {
  const deep = Array.from({ length: 9 }, (_, depth) => comment(Array.from({ length: depth + 1 }, () => 1)));
  let level = buildThread(deep.slice(7), deep.slice(0, 7));
  for (let depth = 0; depth < 5; depth += 1) level = level[0]!.answers;
  expect(level.map((node) => node.answering?.isRepeated ?? null)).toEqual([null, true, true, false]);
});

test('a comment whose parent the page lacks stands by itself', () => {
  expect(drawn(buildThread([comment([1, 1]), comment([1, 1, 1])]))).toEqual([['1.1', [['1.1.1']]]]);
});
