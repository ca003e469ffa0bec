import { expect, test } from 'vitest';
import { readDb } from '@/lib/database/db';
import { findRedirect, importWordPress } from '../../factories/imports';
import { undoImport } from '@/lib/import/running/undoing';
import { tableHashes } from '../../factories/table-hashes';
import { OLD_SITE, wxr, wxrComment, wxrFile, wxrItem } from '../../factories/wxr';

const run = (text: string) => importWordPress('operator', { files: [wxrFile(text)], oldUrl: null, dryRun: false });

const bodyOf = async (slug: string) =>
  (await readDb.post.findUniqueOrThrow({ where: { slug }, select: { bodyHtml: true } })).bodyHtml;

test('of two items with one id both are imported, with their comments, and a true copy is detected by title and address', async () => {
  const text = wxr(
    wxrItem({ id: '701', name: 'first-owner', title: 'First', comments: wxrComment('7011') }),
    wxrItem({ id: '701', name: 'second-owner', title: 'Second', comments: wxrComment('7011') }),
    wxrItem({ id: '701', name: 'second-owner', title: 'A copy' }),
  );
  const report = await run(text);

  expect(report.created).toMatchObject({ posts: 2, comments: 2 });
  expect(report.failed).toEqual([
    {
      where: expect.stringMatching(/^line \d+, “A copy”$/),
      why: expect.stringContaining('/second-owner/ were used before'),
    },
  ]);
  const rows = await tableHashes();
  expect((await run(text)).skipped).toMatchObject({ posts: 2, comments: 2 });
  expect(await tableHashes()).toEqual(rows);
  await undoImport('operator', report.batch!);
});

test('items whose addresses are on another host than the site keep these addresses, which is reported', async () => {
  const item = (id: string) =>
    wxrItem({ id, name: `moved-${id}`, link: `https://www.shop.example/2014/moved-old-${id}/` });
  const report = await run(wxr(item('711'), item('712')));

  expect(report.notes).toContainEqual({
    where: 'https://www.shop.example',
    why: `2 of the items have their address there and not at ${OLD_SITE}: these addresses lead here as well.`,
  });
  expect((await findRedirect('/2014/moved-old-711')).move?.to).toBe('/moved-711');
  await undoImport('operator', report.batch!);
});

test('listings keep their lines and signs, shells of builders go, a file block is one link', async () => {
  const content = [
    '[sourcecode language="html"]',
    '<ul>',
    '    <li>&amp;lt;</li>',
    '',
    '</ul>',
    '[/sourcecode]',
    '',
    '[vc_row][vc_column width="1/2"]In a column[/vc_column][/vc_row]',
    '',
    `<div class="wp-block-file"><a href="${OLD_SITE}/menu.pdf">The menu</a><a href="${OLD_SITE}/menu.pdf" class="wp-block-file__button" download>Download</a></div>`,
    '',
    'https://twitter.com/harbour/status/12345',
  ].join('\n');
  const report = await run(wxr(wxrItem({ id: '721', name: 'listing', content })));

  const html = await bodyOf('listing');
  expect(html).toContain(
    '<pre><code class="language-html">&lt;ul&gt;\n    &lt;li&gt;&amp;lt;&lt;/li&gt;\n\n&lt;/ul&gt;</code></pre>',
  );
  expect(html).toContain('<p>In a column</p>');
  expect(html).not.toContain('vc_');
  expect(html).toContain(`<a href="${OLD_SITE}/menu.pdf">The menu</a>`);
  expect(html).not.toContain('Download');
  expect(html).toContain('data-embed="https://twitter.com/harbour/status/12345"');
  await undoImport('operator', report.batch!);
});

test('the page of a category lists what is in the categories below it, as it did', async () => {
  const categories = '<category domain="category" nicename="sloops"><![CDATA[Sloops]]></category>';
  const report = await run(wxr(wxrItem({ id: '731', name: 'in-a-sloop', categories })));

  const post = await readDb.post.findUniqueOrThrow({
    where: { slug: 'in-a-sloop' },
    select: { tags: { orderBy: { position: 'asc' }, select: { tag: { select: { slug: true } } } } },
  });
  expect(post.tags.map(({ tag }) => tag.slug)).toEqual(['sloops', 'boats']);
  await undoImport('operator', report.batch!);
});
