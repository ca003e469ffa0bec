import { expect, test } from 'vitest';
import { readDb } from '@/lib/database/db';
import { importers } from '@/lib/import/importers/registry';
import { wordpress } from '@/lib/import/importers/wordpress/importer';
import { runImport } from '@/lib/import/pipeline';
import { recogniseImporter } from '@/lib/import/recognition';
import { undoImport } from '@/lib/import/running/undoing';
import { fileOf } from '../../factories/archives';
import { findRedirect } from '../../factories/imports';
import { tableHashes } from '../../factories/table-hashes';

const to = async (from: string) => (await findRedirect(from)).move?.to;
const without = (hashes: Record<string, unknown>) => ({ ...hashes, importBatch: null });
const image = 'https://images.squarespace-cdn.com/content/v1/5a/1500/quay.jpg';

const itemOf = (id: number, facts: Record<string, string>, categories = '') =>
  `<item><wp:post_id>${id}</wp:post_id>${Object.entries(facts)
    .map(([name, value]) => `<${name}><![CDATA[${value}]]></${name}>`)
    .join('')}<wp:post_date>2019-04-05 10:00:00</wp:post_date><wp:post_date_gmt>2019-04-05 10:00:00</wp:post_date_gmt>
<pubDate>Fri, 05 Apr 2019 10:00:00 +0000</pubDate>${categories}</item>`;

const xml = `<?xml version="1.0" encoding="UTF-8"?>
<rss xmlns:excerpt="http://wordpress.org/export/1.2/excerpt/" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:wp="http://wordpress.org/export/1.2/">
<channel><title>Quay</title><link>https://quay.example</link><description /><wp:wxr_version>1.2</wp:wxr_version>
<wp:author><wp:author_id>1</wp:author_id><wp:author_login>ann@private.example</wp:author_login><wp:author_email>ann@private.example</wp:author_email><wp:author_display_name><![CDATA[Ann Berg]]></wp:author_display_name></wp:author>
${itemOf(
  1,
  {
    title: 'The quay',
    link: '/journal/2019/4/5/the-quay.html',
    'content:encoded': `<div class="sqs-layout">
<div class="image-block"><noscript><img src="${image}" /></noscript>
<img class="thumb-image" data-src="${image}?format=1000w" alt="Old quay" /></div>
<p>One line
and its rest.</p><div class="newsletter-form-wrapper"><p>Sign up</p></div><a href="/journal/second">second</a></div>`,
    'excerpt:encoded': 'exc-5134cbefe4b0c6fb04df8065',
    'wp:post_name': 'journal/2019/4/5/the-quay.html',
    'wp:post_type': 'post',
    'wp:status': 'publish',
    'dc:creator': 'ann@private.example',
  },
  '<category domain="category" nicename="boats-big"><![CDATA[Boats & big]]></category>',
)}
${itemOf(2, { title: 'Second', link: '/journal/second', 'content:encoded': '<p>Words</p>', 'wp:post_name': 'second', 'wp:post_type': 'post', 'wp:status': 'publish', 'dc:creator': 'ben@private.example' })}
${itemOf(3, { title: 'Not yet', link: '/null', 'content:encoded': '<p>Words</p>', 'wp:post_name': 'null', 'wp:post_type': 'post', 'wp:status': 'draft' })}
${itemOf(4, { title: 'About', link: '/about', 'content:encoded': '<p>Us</p>', 'wp:post_name': 'about', 'wp:post_type': 'page', 'wp:status': 'publish' })}
${itemOf(4, { title: 'Us', link: '/us', 'content:encoded': '<p>Us too</p>', 'wp:post_name': 'us', 'wp:post_type': 'page', 'wp:status': 'publish' })}
${itemOf(5, { title: 'Cover', link: `${image}?x=1`, 'wp:attachment_url': 'https://static1.squarespace.com/static/5a/t/cover.jpg', 'wp:post_name': 'cover', 'wp:post_type': 'attachment', 'wp:post_parent': '2', 'wp:status': 'inherit' })}
</channel></rss>`;

test('an export of Squarespace: named, with its slugs, addresses and images, and without e-mail addresses', async () => {
  const file = fileOf(xml, 'squarespace.xml');
  expect(await recogniseImporter([file], importers)).toBe(wordpress);
  const before = await tableHashes();
  const input = { files: [file], oldUrl: null, dryRun: false };
  const report = await runImport('operator', wordpress, input);
  expect(report.remarks?.join()).toContain('This is an export of Squarespace.');
  expect(report.created).toMatchObject({ posts: 3, pages: 2, authors: 2 });
  const post = await readDb.post.findUniqueOrThrow({
    where: { slug: 'the-quay' },
    include: { authors: { include: { user: true } }, tags: { include: { tag: true } } },
  });
  expect(post.excerpt).toBe('');
  expect(post.bodyHtml.match(/quay\.jpg/g)).toHaveLength(1);
  expect(post.bodyHtml).toContain('One line and its rest.');
  expect(post.bodyHtml).toContain('<a href="/second">second</a>');
  expect(post.bodyHtml).not.toContain('Sign up');
  expect(post.authors.map(({ user }) => [user.name, user.slug])).toEqual([['Ann Berg', 'ann-berg']]);
  expect(post.tags.map(({ tag }) => tag.name)).toEqual(['Boats & big']);
  expect(await readDb.post.findFirstOrThrow({ where: { title: 'Not yet' } })).toMatchObject({ status: 'draft' });
  expect(await readDb.post.count({ where: { slug: { in: ['about', 'us'] } } })).toBe(2);
  expect(await to('/journal/2019/4/5/the-quay.html')).toBe('/the-quay');
  expect(await to('/journal')).toBe('/');
  expect(await to('/journal/category/boats+%26+big')).toMatch(/^\/tag\//);
  expect(await to('/null')).toBeUndefined();
  const kept = JSON.stringify([
    await readDb.user.findMany({ select: { name: true, slug: true, email: true } }),
    await readDb.importItem.findMany({ where: { kind: 'user' } }),
    report,
  ]);
  expect(kept).not.toContain('private.example');
  expect(kept).not.toContain('ben@');
  const again = await runImport('operator', wordpress, input);
  expect(again).toMatchObject({ created: { posts: 0, authors: 0 }, updated: { posts: 0 } });
  await undoImport('operator', again.batch ?? '');
  await undoImport('operator', report.batch ?? '');
  expect(without(await tableHashes())).toEqual(without(before));
});
