import { expect, test, vi } from 'vitest';
import { readDb } from '@/lib/database/db';
import { movabletype } from '@/lib/import/importers/movabletype/importer';
import { importers } from '@/lib/import/importers/registry';
import { runImport } from '@/lib/import/pipeline';
import type { ImportInput } from '@/lib/import/pipeline/run';
import { recogniseImporter } from '@/lib/import/recognition';
import { undoImport } from '@/lib/import/running/undoing';
import { fileOf } from '../../factories/archives';
import { findRedirect } from '../../factories/imports';
import { tableHashes } from '../../factories/table-hashes';

vi.setConfig({ testTimeout: 60_000 });

const run = (file: string, input: Partial<ImportInput> = {}) =>
  runImport('operator', movabletype, { files: [file], oldUrl: null, dryRun: false, ...input });

const text = `AUTHOR: Ann
TITLE: A day & more
BASENAME: a_day
UNIQUE URL: https://type.example/2002/01/a_day.html
STATUS: Publish
ALLOW COMMENTS: 0
CONVERT BREAKS: 1
PRIMARY CATEGORY: Boats
CATEGORY: Sea
TAGS: "two words",one
DATE: 01/31/2002 03:31:05 PM
-----
BODY:
First line.

Second paragraph.<script>x</script>
-----
EXTENDED BODY:
The rest.
-----
EXCERPT:
In short.
-----
COMMENT:
AUTHOR: Ben
EMAIL: ben@private.example
IP: 10.0.0.1
URL: https://ben.example
DATE: 02/01/2002 10:00:00 AM
URL: and this is text, as is
AUTHOR: this
-----
PING:
TITLE: I said
URL: https://other.example/1
IP: 10.0.0.2
BLOG NAME: Other
DATE: 02/02/2002 10:00:00
Well said.
-----
--------
TITLE: Draft
STATUS: Draft
DATE: 13/45/2002 99:00:00
-----
BODY:
Not yet.
-----
--------
`;

test('an export comes with comments and pings; again changes nothing, and undo removes all', async () => {
  const file = fileOf(text.replaceAll('\n', '\r\n'), 'export.txt');
  expect(await recogniseImporter([file], importers)).toBe(movabletype);
  const input = { oldUrl: 'https://type.example' };
  const before = await tableHashes();
  const dry = await run(file, { ...input, dryRun: true });
  expect(dry).toMatchObject({
    created: { posts: 2, comments: 1, mentions: 1, tags: 4, authors: 1 },
    hidden: { drafts: 1 },
  });
  expect(await tableHashes()).toEqual(before);
  const report = await run(file, input);
  const post = await readDb.post.findUniqueOrThrow({
    where: { slug: 'a-day' },
    include: { comments: { orderBy: { createdAt: 'asc' } } },
  });
  expect(post).toMatchObject({
    title: 'A day & more',
    bodyHtml: '<p>First line.</p>\n<p>Second paragraph.</p>\n<p>The rest.</p>',
    excerpt: 'In short.',
    publishAt: new Date('2002-01-31T15:31:05Z'),
    commentsMode: 'closed',
  });
  expect(post.comments.map(({ authorName, type }) => [authorName, type])).toEqual([
    ['Ben', 'comment'],
    ['Other', 'mention'],
  ]);
  expect(JSON.stringify(post.comments)).not.toMatch(/private\.example|10\.0\.0/);
  expect(report.notes.map(({ why }) => why)).toContain('Its date cannot be read: 13/45/2002 99:00:00.');
  expect((await findRedirect('/2002/01/a_day.html')).move?.to).toBe('/a-day');
  const after = await tableHashes();
  const again = await run(file, input);
  expect(again).toMatchObject({ created: { posts: 0, comments: 0, mentions: 0 }, updated: { posts: 0 } });
  const without = (hashes: Record<string, unknown>) => ({ ...hashes, importBatch: null });
  expect(without(await tableHashes())).toEqual(without(after));
  await undoImport('operator', again.batch!);
  await undoImport('operator', report.batch!);
  expect(await readDb.post.count({ where: { slug: { in: ['a-day', 'draft'] } } })).toBe(0);
  await expect(run(fileOf('Dear diary\n', 'diary.txt'))).rejects.toThrow(
    'diary.txt is not a Movable Type export: it holds no entry',
  );
});
