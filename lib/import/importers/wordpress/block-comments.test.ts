import { expect, test } from 'vitest';
import { startProcessorTime } from '@/tests/setup/processor-time';
import { splitBlocks } from './block-comments';
import { insertFootnotes } from './footnotes';
import { expandPatterns } from './patterns';

test('blocks, classic text and blocks without content are told apart', () => {
  const body =
    'Classic <!-- wp:paragraph {"a":{"b":"c"}} --><p>Block</p><!-- /wp:paragraph --> <!-- a remark --><!-- wp:latest-posts /-->';
  expect(splitBlocks(body)).toEqual({
    pieces: [
      { text: 'Classic ', isClassic: true },
      { text: '<p>Block</p>', isClassic: false },
      { text: ' <!-- a remark -->', isClassic: true },
    ],
    leftOut: ['latest-posts'],
  });
});

test.each(['<!-- wp:a {', '<!-- wp:block {"ref":1', '<sup data-fn="', '-->', '<!--'])(
  'a text of nothing but “%s” is read in its length',
  (piece) => {
    const body = piece.repeat(200_000);
    const processorTime = startProcessorTime();
    splitBlocks(body);
    expandPatterns(body, () => undefined);
    insertFootnotes(body, new Map());
    expect(processorTime()).toBeLessThan(5_000);
  },
);
