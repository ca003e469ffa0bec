import { expect, test } from 'vitest';
import { sanitiseBody } from '@/lib/html/sanitising';
import { runBodyTask } from '@/lib/posts/rendering/body-worker-pool';
import { renderFields } from '@/lib/posts/fields/rendered-fields';
import { renderBody } from '@/lib/posts/rendering/rendering';

const paragraph = '<p>The tide <strong>turns</strong> at <a href="https://example.org">six</a> and again at noon.</p>';
const code = '<pre><code class="language-js">const tide = (hour) =&gt; Math.sin(hour / 12) * 3; // metres</code></pre>';

function textOf(characters: number) {
  const unit = `<h2>At the harbour</h2>${paragraph}${code}`;
  return unit.repeat(Math.floor(characters / unit.length));
}

test('a long text comes out as a short one does: the same cleaning, the same rendering', async () => {
  const html = textOf(40_000);

  const clean = await runBodyTask({ kind: 'sanitise', html: `${html}<script>alert(1)</script>` });
  expect(clean).toBe(sanitiseBody(html));
  const rendered = await runBodyTask({ kind: 'render', html: clean, siteHost: 'example.net', images: {} });
  expect(rendered).toEqual(renderBody(clean, { siteHost: 'example.net' }));
});

// Counted in work and not on the clock: the machine that runs the tests has other things to do as well.
test('requests do not wait while a text of nearly a million characters is saved', { timeout: 60_000 }, async () => {
  const html = await runBodyTask({ kind: 'sanitise', html: textOf(20_000) });
  const large = html.repeat(Math.floor(900_000 / html.length));
  const before = process.threadCpuUsage();
  const clean = await runBodyTask({ kind: 'sanitise', html: large });
  const { columns } = await renderFields(clean);
  const beside = process.threadCpuUsage(before);
  const again = process.threadCpuUsage();
  renderBody(sanitiseBody(large));
  const here = process.threadCpuUsage(again);

  expect(columns.renderedHtml.length).toBeGreaterThan(800_000);
  expect(beside.user + beside.system).toBeLessThan((here.user + here.system) / 3);
});

test('what is refused is refused in the same words', async () => {
  const html = `${'<p>x</p>'.repeat(130_000)}`;

  await expect(runBodyTask({ kind: 'sanitise', html })).rejects.toMatchObject({
    code: 'too_large',
    fields: { bodyHtml: 'This text is too long for one post.' },
  });
  // Short enough when it comes, too long when it is cleaned: the thread says so.
  const growing = '<p>&"</p>'.repeat(100_000);
  await expect(runBodyTask({ kind: 'sanitise', html: growing })).rejects.toMatchObject({ code: 'too_large' });
});
