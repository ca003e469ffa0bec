import 'server-only';
import { readDb, db } from '@/lib/database/db';
import { publish } from '@/lib/events/emit';
import { ownPath } from '@/lib/html/own-addresses';
import { escapeAttribute } from '@/lib/html/writing';
import { log } from '@/lib/platform/log';
import { getSettings, storeSettings } from '@/lib/settings/queries';
import { siteHost } from '@/lib/settings/site-address';
import { hashContent, rowContent } from '@/lib/slots/creative';
import { runBodyTask } from '@/lib/posts/rendering/body-worker-pool';
import { rerenderPosts } from '@/lib/posts/rendering/rerendering';

const BATCH_SIZE = 500;

type IdRange = { gt: string; lte: string };

/** Replaces URLs of the former host by paths. Can be interrupted; the new host is stored at the end. */
export async function applySiteMove(signal?: AbortSignal) {
  const { knownHost } = await getSettings();
  const here = siteHost();
  if (knownHost === here) return;
  const hosts = [here, ...(knownHost ? [knownHost] : [])];
  const threads = new Set<string>();
  await inBatches(listPosts, signal, (id) => repairPosts(id, hosts));
  await inBatches(listRevisions, signal, (id) => repairRevisions(id, hosts));
  await inBatches(listCreatives, signal, (id) => repairCreatives(id, hosts));
  await inBatches(listComments, signal, async (id) => {
    for (const postId of await repairComments(id, hosts)) threads.add(postId);
  });
  if (!signal?.aborted) await storeSettings({ knownHost: here });
  await publish({ type: 'site.moved', actorId: null, threadPostIds: [...threads] });
}

/** The same before the site is served, if it is small enough. */
export async function applySiteMoveNow() {
  if ((await readDb.post.count()) > BATCH_SIZE) return;
  await applySiteMove().catch((error: unknown) => log.error({ event: 'post_move_failed', error }, 'tried again later'));
}

/** Applies a move and renders outdated posts in the background until the returned function is called. */
export function startRerendering() {
  const stopping = new AbortController();
  const work = applySiteMove(stopping.signal)
    .then(() => rerenderPosts({ signal: stopping.signal }))
    .catch((error: unknown) => log.error({ event: 'rerendering_failed', error }, 'posts could not be rendered again'));
  return () => {
    stopping.abort();
    return work;
  };
}

type ListIds = (after: string) => Promise<{ id: string }[]>;

const page = (after: string) => ({
  where: { id: { gt: after } },
  orderBy: { id: 'asc' as const },
  take: BATCH_SIZE,
  select: { id: true },
});
const listPosts: ListIds = (after) => readDb.post.findMany(page(after));
const listRevisions: ListIds = (after) => readDb.postRevision.findMany(page(after));
const listCreatives: ListIds = (after) => readDb.creative.findMany(page(after));
const listComments: ListIds = (after) => readDb.comment.findMany(page(after));

async function inBatches(list: ListIds, signal: AbortSignal | undefined, work: (id: IdRange) => Promise<unknown>) {
  let last: string | undefined;
  for (let after = ''; ; after = last) {
    last = signal?.aborted ? undefined : (await list(after)).at(-1)?.id;
    if (last === undefined) return;
    await work({ gt: after, lte: last });
    await new Promise((resolve) => setImmediate(resolve));
  }
}

async function repairPosts(id: IdRange, hosts: string[]) {
  const rows = await readDb.post.findMany({
    where: {
      id,
      OR: hosts.flatMap((host) => [{ bodyHtml: { contains: `//${host}` } }, { canonicalUrl: { contains: host } }]),
    },
    select: { id: true, version: true, bodyHtml: true, canonicalUrl: true, updatedAt: true },
  });
  for (const { version, updatedAt, ...row } of rows) {
    const data = { canonicalUrl: ownPath(row.canonicalUrl, hosts), bodyHtml: await relativeBody(row, hosts) };
    if (data.bodyHtml === row.bodyHtml && data.canonicalUrl === row.canonicalUrl) continue;
    // Replaces only the text that was read: a concurrent save writes paths itself.
    await db.post.updateMany({ where: { id: row.id, version }, data: { ...data, renderVersion: 0, updatedAt } });
  }
}

async function repairRevisions(id: IdRange, hosts: string[]) {
  const rows = await readDb.postRevision.findMany({
    where: { id, OR: hosts.map((host) => ({ bodyHtml: { contains: `//${host}` } })) },
    select: { id: true, bodyHtml: true, hash: true, updatedAt: true },
  });
  for (const { hash, updatedAt, ...row } of rows) {
    const bodyHtml = await relativeBody(row, hosts);
    if (bodyHtml === row.bodyHtml) continue;
    await db.postRevision.updateMany({ where: { id: row.id, hash }, data: { bodyHtml, updatedAt } });
  }
}

async function relativeBody({ id, bodyHtml }: { id: string; bodyHtml: string }, ownHosts: string[]) {
  try {
    return await runBodyTask({ kind: 'sanitise', html: bodyHtml, ownHosts });
  } catch (error) {
    log.error({ event: 'post_move_failed', id, error }, 'a text keeps the previous address');
    return bodyHtml;
  }
}

async function repairCreatives(id: IdRange, hosts: string[]) {
  const rows = await readDb.creative.findMany({
    where: { id, OR: hosts.map((host) => ({ linkUrl: { contains: `//${host}` } })) },
    select: { id: true, ...rowContent },
  });
  for (const { id: own, ...row } of rows) {
    const linkUrl = ownPath(row.linkUrl, hosts);
    await db.creative.updateMany({ where: { id: own }, data: { linkUrl, hash: hashContent({ ...row, linkUrl }) } });
  }
}

async function repairComments(id: IdRange, hosts: string[]) {
  const rows = await readDb.comment.findMany({
    where: { id, OR: hosts.map((host) => ({ bodyHtml: { contains: `//${host}` } })) },
    select: { id: true, postId: true, bodyHtml: true },
  });
  const changed = rows.filter((row) => withPaths(row.bodyHtml, hosts) !== row.bodyHtml);
  for (const { id: own, bodyHtml } of changed) {
    await db.comment.updateMany({ where: { id: own, bodyHtml }, data: { bodyHtml: withPaths(bodyHtml, hosts) } });
  }
  return changed.map(({ postId }) => postId);
}

// The renderer of comments writes every address in this one way.
function withPaths(html: string, hosts: string[]) {
  return html.replace(/ href="([^"]*)"/g, (whole, address: string) => {
    const path = ownPath(address.replaceAll('&amp;', '&'), hosts);
    return path.startsWith('/') ? ` href="${escapeAttribute(path)}"` : whole;
  });
}
