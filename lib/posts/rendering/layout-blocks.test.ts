import { expect, test } from 'vitest';
import { htmlForFeeds } from '@/lib/feeds/html-for-feeds';
import { sanitiseBody } from '@/lib/html/sanitising';
import { renderBody } from './rendering';

const render = (html: string, options = {}) => renderBody(sanitiseBody(html), options);

const gallery =
  '<div data-gallery><figure><img src="/uploads/a.jpg" alt="Gull"><figcaption>At dawn</figcaption></figure><figure><img src="/uploads/b.jpg" alt=""></figure><figure><a href="/x"><img src="/uploads/c.jpg" alt="C"></a></figure></div>';

test('the images of a gallery open over the page without a script, and are in feeds once', () => {
  const { html, text, mediaPaths, blocks } = render(gallery);
  expect(html).toContain('<button type="button" popovertarget="zoom-1" class="zoom-in"><img src="/uploads/a.jpg"');
  expect(html).toContain('<button type="button" popovertarget="zoom-2" class="zoom-in" aria-label="2 / 3">');
  expect(html).toContain('<div popover="" id="zoom-1" class="zoom">');
  expect(html).toContain('<p>At dawn</p></div>');
  expect(html).not.toContain('zoom-3');
  expect(text).toBe('At dawn');
  expect(mediaPaths).toEqual(['a.jpg', 'b.jpg', 'c.jpg']);
  expect(blocks.map(({ kind, images }) => [kind, images])).toEqual([['figure', [[3_000, 1_000]]]]);

  const feed = htmlForFeeds(html, 'https://x.test/post');
  expect(feed).not.toMatch(/popover|<button/);
  expect(feed.match(/<img/g)).toHaveLength(3);
  expect(feed).toContain('<figcaption>At dawn</figcaption>');
});

test('an embed with a player reserves its box, and one with a poster shows it in the link', () => {
  const html =
    '<figure data-embed="https://vimeo.com/123456"><a href="https://vimeo.com/123456">POSTERA film</a></figure>';
  const { html: plain, blocks } = render(html.replace('POSTER', ''));
  expect(plain).toContain('<span class="embed-title">A film</span> — <span class="embed-provider">Vimeo</span></a>');
  expect(blocks[0]?.images).toEqual([[1_600, 900]]);
  const { html: shown, mediaPaths } = render(html.replace('POSTER', '<img src="/uploads/p.jpg" alt="">'));
  expect(shown).toContain('class="embed-link"><img src="/uploads/p.jpg" alt="" loading="lazy" decoding="async"><span');
  expect(mediaPaths).toEqual(['p.jpg']);
});

test('an image is offered in the sizes of its width', () => {
  const variants = [{ path: 'a-640w.webp', width: 640, height: 400, mime: 'image/webp', bytes: 1 }];
  const imageSizes = () => ({ width: 1_920, height: 1_200, color: '', variants });
  const sizes = (layout: string) =>
    /sizes="([^"]+)"/.exec(render(`<figure${layout}><img src="/uploads/a.jpg"></figure>`, { imageSizes }).html)?.[1];
  expect([sizes(''), sizes(' data-layout="wide"'), sizes(' data-layout="full"')]).toEqual([
    '(min-width: 44rem) 42rem, 100vw',
    '(min-width: 60rem) 58rem, 100vw',
    '100vw',
  ]);
});

test('files, buttons, callouts and toggles are plain text where there are no styles', () => {
  const { text } = render(
    '<aside data-callout="tip"><p>Mind the tide.</p></aside><p data-button=""><a href="/join">Join</a></p>' +
      '<p data-file=""><a href="/uploads/files/0123456789abcdef01234567/plan.pdf">Plan</a> <small>PDF, 1 MB</small></p>' +
      '<details><summary>More</summary><p>Inside</p></details>',
  );
  expect(text).toBe('Mind the tide.\nJoin\nPlan PDF, 1 MB\nMore\nInside');
});

test('the poster of a film is an image of the post', () => {
  const { mediaPaths } = render(
    '<video src="/uploads/files/0123456789abcdef01234567/a.mp4" poster="/uploads/p.jpg"></video>',
  );
  expect(mediaPaths).toEqual(['p.jpg']);
});
