import { expect, test } from 'vitest';
import { sanitiseBody } from './sanitising';

const image = (name: string) => `<figure><img src="/uploads/${name}.jpg" alt=""></figure>`;

test.each([
  [
    'columns in a column give their content to it',
    '<div data-columns="2"><div data-column><div data-columns><div data-column><p>a</p></div><div data-column><p>b</p></div></div></div><div data-column><p>c</p></div></div>',
    '<div data-columns="2"><div data-column=""><p>a</p><p>b</p></div><div data-column=""><p>c</p></div></div>',
  ],
  [
    'a fourth column goes to the end of the third',
    '<div data-columns="4"><div data-column>a</div><div data-column>b</div><div data-column>c</div><div data-column>d</div></div>',
    '<div data-columns="3"><div data-column=""><p>a</p></div><div data-column=""><p>b</p></div><div data-column=""><p>c</p><p>d</p></div></div>',
  ],
  ['one column is none', '<div data-columns="2"><div data-column>a</div></div>', '<p>a</p>'],
  ['a gallery of one image is an image', `<div data-gallery>${image('a')}</div>`, image('a')],
  [
    'images in paragraphs are taken into the gallery, and other text follows it',
    '<div data-gallery><p>Words</p><p><img src="/uploads/a.jpg"> <img src="/uploads/b.jpg"></p></div>',
    `<div data-gallery="">${image('a')}${image('b')}</div>\n<p>Words</p>`,
  ],
  ['an unknown tone is a note', '<aside data-callout="x">a</aside>', '<aside data-callout="note"><p>a</p></aside>'],
  [
    'a button that would run a script keeps its words alone',
    '<p data-button onclick="x()"><a href="javascript:alert(1)">Join</a></p>',
    '<p data-button="">Join</p>',
  ],
  [
    'audio keeps no scripts and does not play by itself',
    '<audio src="/uploads/a.mp3" autoplay onplay="alert(1)" onerror="x()"></audio>',
    '<audio src="/uploads/a.mp3" controls="" preload="none"></audio>',
  ],
  [
    'the poster of an embed is an upload of the site',
    '<figure data-embed="https://vimeo.com/123456"><a href="https://vimeo.com/123456"><img src="https://evil.test/p.jpg" onload="x()">A</a></figure>',
    '<figure data-embed="https://vimeo.com/123456"><a href="https://vimeo.com/123456">A</a></figure>',
  ],
  [
    'a bookmark has no picture that would be fetched with the page, and no script',
    '<aside data-bookmark><p><a href="javascript:x()">A</a><script>x()</script></p></aside>',
    '<aside data-bookmark=""><p>A</p></aside>',
  ],
])('%s', (_what, html, expected) => {
  expect(sanitiseBody(html)).toBe(expected);
  expect(sanitiseBody(expected)).toBe(expected);
});

test('more than twelve images are more than one gallery', () => {
  const html = sanitiseBody(
    `<div data-gallery>${Array.from({ length: 15 }, (_, at) => image(`i${at}`)).join('')}</div>`,
  );
  expect(html.split('\n').map((gallery) => gallery.match(/<img/g)?.length)).toEqual([12, 3]);
});
