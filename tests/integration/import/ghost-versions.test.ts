import { expect, test } from 'vitest';
import { readDb } from '@/lib/database/db';
import { ghost } from '@/lib/import/importers/ghost/importer';
import { runImport } from '@/lib/import/pipeline';
import { undoImport } from '@/lib/import/running/undoing';
import { ghostExport, ghostId, ghostPost } from '../../factories/ghost';
import { findRedirect } from '../../factories/imports';
import { tableHashes } from '../../factories/table-hashes';
import { wxrFile } from '../../factories/wxr';

const run = (file: string, oldUrl: string | null = null) =>
  runImport('operator', ghost, { files: [file], oldUrl, dryRun: false });
const fileOf = (content: string) => wxrFile(content, 'export.json');
const postOf = (slug: string) =>
  readDb.post.findUniqueOrThrow({
    where: { slug },
    include: { tags: { include: { tag: true } }, authors: { include: { user: true } } },
  });

test('the first versions: numbers as ids, milliseconds, Markdown, dated addresses, authors that are not there', async () => {
  const data = {
    posts: [
      {
        id: 1,
        uuid: 'b0c7a3c2-0000-4000-8000-000000000001',
        title: 'Old',
        slug: 'old',
        markdown: 'In **old** [days](/other/).',
        html: null,
        image: '/content/images/2013/Oct/x.png',
        page: 0,
        status: 'published',
        author_id: 1,
        created_at: 1_383_001_254_000,
        published_at: 1_383_001_254_000,
        updated_at: 1_383_001_254_000,
      },
      {
        id: 2,
        uuid: 'b0c7a3c2-0000-4000-8000-000000000002',
        title: 'Page',
        slug: 'page-one',
        html: '<p>P</p>',
        page: 1,
        status: 'published',
        published_at: 1_383_001_254_000,
      },
    ],
    users: [{ id: 2, name: 'Owner', slug: 'owner', email: 'o@old.example' }],
    posts_tags: [
      { post_id: 99, tag_id: 1 },
      { post_id: 1, tag_id: 1 },
    ],
    tags: [{ id: 1, name: 'Boats', slug: 'boats' }],
    settings: [{ key: 'permalinks', value: '/:year/:month/:day/:slug/' }],
  };
  const file = fileOf(JSON.stringify({ meta: { exported_on: 1_388_318_311_015, version: '003' }, data }));
  const report = await run(file, 'https://old.example/blog');
  const post = await postOf('old');
  expect(post.bodyHtml).toBe('<p>In <strong>old</strong> <a href="https://old.example/other/">days</a>.</p>');
  expect(post).toMatchObject({
    feedId: 'b0c7a3c2-0000-4000-8000-000000000001',
    publishAt: new Date(1_383_001_254_000),
  });
  expect(post.authors.map(({ user }) => user.name)).toEqual(['Owner']);
  expect(post.tags.map(({ tag }) => tag.slug)).toEqual(['boats']);
  expect(await postOf('page-one')).toMatchObject({ type: 'page' });
  expect((await findRedirect('/blog/2013/10/28/old')).move?.to).toBe('/old');
  expect((await findRedirect('/blog/page-one')).move?.to).toBe('/page-one');
  expect((await findRedirect('/blog/tag/boats')).move?.to).toBe('/tag/boats');
  expect((await findRedirect('/blog/rss')).move?.to).toBe('/rss.xml');
  expect((await findRedirect('/blog')).move?.to).toBe('/');
  expect(report.notes.map(({ why }) => why)).toContainEqual(expect.stringContaining('/content/images/2013/Oct/x.png'));
  await undoImport('operator', report.batch!);
});

test('an answer of the Content API is an export too, with addresses in it', async () => {
  const post = {
    ...ghostPost({ title: 'From the API', slug: 'from-the-api', url: 'https://api.example/from-the-api/' }),
    html: '<div class="kg-card kg-callout-card"><div class="kg-callout-emoji">💡</div><div class="kg-callout-text">Mind.</div></div><p><a href="https://api.example/from-the-api/#x">Here</a></p>',
    tags: [{ id: ghostId(), name: 'API', slug: 'api', visibility: 'public' }],
    authors: [{ id: ghostId(), name: 'Dora', slug: 'dora' }],
    status: undefined,
  };
  const report = await run(fileOf(JSON.stringify({ posts: [post], meta: { pagination: { page: 1 } } })));
  expect(report).toMatchObject({ source: 'ghost:https://api.example', created: { posts: 1, tags: 1, authors: 1 } });
  const stored = await postOf('from-the-api');
  expect(stored.bodyHtml).toBe(
    '<aside data-callout="note"><p>💡 Mind.</p></aside>\n<p><a href="/from-the-api#x">Here</a></p>',
  );
  expect(stored.authors.map(({ user }) => user.name)).toEqual(['Dora']);
  await undoImport('operator', report.batch!);
});

test('what is hostile or odd in a row harms nothing: scripts, circles of comments, ids used twice, bodies too long', async () => {
  const twice = ghostPost({
    title: 'Twice',
    slug: 'twice',
    html: '<p>x</p><script>x()</script><img src=x onerror=x()>',
  });
  const [one, two] = [ghostId(), ghostId()];
  const data = {
    posts: [
      twice,
      { ...twice, title: 'Twice again' },
      { ...twice, slug: 'thrice', title: 'Thrice', visibility: 'paid' },
      ghostPost({ title: 'Long', slug: 'long', html: `<p>${'x'.repeat(1_100_000)}</p>` }),
      { title: '<b>No</b> id' },
    ],
    comments: [
      { id: one, post_id: twice.id, in_reply_to_id: two, html: '<p>1</p><script>x()</script>', status: 'published' },
      { id: two, post_id: twice.id, in_reply_to_id: one, html: '<p>2</p>', status: 'published' },
    ],
  };
  const report = await run(fileOf(ghostExport(data)));
  expect(report.created).toMatchObject({ posts: 2, comments: 2 });
  expect(report.failed.map(({ where }) => where)).toEqual(['post “Twice again”', 'post “Long”']);
  expect((await postOf('twice')).bodyHtml).not.toMatch(/script|onerror/);
  expect((await postOf('thrice')).status).toBe('private');
  await undoImport('operator', report.batch!);
});

test.each([
  ['{"db":[{"meta":{},"data":{\n"posts":[{"id":"x"', 'export.json is incomplete: it breaks off (line 2)'],
  ['{"db":[{"meta":{},\n"data":{\n"posts":[{"id":x', 'export.json is no valid JSON (line 3)'],
  ['{"db":[{"meta":{},"data":{}}]}', 'export.json is not a Ghost export: it has no table of posts'],
  [' ', 'export.json is empty'],
  ['<html>', 'export.json is no valid JSON (line 1)'],
])('a file with %j is refused, and nothing is written', async (content, sentence) => {
  const before = await tableHashes();
  await expect(run(fileOf(content))).rejects.toThrow(sentence);
  expect(await tableHashes()).toEqual(before);
});
