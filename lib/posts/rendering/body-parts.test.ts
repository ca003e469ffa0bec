import { expect, test } from 'vitest';
import { parseBlocks } from './blocks';
import { splitAfterBlocks } from './body-parts';

const html = '<p>one</p><p>two</p><p>three</p>';
const blocks = [0, 10, 20].map((offset) => ({ offset, kind: 'p' as const, words: 1 }));

test('a body without cuts stays whole', () => {
  expect(splitAfterBlocks(html, blocks, [])).toEqual([{ html, after: null }]);
});

test('a body is cut between blocks only, in order, and nothing is lost', () => {
  const parts = splitAfterBlocks(html, blocks, [2, 0, 0, 7, -1]);

  expect(parts).toEqual([
    { html: '<p>one</p>', after: 0 },
    { html: '<p>two</p><p>three</p>', after: 2 },
    { html: '', after: null },
  ]);
});

test('treats an invalid list of blocks as empty', () => {
  expect(parseBlocks('{"offset":1}')).toEqual([]);
  expect(parseBlocks('nonsense')).toEqual([]);
});

test('reads an unknown kind of block as another block, and a missing word count as zero', () => {
  expect(parseBlocks('[{"offset":0,"kind":"p","words":7},{"offset":9,"kind":"poem"},{"kind":"p"}]')).toEqual([
    { offset: 0, kind: 'p', words: 7 },
    { offset: 9, kind: 'other', words: 0 },
  ]);
});

test('sizes that are none are left out', () => {
  expect(
    parseBlocks('[{"offset":0,"kind":"figure","words":-1,"ems":"x","lines":2,"images":[[9,5],[0,1],[2],"a"]}]'),
  ).toEqual([{ offset: 0, kind: 'figure', words: 0, lines: 2, images: [[9, 5]] }]);
});
