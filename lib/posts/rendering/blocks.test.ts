import { expect, test } from 'vitest';
import { sanitiseBody } from '@/lib/html/sanitising';
import { splitAfterBlocks } from './body-parts';
import { renderBody } from './rendering';

const render = (html: string, options = {}) => renderBody(sanitiseBody(html), options);

test('every block knows what its height depends on', () => {
  const imageSizes = () => ({ width: 1_200, height: 800, variants: [] });
  const { blocks } = render(
    '<p>' +
      'word '.repeat(20) +
      '</p><p>日本語</p><pre><code>a\n\nb\n</code></pre>' +
      '<ul><li>x<ul><li>y</li></ul></li><li>z</li></ul><table><tr><td>t</td></tr><tr><td>u</td></tr></table>' +
      '<figure><img src="/uploads/b.jpg"></figure>',
    { imageSizes },
  );

  expect(blocks.map(({ ems, lines, images }) => [ems, lines, images])).toEqual([
    [42, undefined, undefined],
    [3, undefined, undefined],
    [2, 3, undefined],
    [3, 3, undefined],
    [2, 2, undefined],
    [0, undefined, [[1_200, 800]]],
  ]);
});

test('a spot is a block without HTML, words or text', () => {
  const without = render('<p>a</p><p>b</p><p>c</p>');
  const body = render(
    '<div data-slot-spot="s1"></div><p>a</p><p>b</p><div data-slot-spot="s2"></div><p>c</p><div data-slot-spot="s3"></div>',
  );

  expect(body).toMatchObject({ html: without.html, text: without.text, lead: without.lead, wordCount: 3 });
  expect(body.blocks.map(({ kind, slot, offset }) => [kind, slot ?? body.html[offset + 3]])).toEqual([
    ['spot', 's1'],
    ['p', 'a'],
    ['p', 'b'],
    ['spot', 's2'],
    ['p', 'c'],
    ['spot', 's3'],
  ]);
  const parts = splitAfterBlocks(body.html, body.blocks, [0, 3, 5]).map(({ html }) => html.trim());
  expect(parts).toEqual(['', '<p>a</p>\n<p>b</p>', '<p>c</p>', '']);
});
