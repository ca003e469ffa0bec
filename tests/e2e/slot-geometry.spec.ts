import type { Page } from '@playwright/test';
import { sanitiseBody } from '@/lib/html/sanitising';
import { renderBody } from '@/lib/posts/rendering/rendering';
import { layoutOf } from '@/lib/slots/article-geometry';
import { outlineOf } from '@/lib/slots/article-outline';
import { planSlots } from '@/lib/slots/placement-rules';
import { createPost } from '../factories/posts';
import { expect, test } from './site';

const sentence =
  'The tide turns twice a day, and the boats that lie along the quay turn with it, slowly, all of them. ';
const long = `<p>${sentence.repeat(6)}</p>`;
const body = renderBody(
  sanitiseBody(
    [
      long,
      `<p>${sentence}</p>`,
      '<h2>What the harbour master wrote</h2>',
      `<p>${sentence.repeat(3)}</p>`,
      `<blockquote><p>${sentence.repeat(2)}</p></blockquote>`,
      `<ul>${'<li>A rope of hemp, forty metres</li>'.repeat(6)}</ul>`,
      `<pre><code>${'const tide = high - low;\n'.repeat(12)}</code></pre>`,
      long,
      `<table>${'<tr><td>Harlingen</td><td>08:14</td><td>2.1 m</td></tr>'.repeat(7)}</table>`,
      '<figure data-embed="https://vimeo.com/76979871"><a href="https://vimeo.com/76979871">On Vimeo</a></figure>',
      '<hr>',
      long,
      long,
    ].join(''),
  ),
);
const title = 'Of tides and the boats that turn with them';

async function heightsOn(page: Page) {
  return page.evaluate(() => {
    const bottom = (selector: string) => document.querySelector(selector)!.getBoundingClientRect().bottom;
    const text = bottom('.prose') - document.querySelector('.prose')!.getBoundingClientRect().top;
    const article = bottom('.prose') - document.querySelector('.post__title')!.getBoundingClientRect().top;
    return { text, article };
  });
}

for (const [device, width] of [
  ['desktop', 1_280],
  ['mobile', 360],
] as const) {
  test(`the heights from which slots are placed are near those of a browser, on ${device}`, async ({ page, site }) => {
    await page.setViewportSize({ width, height: 800 });
    const { slug } = await createPost({
      title,
      bodyHtml: body.html,
      renderedHtml: body.html,
      blocks: JSON.stringify(body.blocks),
      wordCount: body.wordCount,
    });
    await site.refresh(['list']);
    await page.goto(`${site.url}/${slug}`);
    await page.evaluate(() => document.fonts.ready);
    const seen = await heightsOn(page);

    const { height } = layoutOf(body.blocks, device);
    const article = { title, subtitle: '', type: 'post', cover: null, hasTags: false, blocks: body.blocks };
    const whole = outlineOf(article, planSlots([], { type: 'post' }, new Date()))[device].height;
    expect(Math.abs(height / seen.text - 1)).toBeLessThan(0.06);
    expect(Math.abs(whole / seen.article - 1)).toBeLessThan(0.06);
  });
}
