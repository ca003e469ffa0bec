import { expect, test, vi } from 'vitest';
import { readDb } from '@/lib/database/db';
import type { Importer } from '@/lib/import/importer';
import { medium } from '@/lib/import/importers/medium/importer';
import { importers } from '@/lib/import/importers/registry';
import { substack } from '@/lib/import/importers/substack/importer';
import { runImport } from '@/lib/import/pipeline';
import type { ImportInput } from '@/lib/import/pipeline/run';
import { recogniseImporter } from '@/lib/import/recognition';
import { undoImport } from '@/lib/import/running/undoing';
import { fileOf, zipOf } from '../../factories/archives';
import { findRedirect } from '../../factories/imports';
import { tableHashes } from '../../factories/table-hashes';

vi.setConfig({ testTimeout: 60_000 });

const run = (importer: Importer, file: string, input: Partial<ImportInput> = {}) =>
  runImport('operator', importer, { files: [file], oldUrl: null, dryRun: false, ...input });
const to = async (from: string) => (await findRedirect(from)).move?.to;
const postOf = (slug: string) => readDb.post.findUniqueOrThrow({ where: { slug } });
const without = (hashes: Record<string, unknown>) => ({ ...hashes, importBatch: null });

const csv = `post_id,post_date,is_published,email_sent_at,inbox_sent_at,type,audience,title,subtitle,podcast_url
101.the-boat,2021-03-04T10:00:00.000Z,true,,,newsletter,everyone,The &#8220;boat&#8221;,"A short, good word",
102.for-some,2021-03-05T10:00:00.000Z,true,,,newsletter,only_paid,For some,,
103.,2021-03-06T10:00:00.000Z,false,,,newsletter,everyone,Idea,,
104.heard,2021-03-07T10:00:00.000Z,true,,,podcast,everyone,Heard,,https://api.example/104.mp3
105.about,2021-03-07T10:00:00.000Z,true,,,page,everyone,About,,
,2021-03-07T10:00:00.000Z,true,,,newsletter,everyone,Nameless,,
`;
const boat = `<p>Words<a class="footnote-anchor" id="footnote-anchor-1" href="#footnote-1">1</a> and <a href="/p/heard">more</a>.</p>
<p class="button-wrapper" data-attrs='{"text":"Subscribe now"}'><a class="button" href="x">Subscribe now</a></p>
<div class="subscription-widget-wrap"><p>Thanks for reading</p></div>
<div class="youtube-wrap" data-attrs='{"videoId":"dQw4w9WgXcQ"}'></div>
<div class="captioned-image-container"><figure><a href="https://substackcdn.com/image/fetch/f_auto/https%3A%2F%2Fimg.example%2Fa.jpg"><img src="https://substackcdn.com/image/fetch/w_1456/https%3A%2F%2Fimg.example%2Fa.jpg" data-attrs='{"src":"https://img.example/a.jpg"}' alt="A"></a></figure></div>
<script>alert(1)</script>
<div class="footnote" data-component-name="FootnoteToDOM"><a id="footnote-1" href="#footnote-anchor-1" class="footnote-number">1</a><div class="footnote-content"><p>A note.</p></div></div>`;

test('an archive of Substack: what was for all is public, and buttons and forms stay there', async () => {
  const zip = fileOf(
    zipOf({
      'posts.csv': csv,
      'posts/101.the-boat.html': boat,
      'posts/102.for-some.html': '<p>Paid</p>',
      'posts/104.heard.html': '<p>Listen</p>',
      'posts/105.about.html': '<p>Us</p>',
      'email_list.example.csv': 'email\nann@private.example\n',
    }),
    'substack.zip',
  );
  expect(await recogniseImporter([zip], importers)).toBe(substack);
  const input = { oldUrl: 'https://boats.substack.com' };
  const before = await tableHashes();
  const dry = await run(substack, zip, { ...input, dryRun: true });
  expect(dry).toMatchObject({ created: { posts: 4, pages: 1 }, hidden: { drafts: 1, private: 1 } });
  expect(await tableHashes()).toEqual(before);
  const report = await run(substack, zip, input);
  const post = await postOf('the-boat');
  expect(post).toMatchObject({
    title: 'The “boat”',
    excerpt: 'A short, good word',
    publishAt: new Date('2021-03-04T10:00:00Z'),
  });
  expect(post.bodyHtml).toContain('Words<span data-footnote="">A note.</span> and <a href="/heard">more</a>.');
  expect(post.bodyHtml).toContain('data-embed="https://www.youtube.com/watch?v=dQw4w9WgXcQ"');
  expect(post.bodyHtml).toContain('https://img.example/a.jpg');
  expect(post.bodyHtml).not.toMatch(/Subscribe|Thanks|alert|substackcdn/);
  expect(await postOf('for-some')).toMatchObject({ status: 'private' });
  expect((await postOf('heard')).enclosures ?? '').toContain('https://api.example/104.mp3');
  expect(await postOf('about')).toMatchObject({ type: 'page' });
  expect(report.failed).toContainEqual({
    where: 'posts.csv, line 7',
    why: 'It has no post_id, so it was not imported.',
  });
  expect(JSON.stringify(report)).not.toContain('private.example');
  expect(await to('/p/the-boat')).toBe('/the-boat');
  expect(await to('/p/the-boat/comments')).toBe('/the-boat');
  expect(await to('/p/for-some')).toBeUndefined();
  const after = await tableHashes();
  const again = await run(substack, zip, input);
  expect(again).toMatchObject({ created: { posts: 0, pages: 0 }, updated: { posts: 0 } });
  expect(without(await tableHashes())).toEqual(without(after));
  await undoImport('operator', again.batch!);
  await undoImport('operator', report.batch!);
  expect(await readDb.redirect.count({ where: { from: { startsWith: '/p/' } } })).toBe(0);
  await expect(run(substack, fileOf(zipOf({ 'posts/101.a.html': '<p>x</p>' }), 'half.zip'))).rejects.toThrow(
    'There is no posts.csv',
  );
});

const page = (body: string, { title = 'The boat', foot = '' } = {}) =>
  `<!DOCTYPE html><html><head><title>${title}</title></head><body><article class="h-entry"><header><h1 class="p-name">${title}</h1></header>
<section data-field="subtitle" class="p-summary">A short word.</section><section data-field="body" class="e-content">${body}</section><footer>${foot}</footer></article></body></html>`;
const foot = (link: string) =>
  `<p>By <a href="https://medium.com/@ann" class="p-author h-card">Ann</a> on <a href="${link}"><time class="dt-published" datetime="2021-03-04T10:00:00.000Z">March 4</time></a>.</p><p><a href="${link}" class="p-canonical">Canonical link</a></p>`;
const story = `<section class="section section--body"><div class="section-divider"><hr class="section-divider"></div><div class="section-content"><div class="section-inner">
<h3 name="1" class="graf graf--h3 graf--leading graf--title">The boat</h3><h4 class="graf graf--h4 graf--subtitle">A short word.</h4>
<p class="graf graf--p">See <a href="https://medium.com/@ann/second-bbbbbbbbbbbb">the second</a>.</p>
<pre class="graf graf--pre">let a;<br>let b;</pre><pre class="graf graf--pre graf-after--pre">let c;</pre>
<figure class="graf graf--figure"><img class="graf-image" src="https://cdn-images-1.medium.com/max/800/1*x.jpeg" alt=""><figcaption>Quay</figcaption></figure></div></div></section>
<section class="section"><div class="section-divider"><hr class="section-divider"></div><div class="section-content"><p class="graf graf--p">End.</p></div></section>`;

test('an archive of Medium: titles stand once, listings are whole, and responses are left out', async () => {
  const zip = fileOf(
    zipOf({
      'README.html': '<html><body>Your archive</body></html>',
      'posts/2021-03-04_The-boat-aaaaaaaaaaaa.html': page(story, {
        foot: foot('https://medium.com/@ann/the-boat-aaaaaaaaaaaa'),
      }),
      'posts/2021-03-05_Second-bbbbbbbbbbbb.html': page(
        '<h3 class="graf graf--title">Second</h3><p class="graf">More.</p>',
        {
          title: 'Second',
          foot: foot('https://medium.com/@ann/second-bbbbbbbbbbbb'),
        },
      ),
      'posts/draft_Idea-cccccccccccc.html': page('<h3 class="graf graf--title">Idea</h3><p class="graf">Not yet.</p>', {
        title: 'Idea',
      }),
      'posts/2021-03-06_I-agree-dddddddddddd.html': page(
        '<p class="graf graf--p graf--leading graf--trailing">I agree with all of it.</p>',
        {
          title: 'I agree with all…',
          foot: foot('https://medium.com/@ann/i-agree-dddddddddddd'),
        },
      ),
      'claps/claps-0001.html': '<html><body>claps</body></html>',
    }),
    'medium.zip',
  );
  expect(await recogniseImporter([zip], importers)).toBe(medium);
  const before = await tableHashes();
  const dry = await run(medium, zip, { dryRun: true });
  expect(dry).toMatchObject({
    created: { posts: 3, authors: 1 },
    hidden: { drafts: 1 },
    source: 'medium:https://medium.com/@ann',
  });
  expect(await tableHashes()).toEqual(before);
  const report = await run(medium, zip);
  const post = await postOf('the-boat');
  expect(post).toMatchObject({
    title: 'The boat',
    excerpt: 'A short word.',
    publishAt: new Date('2021-03-04T10:00:00Z'),
  });
  expect(post.bodyHtml).toMatch(/^<p>See <a href="\/second">the second<\/a>\.<\/p>/);
  expect(post.bodyHtml).toContain('<pre><code>let a;\nlet b;\nlet c;</code></pre>');
  expect(post.bodyHtml).toMatch(/<hr>\s*<p>End\.<\/p>$/);
  expect(report.remarks?.join()).toContain('1 files are responses');
  expect(await to('/@ann/the-boat-aaaaaaaaaaaa')).toBe('/the-boat');
  const again = await run(medium, zip);
  expect(again).toMatchObject({ created: { posts: 0 }, updated: { posts: 0 } });
  const withResponses = await run(medium, zip, { options: { responses: 'draft' } });
  expect(withResponses).toMatchObject({ created: { posts: 1 }, hidden: { drafts: 1 } });
  for (const { batch } of [withResponses, again, report]) await undoImport('operator', batch!);
  expect(await readDb.post.count({ where: { slug: { in: ['the-boat', 'second', 'idea'] } } })).toBe(0);
  await expect(run(medium, fileOf('<html><body><p>x</p></body></html>', 'page.html'))).rejects.toThrow(
    'page.html is not a post as Medium exports it',
  );
});
