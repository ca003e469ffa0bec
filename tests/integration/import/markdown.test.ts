import { mkdirSync, mkdtempSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import sharp from 'sharp';
import { expect, test, vi } from 'vitest';
import { readDb } from '@/lib/database/db';
import { markdown } from '@/lib/import/importers/markdown/importer';
import { importers } from '@/lib/import/importers/registry';
import { runImport } from '@/lib/import/pipeline';
import type { ImportInput } from '@/lib/import/pipeline/run';
import { recogniseImporter } from '@/lib/import/recognition';
import { undoImport } from '@/lib/import/running/undoing';
import { fileOf, tarOf, zipOf } from '../../factories/archives';
import { findRedirect } from '../../factories/imports';
import { tableHashes } from '../../factories/table-hashes';

// Each picture is decoded in a process of its own.
vi.setConfig({ testTimeout: 120_000 });

const run = (files: string | string[], input: Partial<ImportInput> = {}) =>
  runImport('operator', markdown, { files: [files].flat(), oldUrl: null, dryRun: false, ...input });
const to = async (from: string) => (await findRedirect(from)).move?.to;
const postOf = (slug: string) =>
  readDb.post.findUniqueOrThrow({
    where: { slug },
    include: {
      tags: { include: { tag: true }, orderBy: { position: 'asc' } },
      authors: { include: { user: true }, orderBy: { position: 'asc' } },
    },
  });
const picture = (background = '#a00') =>
  sharp({ create: { width: 64, height: 48, channels: 3, background } })
    .jpeg()
    .toBuffer();

function folderOf(files: Record<string, string | Buffer>) {
  const folder = mkdtempSync(join(tmpdir(), 'masthead-folder-'));
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), content);
  }
  return folder;
}

const hugo = async () => ({
  'blog-main/hugo.toml':
    'baseURL = "https://old.example/log/"\ntitle = "Old log"\ntimeZone = "Europe/Oslo"\n[permalinks.page]\nposts = "/:year/:month/:slug/"\n',
  'blog-main/README.md': '# How to build\n',
  'blog-main/content/posts/boat/index.md': `---
title: The boat
date: 2021-07-04 10:00:00
lastmod: 2021-07-05
slug: my-boat
aliases: [/old-boat/]
tags: [Boats, "Sea"]
categories: News
series: [Boats in parts]
series_order: 2
authors: [Ann, Ben]
description: A short word.
cover: { image: boat.jpg, alt: The quay }
guid: urn:boat
---
![Alt](boat.jpg) and ![two](/img/two.jpg), [the plan](/files/plan.pdf), [us](../../about.md#who).

{{< chart >}} <script>alert(1)</script>

- [x] done

Words[^1].

[^1]: A note.
`,
  'blog-main/content/posts/boat/boat.jpg': await picture(),
  'blog-main/static/img/two.jpg': await picture('#0a0'),
  'blog-main/static/files/plan.pdf': '%PDF-1.4 plan',
  'blog-main/content/about.md':
    '+++\ntitle = "About"\ndate = 2020-01-01T10:00:00Z\n+++\nSee [it](/log/2021/07/my-boat/).\n',
  'blog-main/content/posts/later.md': '{\n"title": "Later",\n"date": "2021-01-01",\n"draft": true\n}\nNot yet.\n',
  'blog-main/content/posts/over.md': '---\ntitle: Over\ndate: 2021-01-01\nexpiryDate: 2022-01-01\n---\nIt was.\n',
  'blog-main/content/posts/broken.md': '---\ntitle: Broken\ntags: [a\n---\nText\n',
});

test('a folder of Hugo comes with images, files and addresses; again changes nothing, and undo removes all', async () => {
  const zip = fileOf(zipOf(await hugo()), 'blog.zip');
  expect(await recogniseImporter([zip], importers)).toBe(markdown);
  const before = await tableHashes();
  const dry = await run(zip, { dryRun: true });
  expect(dry).toMatchObject({
    created: { posts: 3, pages: 1, tags: 3, authors: 2, media: 2, files: 1 },
    hidden: { drafts: 1, private: 1 },
    source: 'markdown:https://old.example/log',
  });
  expect(await tableHashes()).toEqual(before);

  const report = await run(zip);
  expect(report.created).toEqual(dry.created);
  const post = await postOf('my-boat');
  expect(post).toMatchObject({
    title: 'The boat',
    status: 'published',
    excerpt: 'A short word.',
    publishAt: new Date('2021-07-04T08:00:00Z'),
    coverAlt: 'The quay',
    feedId: 'urn:boat',
  });
  expect(post.coverId).not.toBeNull();
  expect(await readDb.series.findFirst({ where: { title: 'Boats in parts' } })).not.toBeNull();
  expect(post.bodyHtml).toMatch(/<img src="\/uploads\/[^"]+" alt="Alt">/);
  expect(post.bodyHtml).toMatch(/<img src="\/uploads\/[^"]+" alt="two">/);
  expect(post.bodyHtml).toMatch(/<a href="\/uploads\/files\/[^"]+plan\.pdf">the plan<\/a>/);
  expect(post.bodyHtml).toContain('<a href="/about#who">us</a>');
  expect(post.bodyHtml).toContain('<code>{{&lt; chart &gt;}}</code>');
  expect(post.bodyHtml).toContain('<span data-footnote="">A note.</span>');
  expect(post.bodyHtml).toContain('data-checked="true"');
  expect(post.bodyHtml).not.toContain('alert');
  expect(post.tags.map(({ tag }) => tag.name)).toEqual(['News', 'Boats', 'Sea']);
  expect(post.authors.map(({ user }) => user.name)).toEqual(['Ann', 'Ben']);
  expect(await postOf('about')).toMatchObject({ type: 'page', bodyHtml: '<p>See <a href="/my-boat">it</a>.</p>' });
  expect(await postOf('later')).toMatchObject({ status: 'draft', publishAt: null });
  expect(await postOf('over')).toMatchObject({ status: 'private' });
  expect(report.oldSite).toMatchObject({ siteName: 'Old log', timeZone: 'Europe/Oslo' });
  expect(report.failed).toContainEqual({
    where: 'content/posts/broken.md, line 3',
    why: expect.stringContaining('Its front matter cannot be read') as string,
  });
  expect(report.notes.map(({ why }) => why).join()).toContain('chart');

  expect(await to('/log/2021/07/my-boat')).toBe('/my-boat');
  expect(await to('/log/old-boat')).toBe('/my-boat');
  expect(await to('/log/tags/sea')).toBe('/tag/sea');
  expect(await to('/log/tags/sea/index.xml')).toBe('/tag/sea/rss.xml');
  expect(await to('/log/categories/news')).toBe('/tag/news');
  expect(await to('/log/posts/page/2')).toBe('/');
  expect(await to('/log/img/two.jpg')).toMatch(/^\/uploads\//);
  expect(await to('/log/files/plan.pdf')).toMatch(/plan\.pdf$/);
  expect(await to('/log/about')).toBe('/about');
  expect(await to('/log/posts/later')).toBeUndefined();

  const after = await tableHashes();
  const again = await run(zip);
  expect(again).toMatchObject({ created: { posts: 0, pages: 0, media: 0, files: 0 }, updated: { posts: 0, pages: 0 } });
  // The same from the folder itself: a sync.
  const files = Object.entries(await hugo()).map(
    ([name, content]) => [name.replace('blog-main/', ''), content] as const,
  );
  const folder = folderOf(Object.fromEntries(files));
  symlinkSync('/etc', join(folder, 'content', 'elsewhere'));
  const fromFolder = await run(folder);
  expect(fromFolder).toMatchObject({ created: { posts: 0, pages: 0, media: 0 }, updated: { posts: 0, pages: 0 } });
  expect(fromFolder.failed.map(({ why }) => why)).toContain('1 link is in it: links are not followed.');
  const without = (hashes: Record<string, unknown>) => ({ ...hashes, importBatch: null });
  expect(without(await tableHashes())).toEqual(without(after));
  await undoImport('operator', fromFolder.batch!);
  await undoImport('operator', again.batch!);
  await undoImport('operator', report.batch!);
  expect(await readDb.post.count({ where: { slug: { in: ['my-boat', 'about', 'later', 'over'] } } })).toBe(0);
  expect(await readDb.redirect.count({ where: { from: { startsWith: '/log' } } })).toBe(0);
});

test('a folder of Jekyll: names with dates, categories, drafts, pages, Liquid and its addresses', async () => {
  const tar = fileOf(
    await tarOf({
      '_config.yml':
        'url: "https://jekyll.example"\nbaseurl: /b\ntimezone: Europe/Oslo\ndefaults:\n  - scope: { path: "", type: posts }\n    values: { author: ann }\n',
      '_data/authors.yml': 'ann:\n  name: Ann of the Quay\n',
      '_posts/2021-3-4-a-boat.md':
        '---\ntitle: A boat\ncategories: Sea land\ntags: one two\nredirect_from:\n  - /old/boat/\n---\nSee [next]({% post_url 2021-03-06-html %}) ![i]({{ "/img/a.jpg" | relative_url }}).\n\n{% gist ann/1234 %}\n',
      '_posts/2021-03-05-next.markdown': '---\ntitle: Next\npermalink: /n/:title/\npublished: false\n---\nText\n',
      '_posts/2021-03-06-html.html': '---\ntitle: As HTML\ndate: 2021-07-06 09:00\n---\n<p>* no list</p>\n',
      '_drafts/idea.md': '---\ntitle: Idea\n---\nText\n',
      'about.md': '---\nlayout: page\n---\n# About us\n\nText\n',
      'index.html': '---\nlayout: home\n---\n{% for post in site.posts %}{{ post.title }}{% endfor %}\n',
      '_layouts/default.html': '---\nx: y\n---\n{{ content }}\n',
      'img/a.jpg': await picture('#00a'),
    }),
    'site.tar',
  );
  const report = await run(tar);
  expect(report).toMatchObject({ created: { posts: 4, pages: 1, media: 1, authors: 1 }, hidden: { drafts: 2 } });
  const post = await postOf('a-boat');
  expect(post.bodyHtml).toMatch(/<a href="\/html">next<\/a> <img src="\/uploads\//);
  expect(post.bodyHtml).toContain('gist.github.com/ann/1234');
  expect(post.tags.map(({ tag }) => tag.name)).toEqual(['Sea', 'land', 'one', 'two']);
  expect(post.authors.map(({ user }) => user.name)).toEqual(['Ann of the Quay']);
  expect(post.publishAt).toEqual(new Date('2021-03-03T23:00:00Z'));
  expect(await postOf('html')).toMatchObject({ title: 'As HTML', bodyHtml: '<p>* no list</p>' });
  expect(await postOf('next')).toMatchObject({ status: 'draft' });
  expect(await postOf('about')).toMatchObject({ title: 'About us', type: 'page', bodyHtml: '<p>Text</p>' });
  expect(await to('/b/sea/land/2021/03/04/a-boat.html')).toBe('/a-boat');
  expect(await to('/b/old/boat')).toBe('/a-boat');
  expect(await to('/b/2021/07/06/html.html')).toBe('/html');
  expect(await to('/b/about.html')).toBe('/about');
  await undoImport('operator', report.batch!);
});

test('Astro and Eleventy folders, and single files', async () => {
  const astro = folderOf({
    'src/content/blog/first.mdx':
      '---\ntitle: First\npubDate: "Jul 08 2022"\nupdatedDate: 2022-08-01\nheroImage: "./hero.jpg"\n---\nimport X from "../X.astro";\n\n<X />\n\nWords\n',
    'src/content/blog/hero.jpg': await picture('#0aa'),
  });
  const report = await run(astro, { oldUrl: 'https://astro.example' });
  const post = await postOf('first');
  expect(post).toMatchObject({ publishAt: new Date('2022-07-08T00:00:00Z') });
  expect(post.coverId).not.toBeNull();
  expect(await to('/blog/first')).toBe('/first');
  const single = await run(fileOf('---\ntitle: Alone\ndate: 2020-01-01\n---\nWords\n', 'alone.md'));
  expect(await postOf('alone')).toMatchObject({ bodyHtml: '<p>Words</p>' });
  expect(single.remarks?.join()).toContain('do not say where the site was');
  for (const { batch } of [single, report]) await undoImport('operator', batch!);
});

test('what is no such file is refused in a sentence', async () => {
  await expect(run(fileOf('', 'empty.md'))).rejects.toThrow('empty.md: It is empty. Nothing was imported.');
  await expect(run(fileOf(zipOf({ '_config.yml': 'title: x\n' }), 'only.zip'))).rejects.toThrow(
    'holds the settings of a site and no texts',
  );
  await expect(run(join(tmpdir(), 'not-there'))).rejects.toThrow('There is no file');
  await expect(run(folderOf({ 'a.css': 'b' }))).rejects.toThrow('There is no Markdown file with front matter in');
  const broken = fileOf('---\ntitle: "x\n---\nText', 'broken.md');
  await expect(run(broken)).rejects.toThrow(
    /broken\.md, line \d: Its front matter cannot be read: .+ Nothing was imported/,
  );
  const evil = fileOf(
    zipOf({ '../evil.md': '---\ntitle: Evil\n---\nx', 'good.md': '---\ntitle: Good\n---\nx' }),
    'e.zip',
  );
  const report = await run(evil, { dryRun: true });
  expect(report).toMatchObject({ created: { posts: 0, pages: 1 } });
  expect(report.failed.map(({ why }) => why)).toContain('Its path leads out of the archive or is not valid here.');
});

test('tags of Hugo keep signs and spaces in their names, and their lists lead on', async () => {
  const zip = fileOf(
    zipOf({
      'hugo.toml': 'baseURL = "https://signs.example/"\n',
      'content/posts/signs.md':
        '---\ntitle: Signs\ntags: ["R&D", "Salt &copy too", "A < B", "Q&amp;A"]\ncategories: Rock & Roll\n---\nSee https://signs.example/posts/signs/ and www.example.org.\n',
    }),
    'signs.zip',
  );
  const report = await run(zip);
  const post = await postOf('signs');
  expect(post.tags.map(({ tag }) => tag.name)).toEqual(['Rock & Roll', 'R&D', 'Salt &copy too', 'A < B', 'Q&A']);
  expect(await to('/categories/rock--roll')).toMatch(/^\/tag\//);
  expect(await to('/tags/rd')).toMatch(/^\/tag\//);
  expect(post.bodyHtml).toContain('<a href="/signs">https://signs.example/posts/signs/</a>');
  expect(post.bodyHtml).toContain('<a href="http://www.example.org/">www.example.org</a>.');
  await undoImport('operator', report.batch ?? '');
});
