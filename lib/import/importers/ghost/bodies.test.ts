import { expect, test } from 'vitest';
import { parseHtml } from '@/lib/html/parsing';
import { sanitiseBody } from '@/lib/html/sanitising';
import { elementsIn, type HtmlNode } from '@/lib/html/tree';
import { toHtml } from '@/lib/html/writing';
import { writtenHtml } from './bodies';
import { unwrap } from './rendered-cards';
import type { Row } from './rows';
import { GhostSite } from './site';

const site = new GhostSite('https://old.example', []);

function written(row: Row) {
  const notes: string[] = [];
  return { html: sanitiseBody(writtenHtml(row, { site, note: (why) => notes.push(why) })), notes };
}

const lexical = (...children: Row[]) => ({ lexical: JSON.stringify({ root: { type: 'root', children } }) });
const text = (words: string, format = 0) => ({ type: 'extended-text', text: words, format });

test.each<[string, Row[], string]>([
  [
    'marks',
    [{ type: 'paragraph', children: [text('a', 3), text('b', 16), text('c', 64)] }],
    '<p><strong><em>a</em></strong><code>b</code><sup>c</sup></p>',
  ],
  [
    'headings and quotes',
    [
      { type: 'extended-heading', tag: 'h3', children: [text('H')] },
      { type: 'aside', children: [text('Q')] },
    ],
    '<h3>H</h3>\n<blockquote><p>Q</p></blockquote>',
  ],
  [
    'lists',
    [{ type: 'list', listType: 'number', start: 3, children: [{ type: 'listitem', children: [text('a')] }] }],
    '<ol start="3"><li>a</li></ol>',
  ],
  [
    'checklists',
    [{ type: 'list', listType: 'check', children: [{ type: 'listitem', checked: true, children: [text('a')] }] }],
    '<ul data-type="taskList"><li data-checked="true">a</li></ul>',
  ],
  [
    'callouts',
    [{ type: 'callout', calloutEmoji: '⚓', calloutText: '<p>Mind <b>it</b></p>', backgroundColor: 'red' }],
    '<aside data-callout="danger"><p>⚓ Mind <strong>it</strong></p></aside>',
  ],
  [
    'toggles',
    [{ type: 'toggle', heading: '<span>More</span>', content: '<p>Inside</p>' }],
    '<details><summary>More</summary><p>Inside</p></details>',
  ],
  [
    'code',
    [{ type: 'codeblock', language: 'TS', code: 'a < b', caption: 'So' }],
    '<pre><code class="language-ts">a &lt; b</code></pre>\n<p>So</p>',
  ],
  [
    'bookmarks',
    [
      {
        type: 'bookmark',
        url: 'https://x.example/',
        metadata: { title: 'X & Y', description: 'About', publisher: 'X' },
      },
    ],
    '<aside data-bookmark=""><p><a href="https://x.example/">X &amp; Y</a></p><p>About</p><p><small>X</small></p></aside>',
  ],
  [
    'buttons',
    [{ type: 'button', buttonText: 'Go', buttonUrl: '__GHOST_URL__/x/' }],
    '<p data-button=""><a href="https://old.example/x/">Go</a></p>',
  ],
  [
    'files',
    [{ type: 'file', src: '/uploads/files/000000000000000000000000/a.pdf', fileTitle: 'A', fileCaption: 'C' }],
    '<p data-file=""><a href="/uploads/files/000000000000000000000000/a.pdf">A</a></p>\n<p>C</p>',
  ],
  [
    'products',
    [
      {
        type: 'product',
        productTitle: 'Rope',
        productRatingEnabled: true,
        productStarRating: 4,
        productDescription: '<p>Long</p>',
        productButtonEnabled: true,
        productButton: 'Buy',
        productUrl: 'https://x.example/',
      },
    ],
    '<h3>Rope</h3>\n<p>★★★★☆</p>\n<p>Long</p>\n<p data-button=""><a href="https://x.example/">Buy</a></p>',
  ],
  [
    'headers',
    [{ type: 'header', header: 'Big', subheader: 'small', buttonEnabled: false }],
    '<h2>Big</h2>\n<p>small</p>',
  ],
  ['Markdown', [{ type: 'markdown', markdown: '*a*' }], '<p><em>a</em></p>'],
  [
    'galleries',
    [
      {
        type: 'gallery',
        images: [{ src: '/uploads/a.jpg' }, { src: '/uploads/b.jpg', caption: 'B' }],
        caption: 'Both',
      },
    ],
    '<div data-gallery=""><figure><img src="/uploads/a.jpg" alt=""></figure><figure><img src="/uploads/b.jpg" alt=""><figcaption>B</figcaption></figure></div>\n<p>Both</p>',
  ],
  ['rules', [{ type: 'horizontalrule' }, { type: 'paywall' }], '<hr>'],
])('%s of the present editor', (_, children, html) =>
  expect(written(lexical(...children))).toEqual({ html, notes: [] }),
);

test('what is left out or not known is said', () => {
  const { html, notes } = written(
    lexical(
      { type: 'signup' },
      { type: 'html', html: '<b>x</b><script>y()</script>' },
      { type: 'nft', html: '<p>Text</p>' },
    ),
  );
  expect(html).toBe('<p><strong>x</strong></p>\n<p>Text</p>');
  expect(notes).toEqual([
    'A form to subscribe was left out.',
    'A script in an HTML card was left out.',
    'These cards are not known here, and only their text was imported: nft.',
  ]);
});

test('the former editor: markers open and close marks, and atoms break lines', () => {
  const mobiledoc = JSON.stringify({
    version: '0.3.1',
    markups: [['strong'], ['a', ['href', 'https://x.example/']], ['script']],
    atoms: [['soft-return', '', {}]],
    cards: [
      ['image', { src: '/uploads/a.jpg', cardWidth: 'wide', caption: 'C' }],
      ['card-markdown', { markdown: '# M' }],
      ['hr', {}],
    ],
    sections: [
      [
        1,
        'p',
        [
          [0, [0], 0, 'a'],
          [0, [1], 2, 'b'],
          [1, [], 0, 0],
          [0, [2], 1, '<c>'],
        ],
      ],
      [10, 0],
      [10, 1],
      [10, 2],
      [10, 9],
      [3, 'ol', [[[0, [], 0, 'one']]]],
      [1, 'aside', [[0, [], 0, 'Q']]],
    ],
  });
  expect(written({ mobiledoc }).html).toBe(
    '<p><strong>a<a href="https://x.example/">b</a></strong><br>&lt;c&gt;</p>\n' +
      '<figure data-layout="wide"><img src="/uploads/a.jpg" alt=""><figcaption>C</figcaption></figure>\n' +
      '<h2>M</h2>\n<hr>\n<ol><li>one</li></ol>\n<blockquote><p>Q</p></blockquote>',
  );
});

test('a text without a readable document is its HTML, or its Markdown', () => {
  expect(written({ lexical: '{', html: '<p>H</p>' }).html).toBe('<p>H</p>');
  expect(written({ mobiledoc: '[]', html: null, markdown: '**m**' }).html).toBe('<p><strong>m</strong></p>');
  expect(written({}).html).toBe('');
});

test.each([
  [
    '<figure class="kg-card kg-bookmark-card"><a class="kg-bookmark-container" href="https://x.example/"><div class="kg-bookmark-title">T</div><div class="kg-bookmark-description">D</div><span class="kg-bookmark-publisher">P</span></a></figure>',
    '<aside data-bookmark=""><p><a href="https://x.example/">T</a></p><p>D</p><p><small>P</small></p></aside>',
  ],
  [
    '<div class="kg-card kg-toggle-card"><h4 class="kg-toggle-heading-text">H</h4><div class="kg-toggle-content"><p>C</p></div></div>',
    '<details><summary>H</summary><p>C</p></details>',
  ],
  [
    '<div class="kg-card kg-button-card"><a href="https://x.example/" class="kg-btn">Go</a></div>',
    '<p data-button=""><a href="https://x.example/">Go</a></p>',
  ],
  [
    '<div class="kg-card kg-audio-card"><div class="kg-audio-title">Song</div><audio src="/uploads/a.mp3"></audio><span>0:00</span></div>',
    '<p><strong>Song</strong></p>\n<audio src="/uploads/a.mp3" controls="" preload="none"></audio>',
  ],
  [
    '<div class="kg-card kg-file-card"><a class="kg-file-card-container" href="https://x.example/a.pdf"><div class="kg-file-card-title">A</div><div>1 KB</div></a></div>',
    '<p data-file=""><a href="https://x.example/a.pdf">A</a></p>',
  ],
  [
    '<figure class="kg-card kg-gallery-card"><div class="kg-gallery-container"><div class="kg-gallery-row"><img src="/uploads/a.jpg"><img src="/uploads/b.jpg"></div></div></figure>',
    '<figure><div data-gallery=""><figure><img src="/uploads/a.jpg" alt=""></figure><figure><img src="/uploads/b.jpg" alt=""></figure></div></figure>',
  ],
])('a rendered card: %s', (html, expected) => {
  const found = parseHtml(html);
  const [card] = elementsIn(found).flatMap((node) => unwrap(node) ?? []).length > 0 ? [replaced(found)] : [found];
  expect(sanitiseBody(toHtml(card ?? []))).toBe(expected);
});

function replaced(nodes: readonly HtmlNode[]): HtmlNode[] {
  return nodes.flatMap((node) => {
    if (node.type === 'text') return [node];
    return unwrap(node) ?? [{ ...node, children: replaced(node.children) }];
  });
}
