import 'server-only';
import { mkdir, readdir, readFile, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { Mutex } from 'async-mutex';
import { readDb } from '@/lib/database/db';
import { env } from '@/lib/platform/env';
import { newId } from '@/lib/platform/ids';
import { drawCard } from './card-drawer';
import { CARD_SIZE, cardFile, type Card } from './social-card';

/** Longer than any drawing takes, also in other processes (ms). */
const ABANDONED_AFTER_MS = 15 * 60 * 1000;
/** Ids in a statement. */
const CHUNK = 500;
const coming = new Map<string, Promise<Buffer>>();
// One at a time, to leave the CPU to requests.
const mutex = new Mutex();

/** The drawn card of a post, from the disk if this version was drawn before. */
export async function drawnCard(postId: string, card: Card): Promise<Buffer> {
  const name = cardFile(postId, card);
  const kept = await readFile(join(cardsFolder(), name)).catch(() => null);
  if (kept) return kept;
  const known = coming.get(name);
  if (known) return known;
  const drawing = mutex.runExclusive(() => draw(name, { postId, card })).finally(() => coming.delete(name));
  coming.set(name, drawing);
  return drawing;
}

/** Removes the cards of posts that are not published any more, and what killed processes left. */
export async function removeStrayCards(now = Date.now()) {
  const folder = cardsFolder();
  const names = await readdir(folder).catch(() => []);
  const posts = new Map(names.flatMap((name) => (postOf(name) ? [[name, postOf(name)] as const] : [])));
  const published = await listPublished([...new Set(posts.values())]);
  for (const name of names) {
    const isStray = posts.has(name) ? !published.has(posts.get(name) ?? '') : await isOld(join(folder, name), now);
    if (isStray) await rm(join(folder, name), { force: true });
  }
}

function postOf(name: string) {
  return /^(.+)-[0-9a-f]{24}\.png$/.exec(name)?.[1] ?? '';
}

async function listPublished(ids: string[]) {
  const published = new Set<string>();
  for (let at = 0; at < ids.length; at += CHUNK) {
    const where = { id: { in: ids.slice(at, at + CHUNK) }, status: 'published' };
    for (const { id } of await readDb.post.findMany({ where, select: { id: true } })) published.add(id);
  }
  return published;
}

async function isOld(path: string, now: number) {
  const found = await stat(path).catch(() => null);
  return found !== null && now - found.mtimeMs > ABANDONED_AFTER_MS;
}

/** Outside the uploads: cards can be drawn again, so no backup and no store has them. */
function cardsFolder() {
  return join(env().dataDir, 'cards');
}

async function draw(name: string, { postId, card }: { postId: string; card: Card }) {
  const folder = cardsFolder();
  await mkdir(folder, { recursive: true });
  const output = join(folder, `.${newId()}.png`);
  try {
    await drawCard({ card, output, ...CARD_SIZE });
    const bytes = await readFile(output);
    await rename(output, join(folder, name));
    await removeFormer(folder, { postId, name });
    return bytes;
  } finally {
    await rm(output, { force: true });
  }
}

async function removeFormer(folder: string, { postId, name }: { postId: string; name: string }) {
  const former = (await readdir(folder)).filter((each) => each.startsWith(`${postId}-`) && each !== name);
  await Promise.all(former.map((each) => rm(join(folder, each), { force: true })));
}
