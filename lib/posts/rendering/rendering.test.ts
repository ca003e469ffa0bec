import fc from 'fast-check';
import { expect, test } from 'vitest';
import { sanitiseBody } from '@/lib/html/sanitising';
import { translatorOf } from '@/lib/i18n/translator';
import { withLabels } from './label-marks';
import { renderBody, type RenderedBody } from './rendering';

const render = (html: string, options = {}) => renderBody(sanitiseBody(html), options);

/** As English readers see it. */
function shown(html: string, options = {}) {
  const body = render(html, options);
  return { ...body, html: withLabels(body.html, translatorOf('en')) };
}

/** The rendered blocks as separate strings, cut where the list of blocks says. */
function cut({ html, blocks }: RenderedBody) {
  return blocks.map(({ offset }, at) => html.slice(offset, blocks[at + 1]?.offset ?? html.length).trim());
}

test('lists the position and the kind of every block', () => {
  const body = render(
    '<h2>A</h2><p>one two</p><ul><li>x</li></ul><blockquote>q</blockquote><pre><code>c d</code></pre><table><tr><td>t</td></tr></table>' +
      '<p><img src="/uploads/a.jpg"></p><figure><img src="/uploads/b.jpg"></figure><iframe src="https://vimeo.com/123456"></iframe><hr>',
  );

  expect(body.blocks.map(({ kind, words }) => [kind, words])).toEqual([
    ['heading', 1],
    ['p', 2],
    ['list', 1],
    ['quote', 1],
    ['code', 2],
    ['table', 1],
    ['figure', 0],
    ['figure', 0],
    ['embed', 3],
    ['other', 0],
  ]);
  expect(cut(body).map((html) => /^<(\w+)/.exec(html)?.[1])).toEqual([
    'h2',
    'p',
    'ul',
    'blockquote',
    'pre',
    'div',
    'p',
    'figure',
    'figure',
    'hr',
  ]);
});

test('gives headings unique ids of their words, never one that the page uses', () => {
  const { html } = render('<h2>Über uns</h2><h3>Über uns</h3><h2>Comments</h2><h4>港</h4><h5>deep</h5><h2>!</h2>');

  expect(html.split('\n')).toEqual([
    '<h2 id="uber-uns">Über uns</h2>',
    '<h3 id="uber-uns-2">Über uns</h3>',
    '<h2 id="section-comments">Comments</h2>',
    '<h4 id="港">港</h4>',
    '<h5 id="deep">deep</h5>',
    '<h2 id="section">!</h2>',
  ]);
});

test('a link within the text finds a heading, and an anchor of the author’s', () => {
  const { html } = render('<p><a href="#tides">a</a> <a href="#note">b</a></p><h2>Tides</h2><p id="note">n</p>');

  expect(html).toContain('<a href="#tides">a</a> <a href="#c-note">b</a>');
  expect(html).toContain('<p id="c-note">');
});

test('code is coloured by classes alone, and only in languages that are known', () => {
  const { html } = render(
    '<pre><code class="language-js">let a = "&lt;b&gt;"</code></pre><pre><code class="language-elvish">x</code></pre>',
  );

  expect(html).toContain('<code class="hljs language-js"><span class="hljs-keyword">let</span>');
  expect(html).toContain('&lt;b&gt;');
  expect(html).toContain('<code class="language-elvish">x</code>');
  expect(html).not.toContain('style=');
});

test('code that scrolls is reachable by keyboard', () => {
  const { html } = render('<pre><code>x</code></pre><ul><li><pre class="a"><code>y</code></pre></li></ul>');

  expect(html.match(/<pre[^>]*tabindex="0"/g)).toHaveLength(2);
});

test('adds noopener to links to other sites only', () => {
  const { html } = render(
    '<p><a href="https://x.test/" rel="nofollow">a</a><a href="https://us.test/b">b</a><a href="/c">c</a></p>',
    {
      siteHost: 'us.test',
    },
  );

  expect(html).toBe(
    '<p><a href="https://x.test/" rel="nofollow noopener">a</a><a href="https://us.test/b">b</a><a href="/c">c</a></p>',
  );
});

test('an uploaded image has its size and every format; others only load lazily', () => {
  const variants = [
    { path: '2026/11/gull-320w.avif', width: 320, height: 200, mime: 'image/avif', bytes: 1 },
    { path: '2026/11/gull-320w.webp', width: 320, height: 200, mime: 'image/webp', bytes: 1 },
    { path: '2026/11/gull-640w.webp', width: 640, height: 400, mime: 'image/webp', bytes: 1 },
    { path: '2026/11/gull.jpg', width: 640, height: 400, mime: 'image/jpeg', bytes: 1 },
  ];
  const asked: string[] = [];
  const imageSizes = (path: string) => {
    asked.push(path);
    return path === '2026/11/gull.jpg' ? { width: 640, height: 400, color: '#888888', variants } : null;
  };

  const { html, mediaPaths } = shown(
    '<p><img src="/uploads/2026/11/gull.jpg" alt="Gull"></p><p><img src="https://x.test/b.jpg"></p>',
    { imageSizes },
  );

  expect(mediaPaths).toEqual(['2026/11/gull.jpg']);
  expect(asked).toEqual(mediaPaths);
  expect(html).toContain('<source type="image/avif" srcset="/uploads/2026/11/gull-320w.avif 320w"');
  expect(html).toContain('srcset="/uploads/2026/11/gull-320w.webp 320w, /uploads/2026/11/gull-640w.webp 640w"');
  expect(html).toContain('alt="Gull" loading="lazy" decoding="async" width="640" height="400">');
  expect(html).toContain('<a href="https://x.test/b.jpg" rel="noopener">Image: b.jpg</a>');
});

test('a wide table scrolls, also by keyboard', () => {
  expect(render('<table><caption>Tides</caption><tr><td>1</td></tr></table>').html).toContain(
    '<div class="table-scroll" tabindex="0" role="region" aria-label="Tides"><table>',
  );
});

test('an embed is a card with a plain link', () => {
  const { html } = render('<iframe src="https://www.youtube.com/embed/dQw4w9WgXcQ"></iframe>');

  expect(html).toContain('<a href="https://www.youtube.com/watch?v=dQw4w9WgXcQ" rel="noopener" class="embed-link">');
  expect(html).toContain('data-frame="https://www.youtube-nocookie.com/embed/dQw4w9WgXcQ?autoplay=1"');
  expect(html).not.toContain('<iframe');
});

test('the type of an embed and its host can be told apart without any style', () => {
  const words = (figure: string) => shown(figure).html.replace(/<[^>]*>/g, '');
  const film = (label: string) => `<figure data-embed="https://vimeo.com/123456"><a href="x">${label}</a></figure>`;

  expect(words(film('Boats at night'))).toBe('Boats at night — Vimeo');
  expect(words(film('Boats on Vimeo'))).toBe('Boats on Vimeo');
});

test('embeds without a title are told apart by their addresses', () => {
  const words = (url: string) => shown(`<iframe src="${url}"></iframe>`).html.replace(/<[^>]*>/g, '');

  const page = '<figure data-embed="https://fog.example/quay"><a href="x">fog.example</a></figure>';
  expect(shown(page).html.replace(/<[^>]*>/g, '')).toBe('Open on fog.example — fog.example/quay');
  expect(words('https://vimeo.com/123456')).toBe('Open on Vimeo — vimeo.com/123456');
  expect(words('https://www.youtube.com/embed/dQw4w9WgXcQ')).toBe('Open on YouTube — youtube.com/watch?v=dQw4w9WgXcQ');
});

test('numbers footnotes through the whole body, with links there and back', () => {
  const { html, text, blocks } = shown(
    '<p>a<span data-footnote>one</span></p><ul><li>b<span data-footnote>two</span></li></ul>',
  );

  expect(html).toContain(
    '<sup class="footnote-ref" id="fnref-1"><a href="#fn-1" aria-label="Note 1">1</a><button type="button" popovertarget="fnp-1" aria-label="Note 1">1</button></sup>',
  );
  expect(html).toContain('<li id="fn-2">two <a href="#fnref-2"');
  expect(blocks.at(-1)).toMatchObject({ kind: 'other' });
  expect(text).toContain('one');
});

test('a to-do list shows what is done', () => {
  const { html } = shown(
    '<ul data-type="taskList"><li data-checked="true"><p>a</p></li><li data-checked="false"><p>b</p></li></ul>',
  );

  expect(html).toContain('<input type="checkbox" disabled="" aria-label="Done" checked="">');
  expect(html).toContain('<input type="checkbox" disabled="" aria-label="To do">');
});

test('the plain text has a line for each paragraph, item and cell, and no markup', () => {
  expect(
    render('<p>a <b>b</b>\n c</p><ul><li>d</li><li>e<br>f</li></ul><table><tr><td>g</td><td>h</td></tr></table>').text,
  ).toBe('a b c\nd\ne\nf\ng\nh');
});

test.each([
  ['<p>One, two; three-four don’t 5</p>', 5],
  ['<p>港の朝は早い</p>', 6],
  ['<p>안녕하세요 세계</p>', 2],
  ['<p>港 harbour</p>', 2],
])('%s has its words counted', (html, words) => {
  expect(render(html).wordCount).toBe(words);
});

test('reading takes 230 words a minute, 500 characters, and 12 seconds an image', () => {
  const words = (count: number) => `<p>${'word '.repeat(count)}</p>`;

  expect(render('').readingMinutes).toBe(1);
  expect(render(words(2_300)).readingMinutes).toBe(10);
  expect(render(`<p>${'港'.repeat(2_000)}</p>`).readingMinutes).toBe(4);
  expect(render(words(230) + '<p><img src="/uploads/a.jpg"></p>'.repeat(10)).readingMinutes).toBe(3);
});

test('cutting at the blocks loses nothing and leaves no tag open, for any body', () => {
  const piece = fc.constantFrom(
    '<p>a',
    '</p>',
    '<h2>b</h2>',
    '<ul><li>c',
    '</ul>',
    '<b>d',
    '</b>',
    '<div>',
    '</div>',
    '<table><td>e',
    '<pre>f',
    'g',
    '<img src=/x>',
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 20 }), (pieces) => {
      const body = render(pieces.join(''));
      expect(cut(body).join('\n')).toBe(body.html.trim());
      for (const part of cut(body)) expect(render(part).blocks.length).toBeGreaterThan(0);
    }),
    { numRuns: 500 },
  );
});

test.each([
  [
    '<figure><img src="https://x.test/a%20b.jpg" alt="A gull"><figcaption>At sea</figcaption></figure>',
    '<figure><a href="https://x.test/a%20b.jpg" rel="noopener">Image: A gull</a><figcaption>At sea</figcaption></figure>',
  ],
  [
    '<p><a href="https://x.test/"><img src="https://x.test/a.jpg" alt=""></a></p>',
    '<p><a href="https://x.test/" rel="noopener"><span>Image: a.jpg</span></a></p>',
  ],
  [
    '<video src="https://x.test/film.mp4" controls="" preload="none"></video>',
    '<p><a href="https://x.test/film.mp4" rel="noopener">Video: film.mp4</a></p>',
  ],
  ['<p><img src="https://x.test/uploads/a.jpg" alt="Not ours"></p>', '<a href="https://x.test/uploads/a.jpg"'],
  ['<p><img src="https://site.test/uploads/a.jpg" alt="Ours"></p>', '<img src="https://site.test/uploads/a.jpg"'],
  ['<p><img src="/uploads/a.jpg" alt="Ours"></p>', '<img src="/uploads/a.jpg"'],
])('turns media of another site into a link: %s', (body, expected) => {
  expect(shown(body, { siteHost: 'site.test' }).html).toContain(expected);
});

const secretPaths = [
  '/comments/resume?draft=x',
  'comments/resume?draft=x',
  '/uploads/../comments/resume',
  '/uploads/%2e%2e/comments/resume',
  '/uploads/..%2fcomments/resume',
  '/uploads/..\\comments/resume',
  '/uploadsx/a.jpg',
  '?draft=x',
  'https://site.test/comments/resume?draft=x',
  'https://site.test/uploads/../comments/resume',
  'HTTPS://SITE.test/comments/resume',
  'https:comments/resume',
  'https:/comments/resume',
  '//site.test/comments/resume',
  '\\\\site.test\\comments\\resume',
  'https://site.test:443/signin',
];

test.each(secretPaths)('never makes a browser request %j by itself', (address) => {
  for (const body of [
    `<p><img src="${address}" alt="A"></p>`,
    `<figure><img src="${address}" srcset="${address} 2x"></figure>`,
    `<video src="${address}"></video>`,
    `<video src="/uploads/a.mp4" poster="${address}"></video>`,
    `<video><source src="/uploads/a.mp4"><source src="${address}"></video>`,
    `<audio src="${address}"></audio>`,
    `<div data-raw><img src="${address}"></div>`,
    `<iframe src="${address}"></iframe><embed src="${address}"><object data="${address}"></object>`,
    `<p style="background:url(${address})"><svg><image href="${address}"/></svg><input type="image" src="${address}"></p>`,
    `<link rel="prefetch" href="${address}"><table background="${address}"><tr><td>a</td></tr></table>`,
  ]) {
    // What was kept before this rule is rendered by it, too.
    for (const kept of [sanitiseBody(body), body]) {
      const { html } = renderBody(kept, { siteHost: 'site.test' });
      const asked = [...html.matchAll(/<(?:img|video|audio|source)\b[^>]*?\s(?:src|srcset|poster)="([^"]*)"/g)];
      expect(asked.filter(([, source = '']) => !/^\/uploads\/a\.mp4$/.test(source))).toEqual([]);
    }
    expect(sanitiseBody(body)).not.toMatch(/<(?:iframe|embed|object|svg|input|link)\b|style=|background=|srcset=/);
  }
});

test('an image that is not shown leaves a link and its description', () => {
  expect(sanitiseBody('<p>See <img src="/pictures/a.jpg" alt="A gull"> there</p>')).toBe(
    '<p>See <a href="/pictures/a.jpg">Image: A gull</a> there</p>',
  );
  expect(sanitiseBody('<video src="/films/a.mp4"></video>')).toBe(
    '<p><a href="/films/a.mp4">Video: /films/a.mp4</a></p>',
  );
  expect(sanitiseBody('<p><img src="uploads/a.jpg" alt=""></p>')).toBe('<p><img src="/uploads/a.jpg" alt=""></p>');
});

test('readers get a link in place of an image that was not copied, and nothing if it has no address', () => {
  const { html, text } = shown(
    '<figure data-missing-image="https://x.test/a.jpg"><a href="https://x.test/a.jpg">A gull</a><figcaption>At <em>dawn</em></figcaption></figure><p>x</p><figure data-missing-image="">Chart</figure><ul><li>a<figure data-missing-image="https://x.test/b.jpg"></figure></li></ul>',
  );
  expect(html).toBe(
    '<p><a href="https://x.test/a.jpg" rel="noopener">Image: A gull</a></p>\n<p>At <em>dawn</em></p>\n<p>x</p>\n<ul><li>a<p><a href="https://x.test/b.jpg" rel="noopener">Image</a></p></li></ul>',
  );
  expect(text).toBe('A gull\nAt dawn\nx\na');
});
