import { expect, test } from 'vitest';
import { adoptedBody } from './bodies';

const target = {
  imageAt: (address: string) => (address.includes('mine') ? { id: '', url: '/uploads/mine.jpg' } : null),
  fileAt: () => null,
  pageAt: () => null,
  takeFiles: async () => {},
  onNote: () => {},
  onFailed: () => {},
};

function adopted(html: string) {
  const notes: string[] = [];
  const { body, teaser } = adoptedBody(html, { target, baseUrl: 'https://b.example', note: (why) => notes.push(why) });
  return { html: body.html, teaser, notes };
}

const own = 'https://1.bp.blogspot.com/-a/b/c/d';

test.each([
  ['breaks', 'One<br /><br />two<br />three', '<p>One</p>\n<p>two<br>three</p>'],
  ['lines alone', 'One\n\ntwo', '<p>One</p>\n<p>two</p>'],
  [
    'captions',
    `<table class="tr-caption-container"><tbody><tr><td><a href="${own}/s1600/mine.jpg" imageanchor="1"><img src="${own}/s320/mine.jpg"></a></td></tr><tr><td class="tr-caption">At <i>sea</i></td></tr></tbody></table>Text`,
    '<figure><img src="/uploads/mine.jpg" alt=""><figcaption>At <em>sea</em></figcaption></figure>\n<p>Text</p>',
  ],
  [
    'images with a link of their own',
    `<div class="separator"><a href="https://x.example/"><img src="${own}/s320/mine.jpg" alt="A"></a></div>`,
    '<figure><a href="https://x.example/"><img src="/uploads/mine.jpg" alt="A"></a></figure>',
  ],
  [
    'two images side by side',
    `<div class="separator"><a href="${own}/s1600/mine.jpg"><img src="${own}/s320/mine.jpg"></a> <a href="${own}/s1600/mine2.jpg"><img src="${own}/s320/mine2.jpg"></a></div>`,
    '<figure><img src="/uploads/mine.jpg" alt=""></figure>\n<figure><img src="/uploads/mine.jpg" alt=""></figure>',
  ],
  [
    'styles',
    '<span style="font-weight: bold;">a</span> <span style="color:red">b</span>',
    '<p><strong>a</strong> b</p>',
  ],
  [
    'the players of old',
    '<object class="BLOGGER-youtube-video"><param name="movie" value="https://youtube.googleapis.com/v/abcdefghijk&source=uds"><embed src="https://youtube.googleapis.com/v/abcdefghijk"></object>',
    '<figure data-embed="https://www.youtube.com/watch?v=abcdefghijk"><a href="https://www.youtube.com/watch?v=abcdefghijk">Open on YouTube</a></figure>',
  ],
  [
    'players without the second element',
    '<object><param name="movie" value="http://www.youtube.com/v/abcdefghijk?hl=en"></param></object>',
    '<figure data-embed="https://www.youtube.com/watch?v=abcdefghijk"><a href="https://www.youtube.com/watch?v=abcdefghijk">Open on YouTube</a></figure>',
  ],
  [
    'players',
    '<iframe class="BLOGGER-youtube-video" src="//www.youtube.com/embed/abcdefghijk?feature=player_embedded"></iframe>',
    '<figure data-embed="https://www.youtube.com/watch?v=abcdefghijk"><a href="https://www.youtube.com/watch?v=abcdefghijk">Open on YouTube</a></figure>',
  ],
  ['listings', '<pre class="kccodeblock"><code>a<br>b</code></pre>', '<pre><code>a\nb</code></pre>'],
  [
    'scripts',
    '<p>a<script>x()</script></p><img src=x onerror=x()>',
    '<p>a</p>\n<p><a href="https://b.example/x">Image: x</a></p>',
  ],
])('%s', (_, html, expected) => expect(adopted(html).html).toBe(expected));

test('an image that did not come along is a link to its original size, and is named', () => {
  const { html, notes } = adopted(`<a href="${own}/s1600/other.jpg"><img src="${own}/s320/other.jpg"></a>`);
  expect(html).toBe(`<p><a href="${own}/s0/other.jpg">Image: other.jpg</a></p>`);
  expect(notes).toEqual([expect.stringContaining(`${own}/s0/other.jpg`)]);
});

test('what stands before the jump is the excerpt', () => {
  const { html, teaser } = adopted('One <b>two</b>.<br><a name="more"></a>Three.');
  expect(teaser).toBe('One two.');
  expect(html).toBe('<p>One <strong>two</strong>.<br>Three.</p>');
});
