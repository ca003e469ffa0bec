import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { db, readDb } from '@/lib/database/db';
import { runFileBulk } from '@/lib/media/bulk-library';
import { deleteFile, getFile, listFiles, listRemovedFiles, renameFile, restoreFile } from '@/lib/media/files/library';
import { uploadFile } from '@/lib/media/uploading-files';
import { env } from '@/lib/platform/env';
import { newId } from '@/lib/platform/ids';
import { createDraft, saveDraft } from '@/lib/posts/editing/drafting';
import { publishPost } from '@/lib/posts/publishing/publishing';
import { createFile, sentFile } from '../../factories/files';
import { createPost } from '../../factories/posts';
import { actorWith } from '../../factories/users';

type Listing = Parameters<typeof listFiles>[1];

/** The ids of the documents that a person finds, those of other tests left out. */
async function found(actor: Parameters<typeof listFiles>[0], made: string[], filter: Partial<Listing> = {}) {
  const { files } = await listFiles(actor, { kind: 'document', ...filter });
  return files.map(({ id }) => id).filter((id) => made.includes(id));
}

test('an uploaded file is listed by its kind, with who sent it, and found by its name', async () => {
  const author = await actorWith('author', 'Ida Brandt');
  const { id } = await createFile(author, 'listed', 'Käse & Ähnliches.pdf');
  const { url } = await uploadFile(author, sentFile('ID3 listed', 'talk.mp3'));

  const { files } = await listFiles(author, { kind: 'document' });
  expect(files.find((file) => file.id === id)).toMatchObject({
    fileName: 'Käse & Ähnliches.pdf',
    kind: 'document',
    type: 'PDF',
    bytes: 15,
    uploader: 'Ida Brandt',
    uses: 0,
  });
  const { files: sounds } = await listFiles(author, { kind: 'audio' });
  expect(sounds.map((file) => file.url)).toEqual([url]);
  expect(await found(author, [id], { query: 'kase ähnliche' })).toEqual([id]);
  expect((await listFiles(author, { kind: 'audio', query: 'Käse' })).files).toEqual([]);
  expect(await found(author, [id], { query: 'butter' })).toEqual([]);
});

test('the list is read newest first or oldest first, page by page, each file once', async () => {
  const editor = await actorWith('editor');
  const rows = Array.from({ length: 60 }, (_, at) => ({
    id: newId(),
    path: `files/${newId().replaceAll('-', '').slice(0, 20).toLowerCase()}${String(at).padStart(4, '0')}/film.mp4`,
    hash: '',
    fileName: `film ${at}.mp4`,
    mime: 'video/mp4',
    kind: 'video',
    bytes: 1,
    createdAt: new Date(Date.UTC(2026, 0, 1, 0, Math.floor(at / 3))),
  }));
  await db.storedFile.createMany({ data: rows });
  for (const isOldestFirst of [false, true]) {
    const names: string[] = [];
    for (let cursor: string | null = ''; cursor !== null;) {
      const page: Awaited<ReturnType<typeof listFiles>> = await listFiles(editor, {
        kind: 'video',
        cursor,
        isOldestFirst,
      });
      names.push(...page.files.map(({ id }) => id));
      cursor = page.nextCursor;
    }
    expect(new Set(names)).toEqual(new Set(rows.map(({ id }) => id)));
    expect(names).toHaveLength(rows.length);
    const ends = [rows[0]!.createdAt, rows.at(-1)!.createdAt];
    const createdAt = (id: string | undefined) => rows.find((row) => row.id === id)?.createdAt;
    expect([createdAt(names[0]), createdAt(names.at(-1))]).toEqual(isOldestFirst ? ends : ends.toReversed());
  }
  await db.storedFile.deleteMany({ where: { kind: 'video' } });
});

test('the uploader of a file can rename it, an editor too, another author neither sees nor changes it', async () => {
  const [author, other, editor] = [await actorWith('author'), await actorWith('author'), await actorWith('editor')];
  const { id, url } = await createFile(author, 'renamed');

  await renameFile(author, { id, fileName: 'Annual\n report' });
  expect(await getFile(author, id)).toMatchObject({ fileName: 'Annual report.pdf', url, isOwn: true });
  await renameFile(editor, { id, fileName: 'Accounts.PDF' });
  expect(await getFile(author, id)).toMatchObject({ fileName: 'Accounts.pdf' });
  await expect(renameFile(author, { id, fileName: ' ' })).rejects.toThrow('Enter a name.');
  const attempts = [
    () => getFile(other, id),
    () => renameFile(other, { id, fileName: 'Mine' }),
    () => deleteFile(other, id),
    () => restoreFile(other, id),
  ];
  for (const attempt of attempts) await expect(attempt()).rejects.toThrow('This file is no longer in the library.');
  expect(await found(other, [id])).toEqual([]);
  await expect(getFile(await actorWith('reader'), id)).rejects.toMatchObject({ code: 'forbidden' });
});

test('a removed file stays at its address, is listed as removed, and comes back when restored or sent again', async () => {
  const author = await actorWith('author');
  const { id, path } = await createFile(author, 'removed');
  const removed = async () => (await listRemovedFiles(author)).files.map((file) => file.id);

  expect(await deleteFile(author, id)).toEqual({ id, usedIn: 0 });
  expect([await found(author, [id]), await removed()]).toEqual([[], [id]]);
  expect(await getFile(author, id)).toMatchObject({ isRemoved: true });
  expect(existsSync(join(env().dataDir, 'uploads', path))).toBe(true);
  await expect(deleteFile(author, id)).rejects.toThrow('This file is no longer in the library.');

  for (let press = 0; press < 2; press += 1) await restoreFile(author, id);
  expect([await found(author, [id]), await removed()]).toEqual([[id], []]);

  await deleteFile(author, id);
  expect((await createFile(author, 'removed')).id).toBe(id);
  expect([await found(author, [id]), await removed()]).toEqual([[id], []]);
});

test('several files are removed at once, each by itself', async () => {
  const [author, other] = [await actorWith('author'), await actorWith('author')];
  const [own, linked, foreign] = [
    await createFile(author, 'bulk 1'),
    await createFile(author, 'bulk 2'),
    await createFile(other, 'bulk 3'),
  ];
  const { id: postId } = await createPost();
  await db.storedFileUse.create({ data: { fileId: linked.id, postId } });

  const ids = [own.id, linked.id, foreign.id];
  const result = await runFileBulk(author, { action: 'delete', ids });
  expect(result).toEqual({
    done: [own.id, linked.id],
    failed: ['This file is no longer in the library.'],
    shown: 1,
  });
  expect(await found(other, ids)).toEqual([foreign.id]);
  await runFileBulk(author, { action: 'restore', ids: result.done });
  expect(await found(author, ids)).toEqual([linked.id, own.id]);
});

test('one who may not see a file and sends the same is given one of their own', async () => {
  const [author, other, editor] = [await actorWith('author'), await actorWith('author'), await actorWith('editor')];
  const first = await createFile(author, 'the same');
  const second = await createFile(other, 'the same');
  expect(second.path).not.toBe(first.path);
  expect(await found(other, [first.id, second.id])).toEqual([second.id]);
  expect((await createFile(other, 'the same')).id).toBe(second.id);
  expect((await createFile(editor, 'the same')).id).toBe(first.id);
});

test('saving a post notes the files that it links to, publishing also forgets those that it no longer does', async () => {
  const editor = await actorWith('editor');
  const [kept, dropped] = [await createFile(editor, 'kept'), await createFile(editor, 'dropped')];
  const usesOf = async ({ id }: { id: string }) => (await getFile(editor, id)).usedIn.map((post) => post.title);
  const { id, version } = await createDraft(editor, { type: 'post' });
  const linking = (...files: { url: string }[]) => files.map(({ url }) => `<p><a href="${url}">it</a></p>`).join('');

  const fields = { title: 'With files', bodyHtml: linking(kept, dropped) };
  const saved = await saveDraft(editor, { id, version, fields });
  expect([await usesOf(kept), await usesOf(dropped)]).toEqual([['With files'], ['With files']]);
  expect(await found(editor, [kept.id], { isUnused: true })).toEqual([]);

  const shorter = { ...fields, bodyHtml: linking(kept) };
  const again = await saveDraft(editor, { id, version: saved.version, fields: shorter });
  await publishPost(editor, { id, version: again.version });
  expect([await usesOf(kept), await usesOf(dropped)]).toEqual([['With files'], []]);
  expect(await found(editor, [kept.id, dropped.id], { isUnused: true })).toEqual([dropped.id]);
});

test('what the feeds carry counts as linked; a file of a public post is seen by all who write', async () => {
  const [author, other] = [await actorWith('author'), await actorWith('author')];
  const { id, url } = await createFile(author, 'carried');
  const post = await createPost({ enclosures: JSON.stringify([{ url, type: 'application/pdf', length: 15 }]) });
  const { version } = await readDb.post.findUniqueOrThrow({ where: { id: post.id }, select: { version: true } });
  await publishPost(await actorWith('editor'), { id: post.id, version });

  expect(await getFile(other, id)).toMatchObject({ usedIn: { length: 1 }, isOwn: false });
  await deleteFile(author, id);
  await expect(getFile(other, id)).rejects.toMatchObject({ code: 'not_found' });
});
