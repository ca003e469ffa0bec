import { describe, expect, test } from 'vitest';
import { copyPage, copyStyles, type PageContext } from './pages';

const comment = '01a22a72-0365-71f1-97d7-d750bac00b9a';
const context: PageContext = {
  siteUrl: 'https://blog.example',
  page: '/2024/nets',
  isPublic: (pathname) => !/^\/(account|signin|comments)|\/follow$|\/comments\/[0-9a-f-]{36}/.test(pathname),
  closed: { sentence: 'Comments are closed.', heading: (count) => `Comments (${count})` },
};
const bodyOf = (html: string, more: Partial<PageContext> = {}) =>
  copyPage(`<!DOCTYPE html><html><head></head><body>${html}</body></html>`, { ...context, ...more }).html.replace(
    /^.*<body>|<\/body>.*$/gs,
    '',
  );

describe('links', () => {
  test.each([
    ['<a href="/about">A</a>', '<a href="../../about/index.html">A</a>'],
    ['<a href="https://blog.example/tag/ropes#x">A</a>', '<a href="../../tag/ropes/index.html#x">A</a>'],
    ['<a href="/2024/nets#fn-1">1</a>', '<a href="#fn-1">1</a>'],
    ['<a href="/search?q=nets">A</a>', '<a href="../../search/index.html?q=nets">A</a>'],
    ['<a href="https://other.example/">A</a>', '<a href="https://other.example/">A</a>'],
    [`<a href="/2024/nets/comments/${comment}">A</a>`, `<a href="#comment-${comment}">A</a>`],
    [`<a href="/quay/comments/${comment}">A</a>`, `<a href="../../quay/index.html#comment-${comment}">A</a>`],
    ['<a href="/comments/by/ada"><bdi>Ada</bdi></a>', '<bdi>Ada</bdi>'],
    ['<p><a href="/2024/nets/follow">Follow</a></p>', '<p></p>'],
    [
      '<img src="/uploads/a.jpg" srcset="/uploads/a-400w.jpg 400w, /uploads/a.jpg 800w">',
      '<img src="../../uploads/a.jpg" srcset="../../uploads/a-400w.jpg 400w, ../../uploads/a.jpg 800w">',
    ],
    [
      '<i style="background:url(/uploads/b.png)"></i>',
      '<i style="background:url(&quot;../../uploads/b.png&quot;)"></i>',
    ],
  ])('%s becomes %s', (before, after) => {
    expect(bodyOf(before)).toBe(after);
  });

  test('on a later page of a thread, a comment is on that page', () => {
    const link = `<a href="/2024/nets/comments/${comment}">A</a>`;
    expect(bodyOf(link, { page: '/2024/nets/comments/page/2' })).toBe(`<a href="#comment-${comment}">A</a>`);
  });

  test('what a page leads to and shows is found once each, in order', () => {
    const { found } = copyPage(
      '<a href="/b"></a><a href="/a?x"></a><img src="/uploads/c.jpg"><a href="/b#y">',
      context,
    );
    expect(found).toEqual(['/a', '/b', '/uploads/c.jpg']);
  });
});

describe('what needs a server', () => {
  test.each([
    ['<script>x</script><b>A</b><script src="/x.js"></script>', '<b>A</b>'],
    ['<noscript><p>Plain</p></noscript>', '<p>Plain</p>'],
    ['<form id="post-comment"><textarea></textarea></form>', '<p class="comments__closed">Comments are closed.</p>'],
    ['<form id="likes"></form><button form="likes">Like</button>', ''],
    ['<div class="slot slot--box"><iframe src="/_s/f/x"></iframe></div>', ''],
    [
      '<iframe src="/_s/f/x"></iframe><iframe src="https://video.example/"></iframe>',
      '<iframe src="https://video.example/"></iframe>',
    ],
    ['<h2 id="comments-heading">Post a Comment (1,234)</h2>', '<h2 id="comments-heading">Comments (1,234)</h2>'],
    ['<footer class="corrections"><p><a href="/account">Suggest</a></p></footer>', ''],
    ['<button popovertarget="n1">1</button>', '<button popovertarget="n1">1</button>'],
  ])('%s becomes %s', (before, after) => {
    expect(bodyOf(before)).toBe(after);
  });

  test('heads keep what pages are called and lose what scripts load', () => {
    const head = '<link rel="canonical" href="https://blog.example/2024/nets"><link rel="preload" href="/x.woff2">';
    const { html } = copyPage(`<html><head>${head}<link rel="stylesheet" href="/looks.css?v=1"></head>`, context);
    expect(html).toContain('<link rel="canonical" href="https://blog.example/2024/nets">');
    expect(html).toContain('<link rel="stylesheet" href="../../looks.css">');
    expect(html).not.toContain('preload');
  });
});

test('style sheets lead to other files of the copy', () => {
  const css =
    'a{src:url(../media/f.woff2)}b{background:url("/uploads/b.png")}c{background:url(data:image/png;base64,x)}';
  const { text, found } = copyStyles(css, { siteUrl: context.siteUrl, page: '/_next/static/chunks/a.css' });
  expect(text).toBe(
    'a{src:url("../media/f.woff2")}b{background:url("../../uploads/b.png")}c{background:url(data:image/png;base64,x)}',
  );
  expect(found).toEqual(['/_next/static/media/f.woff2', '/uploads/b.png']);
});
