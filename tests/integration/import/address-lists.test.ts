import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { readDb } from '@/lib/database/db';
import { addressesIn } from '@/lib/import/report/address-lists';
import { importWordPress } from '../../factories/imports';
import { reportLines } from '@/lib/import/report/report';
import { undoImport } from '@/lib/import/running/undoing';
import { fileOf } from '../../factories/archives';
import { tableHashes } from '../../factories/table-hashes';
import { OLD_SITE, wxr, wxrFile, wxrItem } from '../../factories/wxr';

const sitemap = (...paths: string[]) => `<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:image="http://www.google.com/schemas/sitemap-image/1.1">
${paths.map((path) => `<url><loc>${OLD_SITE}${path}</loc><image:image><image:loc>${OLD_SITE}/a.jpg</image:loc></image:image></url>`).join('\n')}
</urlset>`;
async function all(file: string) {
  const found: string[] = [];
  for await (const address of addressesIn(file)) found.push(address);
  return found;
}

test('addresses are read from a sitemap, packed or not, and from lines of any kind', async () => {
  const wanted = [`${OLD_SITE}/a/`, `${OLD_SITE}/b/?x=1&y=2`];
  const text = sitemap('/a/', '/b/?x=1&amp;y=2');
  expect(await all(fileOf(text, 'sitemap.xml'))).toEqual(wanted);
  expect(await all(fileOf(gzipSync(text), 'sitemap.xml.gz'))).toEqual(wanted);
  const lines = `\uFEFF\n${wanted[0]}\r\n  /c  \r# a remark\nmailto:a@b.example\n${'x'.repeat(9_000)}\n/d`;
  expect(await all(fileOf(lines, 'list.txt'))).toEqual([wanted[0], '/c', '/d']);
  expect(await all(fileOf('', 'empty.txt'))).toEqual([]);
});

test.each([
  ['an index of sitemaps', '<sitemapindex><sitemap><loc>/x</loc></sitemap></sitemapindex>', /is an index of sitemaps/],
  ['another kind of XML', '<rss></rss>', /is neither a sitemap nor a list/],
  ['a document type', '<!DOCTYPE urlset [<!ENTITY a "b">]><urlset/>', /is neither a sitemap nor a list/],
  ['half a sitemap', sitemap('/a/').slice(0, 250), /is damaged, or not all of it has arrived/],
  ['half a gzip', gzipSync(sitemap('/a/')).subarray(0, 60), /is damaged, or not all of it has arrived/],
  ['a picture', Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 0]), /is neither a sitemap nor a list/],
])('%s is refused before anything is imported', async (_, content, sentence) => {
  const before = await tableHashes();
  const input = { files: [wxrFile(wxr(wxrItem()))], oldUrl: null, dryRun: false };
  await expect(importWordPress('operator', { ...input, addresses: [fileOf(content, 'list')] })).rejects.toThrow(
    sentence,
  );
  expect(await tableHashes()).toEqual(before);
});

test('the report says which old addresses answer here, and names those that do not', async () => {
  const categories = '<category domain="category" nicename="boats"><![CDATA[Boats]]></category>';
  const items = [
    wxrItem({ id: '901', name: 'listed', categories }),
    wxrItem({ id: '902', name: 'hidden', status: 'draft' }),
    wxrItem({ id: '903', name: 'about-us', type: 'page', link: `${OLD_SITE}/about-us/` }),
  ];
  const answering = [
    ['/', '/2014/05/06/listed/', '/listed', '/about-us/', '/?p=901', '/category/boats/', '/category/boats/feed/'],
    ['/author/keeper/', '/2014/', '/2014/05/', '/2014/05/06/', '/feed/', '/tag/boats/', '/category/boats/page/1/'],
    ['/wp-sitemap.xml', '/2014/05/06/listed/feed/', '/page/1/'],
  ].flat();
  const missing = [
    ['/2014/05/06/hidden', '/hidden', '/nowhere', '/?p=999', '/2013', '/2014/06', '/author/nobody', '/tag/nothing'],
    ['/tag/boats/page/2', '/page/9', '/wp-login.php', '/2014/05/06/listed/nowhere', '/uploads/2014/05/a.jpg'],
  ].flat();
  const list = [...answering, ...missing, ...answering, 'https://elsewhere.example/x'].join('\n');
  const report = await importWordPress('operator', {
    files: [wxrFile(wxr(...items))],
    oldUrl: null,
    dryRun: false,
    addresses: [fileOf(list, 'list.txt')],
  });

  expect(report.coverage).toEqual({
    asked: answering.length + missing.length,
    answering: answering.length,
    elsewhere: 1,
    missing,
    moreMissing: 0,
    untried: 0,
  });
  const text = reportLines(report).join('\n');
  expect(text).toContain('17 of 30 old addresses in the list answer here; 1 more is of another site.');
  expect(text).toContain('Not found here:\n  /2014/05/06/hidden\n');
  const row = await readDb.importBatch.findUniqueOrThrow({ where: { id: report.batch! } });
  expect((JSON.parse(row.report) as typeof report).coverage).toEqual(report.coverage);
  await undoImport('operator', report.batch!);
});
