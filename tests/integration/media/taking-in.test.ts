import { createHash } from 'node:crypto';
import { mkdirSync, utimesSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { db, readDb } from '@/lib/database/db';
import { downloadPath } from '@/lib/media/downloads';
import { getFile, listFiles } from '@/lib/media/files/library';
import { uploadsFolder } from '@/lib/media/storage';
import { newId } from '@/lib/platform/ids';
import { takeInFiles } from '@/lib/upkeep/stored-files';
import { createFile } from '../../factories/files';
import { createPost } from '../../factories/posts';
import { actorWith } from '../../factories/users';

/** A file as earlier versions left it: on the disk, and in no table. */
function leaveOnDisk(content: string, name: string) {
  const hash = createHash('sha256').update(content).digest('hex');
  const path = downloadPath(name, hash);
  const file = join(uploadsFolder(), path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, content);
  utimesSync(file, new Date('2024-03-01'), new Date('2024-03-01'));
  return { path, hash };
}

const rowAt = (path: string) => readDb.storedFile.findUnique({ where: { path } });

test('files that were stored before the library knew them are taken in once, with the posts that link to them', async () => {
  const editor = await actorWith('editor');
  const { path, hash } = leaveOnDisk('an old plan', 'Old plan.pdf');
  const unlinked = leaveOnDisk('an old talk', 'talk.mp3');
  const imported = leaveOnDisk('from the old site', 'minutes.txt');
  leaveOnDisk('no file of ours', 'plan.exe');
  const known = await createFile(editor, 'known already');
  const createdAt = new Date();
  const batch = { id: newId(), source: 'wordpress', fileName: 'export.xml', status: 'done', createdAt };
  await db.importBatch.create({ data: batch });
  const item = { batchId: batch.id, source: 'w', kind: 'file', sourceId: 'm', hash: '', createdAt };
  await db.importItem.create({ data: { ...item, id: newId(), targetId: imported.path } });
  const gone = `files/${'0'.repeat(24)}/gone.pdf`;
  const link = (to: string) => `<p><a href="/uploads/${to}">it</a></p>`;
  const post = await createPost({ bodyHtml: `${link(path)}${link(known.path)}${link(gone)}` });

  for (let start = 0; start < 2; start += 1) {
    await takeInFiles();
    await db.setting.deleteMany({ where: { key: 'filesTakenIn' } });
  }

  const row = await rowAt(path);
  expect(row).toMatchObject({ hash, fileName: 'old-plan.pdf', mime: 'application/pdf', kind: 'document', bytes: 11 });
  expect(row).toMatchObject({ uploadedById: null, importBatchId: null, createdAt: new Date('2024-03-01') });
  expect(await rowAt(unlinked.path)).toMatchObject({ kind: 'audio' });
  expect(await rowAt(imported.path)).toMatchObject({ importBatchId: batch.id });
  expect(await rowAt(gone)).toBeNull();
  expect(await readDb.storedFile.count({ where: { path: { contains: 'exe' } } })).toBe(0);
  for (const id of [row!.id, known.id])
    expect(await getFile(editor, id)).toMatchObject({ usedIn: [{ id: post.id }], usedElsewhere: 0 });
  expect((await listFiles(editor, { kind: 'document', query: 'old plan' })).files).toHaveLength(1);
});

test('what was taken in is not looked for again', async () => {
  await takeInFiles();
  const { path } = leaveOnDisk('put there by hand', 'by hand.pdf');
  await takeInFiles();
  expect(await rowAt(path)).toBeNull();
});
