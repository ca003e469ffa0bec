import { expect, test } from 'vitest';
import { readDb, db } from '@/lib/database/db';
import { importWordPress } from '../../factories/imports';
import { undoImport } from '@/lib/import/running/undoing';
import { wxr, wxrComment, wxrFile, wxrItem } from '../../factories/wxr';

async function importOf(text: string) {
  const report = await importWordPress('operator', { files: [wxrFile(text)], oldUrl: null, dryRun: false });
  return { report, undo: () => undoImport('operator', report.batch!) };
}

test('reports and leaves out an invisible comment, and moves its replies up', async () => {
  const { report, undo } = await importOf(
    wxr(
      wxrItem({
        id: '44',
        name: 'blank-comment',
        comments: [
          wxrComment('441', { content: 'First.' }),
          wxrComment('442', { content: '<p>&nbsp;</p>', parent: '441' }),
          wxrComment('443', { content: 'An answer to it.', parent: '442' }),
        ].join(''),
      }),
    ),
  );
  const post = await readDb.post.findUniqueOrThrow({ where: { slug: 'blank-comment' } });
  const comments = await readDb.comment.findMany({ where: { postId: post.id }, orderBy: { path: 'asc' } });
  expect(comments.map(({ body }) => body)).toEqual(['First.', 'An answer to it.']);
  expect(comments[1]!.parentId).toBe(comments[0]!.id);
  expect(report.notes).toContainEqual({
    where: expect.stringContaining('comment 442'),
    why: 'It has no visible text, so it was left out.',
  });
  await undo();
});

test('matches tags by name, not by a similar slug', async () => {
  const tag = (id: string, slug: string, name: string) =>
    `<wp:tag><wp:term_id>${id}</wp:term_id><wp:tag_slug>${slug}</wp:tag_slug><wp:tag_name><![CDATA[${name}]]></wp:tag_name></wp:tag>`;
  await db.tag.create({ data: { id: 'boats-here', slug: 'vessels', name: 'BOATS', createdAt: new Date() } });
  await db.tag.create({ data: { id: 'c-here', slug: 'c', name: 'C', createdAt: new Date() } });
  const file = wxr(wxrItem({ id: '45', name: 'languages' })).replace(
    '<item>',
    `${tag('61', 'c', 'C++')}${tag('62', 'c-2', 'C#')}<item>`,
  );

  const { undo } = await importOf(file);

  const names = { name: { in: ['BOATS', 'Boats', 'C', 'C++', 'C#'] } };
  const rows = await readDb.tag.findMany({ where: names, orderBy: { name: 'asc' } });
  expect(rows.map(({ name, slug }) => [name, slug])).toEqual([
    ['BOATS', 'vessels'],
    ['C', 'c'],
    ['C#', 'c-2'],
    ['C++', 'cpp'],
  ]);
  await undo();
});
