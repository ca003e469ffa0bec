import { expect, test } from 'vitest';
import { sanitiseBody } from '@/lib/html/sanitising';
import { contentsOf } from './contents';
import { renderBody } from './rendering';

const of = (html: string, mode = 'on') => contentsOf(renderBody(sanitiseBody(html)).html, mode);
const headings = (count: number) =>
  Array.from({ length: count }, (_, at) => `<h2>Part ${at + 1}</h2><p>x</p>`).join('');

test('lists the headings with the ids of the text, by their depth', () => {
  expect(of('<h2>Tides &amp; <em>fog</em></h2><p>a</p><h3>Ebb</h3><h4>Slack</h4><h5>No</h5><h2>Über uns</h2>')).toEqual(
    [
      { id: 'tides-fog', text: 'Tides & fog', level: 0 },
      { id: 'ebb', text: 'Ebb', level: 1 },
      { id: 'slack', text: 'Slack', level: 2 },
      { id: 'uber-uns', text: 'Über uns', level: 0 },
    ],
  );
});

test('no heading is more than one level below the one before, and the highest is 0', () => {
  const levels = of('<h4>a</h4><h2>b</h2><h4>c</h4><h3>d</h3><h3>e</h3>').map(({ level }) => level);

  expect(levels).toEqual([0, 0, 1, 1, 1]);
});

test('is made by itself from four headings on; the author may have it sooner or not at all', () => {
  expect([3, 4].map((count) => of(headings(count), 'auto').length)).toEqual([0, 4]);
  expect([1, 2].map((count) => of(headings(count), 'on').length)).toEqual([0, 2]);
  expect(of(headings(9), 'off')).toEqual([]);
});

test('footnotes, empty headings and headings that are quoted as code are not in it', () => {
  const html =
    '<h2>One<span data-footnote>A note</span></h2><h2> </h2><pre><code>&lt;h2 id="x"&gt;code&lt;/h2&gt;</code></pre><h2>Two</h2>';

  expect(of(html)).toEqual([
    { id: 'one', text: 'One', level: 0 },
    { id: 'two', text: 'Two', level: 0 },
  ]);
});

test('ids of headings stay when a heading before them is added', () => {
  expect(of('<h2>New</h2><h2>Tides</h2><h2>Fog</h2>').slice(1)).toEqual(of('<h2>Tides</h2><h2>Fog</h2>'));
});
