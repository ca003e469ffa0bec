import 'server-only';
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { db, readDb, transaction } from '@/lib/database/db';
import { downloadTypeOf, isUploadName } from '@/lib/media/downloads';
import { enterFile } from '@/lib/media/files/entering';
import { findInStore, uploadsFolder } from '@/lib/media/storage';
import { log } from '@/lib/platform/log';
import { filesOfPost } from '@/lib/posts/linked-files';
import { setFileUses } from '@/lib/posts/post-relations';
import { retryOnUniqueViolation } from '@/lib/posts/unique-violation';

/** Absent until what was stored before the library listed files is in it; a backup of such a site lacks it too. */
const TAKEN_IN_KEY = 'filesTakenIn';
const POSTS_PER_READ = 200;

/** Takes files in until it is done, in the background, or the returned function is called. */
export function startTakingInFiles() {
  const stopping = new AbortController();
  const work = takeInFiles(stopping.signal).catch((error: unknown) =>
    log.warn({ event: 'files_not_taken_in', error }, 'tried again at the next start'),
  );
  return () => {
    stopping.abort();
    return work;
  };
}

/**
 * Lists the files that were stored before the library knew them: all on the disk, and those in S3 that posts link to.
 * Once for a site; may be interrupted, repeated, and done by several processes at once.
 */
export async function takeInFiles(signal?: AbortSignal) {
  if ((await readDb.setting.count({ where: { key: TAKEN_IN_KEY } })) > 0) return;
  for await (const path of filesOnDisk()) {
    if (signal?.aborted) return;
    await takeIn(path, () => factsOnDisk(path));
  }
  for (let after = ''; ;) {
    if (signal?.aborted) return;
    const posts = await listLinkingPosts(after);
    for (const { id } of posts) await noteUses(id);
    const last = posts.at(-1);
    if (!last || posts.length < POSTS_PER_READ) break;
    after = last.id;
  }
  const row = { value: 'true', updatedAt: new Date() };
  await db.setting.upsert({ where: { key: TAKEN_IN_KEY }, create: { key: TAKEN_IN_KEY, ...row }, update: row });
}

/** "files/1f3a9c0b22d4…/annual-report.pdf": each file below the uploads that has such a name. */
async function* filesOnDisk() {
  const root = join(uploadsFolder(), 'files');
  for (const folder of await readdir(root).catch(() => [])) {
    for (const name of await readdir(join(root, folder)).catch(() => [])) {
      const path = `files/${folder}/${name}`;
      if (isUploadName(path)) yield path;
    }
  }
}

type Facts = { hash: string; bytes: number; createdAt: Date };

async function takeIn(path: string, find: () => Promise<Facts | null>) {
  if ((await readDb.storedFile.count({ where: { path } })) > 0) return;
  const mime = downloadTypeOf(path);
  const facts = mime ? await find() : null;
  if (!mime || !facts) return;
  const { hash, bytes, createdAt } = facts;
  const item = await readDb.importItem.findFirst({
    where: { kind: 'file', targetId: path },
    orderBy: { id: 'asc' },
    select: { batchId: true },
  });
  const origin = { fileName: basename(path), importBatchId: item?.batchId ?? null, createdAt };
  await retryOnUniqueViolation(() => transaction((tx) => enterFile(tx, { path, hash, mime, bytes }, origin)));
}

async function factsOnDisk(path: string): Promise<Facts> {
  const file = join(uploadsFolder(), path);
  const { size, mtime } = await stat(file);
  const hashing = createHash('sha256');
  await pipeline(createReadStream(file), hashing);
  return { hash: hashing.digest('hex'), bytes: size, createdAt: mtime };
}

async function factsInStore(path: string): Promise<Facts | null> {
  const found = await findInStore(path);
  return found && { hash: '', ...found };
}

const leading = { contains: '/uploads/files/' };

function listLinkingPosts(after: string) {
  return readDb.post.findMany({
    where: {
      id: { gt: after },
      OR: [{ bodyHtml: leading }, { enclosures: leading }, { pendingRevision: { bodyHtml: leading } }],
    },
    orderBy: { id: 'asc' },
    take: POSTS_PER_READ,
    select: { id: true },
  });
}

const texts = { bodyHtml: true, enclosures: true, pendingRevision: { select: { bodyHtml: true } } } as const;

async function noteUses(id: string) {
  const seen = await readDb.post.findUnique({ where: { id }, select: texts });
  if (!seen) return;
  for (const path of filesOfPost({ ...seen, bodyHtml: bothTexts(seen) })) await takeIn(path, () => factsInStore(path));
  await retryOnUniqueViolation(() =>
    transaction(async (tx) => {
      // Read again: it may have been saved meanwhile.
      const post = await tx.post.findUnique({ where: { id }, select: texts });
      if (post) await setFileUses(tx, { id, bodyHtml: bothTexts(post) }, false);
    }),
  );
}

function bothTexts(post: { bodyHtml: string; pendingRevision: { bodyHtml: string } | null }) {
  return `${post.bodyHtml} ${post.pendingRevision?.bodyHtml ?? ''}`;
}
