import { expect, test } from 'vitest';
import { splitBlocks } from './block-comments';
import { placeFootnotes } from './footnotes';
import { placePatterns } from './patterns';

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
    const before = process.cpuUsage();
    splitBlocks(body);
    placePatterns(body, () => undefined);
    placeFootnotes(body, new Map());
    expect(process.cpuUsage(before).user / 1000).toBeLessThan(5_000);
  },
);
