import 'server-only';
import { z } from 'zod';
import { transaction, type Tx } from '@/lib/database/db';
import { emit } from '@/lib/events/emit';
import { READDRESS_POSTS } from '@/lib/events/subscribers';
import { enqueue } from '@/lib/outbox/queueing';
import type { JobResult } from '@/lib/outbox/worker';
import { folderOfPost } from '@/lib/settings/permalinks';
import { getSettings } from '@/lib/settings/queries';
import type { Settings } from '@/lib/settings/settings';
import { paths } from '@/lib/web/paths';
import { provisionalSlug } from '../editing/post-record';
import { wasEverPublic } from '../post';
import { retryOnUniqueViolation } from '../unique-violation';
import { storeMoves } from './address-moves';
import { withParent } from './page-tree';
import { freeSlug, freeSlugBelow, ownSlugOf } from './slugs';

/** So few that other writers of SQLite wait for a moment only. */
const PORTION = 100;
/** One job does no more, and leaves the rest to another: other jobs are done between them. */
const PORTIONS_AT_ONCE = 40;

const payloadSchema = z.object({ after: z.string().default('') });

/**
 * Gives every post that has or had readers the address that the settings ask for; former ones redirect. Does a part at
 * once and leaves the rest to a job. May run any number of times, also at once: what is right stays.
 */
export async function readdressPosts(payload: unknown, portions = PORTIONS_AT_ONCE): Promise<JobResult> {
  let { after } = payloadSchema.parse(payload);
  for (let portion = 0; portion < portions; portion += 1) {
    const last = await retryOnUniqueViolation(() => transaction((tx) => readdressPortion(tx, after)));
    if (last === null) return 'done';
    after = last;
  }
  await transaction((tx) => enqueue({ event: READDRESS_POSTS, payload: { after }, priority: 'bulk' }, tx));
  return 'done';
}

/** The last post of this portion; null if there are none after it. */
async function readdressPortion(tx: Tx, after: string): Promise<string | null> {
  const settings = await getSettings(tx);
  const posts = await tx.post.findMany({
    where: { type: 'post', id: { gt: after }, OR: [{ status: 'published' }, { firstPublishedAt: { not: null } }] },
    orderBy: { id: 'asc' },
    take: PORTION,
    select: { id: true, slug: true, publishAt: true, firstPublishedAt: true, updatedAt: true },
  });
  await movePosts(tx, posts, settings);
  return posts.length < PORTION ? null : (posts.at(-1)?.id ?? null);
}

type Placed = { id: string; slug: string; publishAt: Date | null; firstPublishedAt: Date | null; updatedAt: Date };

async function movePosts(tx: Tx, posts: readonly Placed[], settings: Settings) {
  const now = new Date();
  const wanted = posts.flatMap((post) => {
    const at = post.publishAt ?? post.firstPublishedAt;
    const folder = at ? folderOfPost(at, settings) : '';
    const own = ownSlugOf(post.slug);
    const isRight = !at || post.slug === provisionalSlug(post.id) || post.slug === withParent(folder, own);
    return isRight ? [] : [{ ...post, folder, own }];
  });
  if (wanted.length === 0) return;
  const taken = await slugsAt(tx, wanted);
  const moved = wanted.map(({ id, slug: slugBefore, folder, own, firstPublishedAt, updatedAt }) => {
    const isTaken = (name: string) => taken.has(withParent(folder, name));
    const slug = withParent(folder, folder === '' ? freeSlug(own, isTaken) : freeSlugBelow(own, isTaken));
    taken.add(slug);
    return { id, slugBefore, slug, updatedAt, wasPublic: wasEverPublic({ firstPublishedAt }, now) };
  });
  // Nobody has worked on these posts.
  for (const { id, slug, updatedAt } of moved) {
    await tx.post.update({ where: { id }, data: { slug, updatedAt }, select: { id: true } });
  }
  await storeMoves(
    tx,
    moved.map(({ id, slug, slugBefore, wasPublic }) => {
      return { postId: id, from: wasPublic ? paths.post(slugBefore) : null, to: paths.post(slug) };
    }),
  );
  emit(tx, {
    type: 'posts.readdressed',
    actorId: null,
    posts: moved.map(({ id, slugBefore, slug }) => ({ id, slugBefore, slug })),
  });
}

/** Which of the wanted slugs, numbered or not, are in use. */
async function slugsAt(tx: Tx, wanted: readonly { folder: string; own: string }[]) {
  const names = wanted.map(({ folder, own }) => withParent(folder, own));
  const taken = await tx.post.findMany({ where: { slug: { in: names } }, select: { slug: true } });
  const all = new Set(taken.map(({ slug }) => slug));
  for (const { slug } of taken) {
    const numbered = await tx.post.findMany({ where: { slug: { startsWith: `${slug}-` } }, select: { slug: true } });
    for (const found of numbered) all.add(found.slug);
  }
  return all;
}
