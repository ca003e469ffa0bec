import 'server-only';
import { can, type Actor } from '@/lib/auth/actor';
import { readDb } from '@/lib/database/db';
import { postTypes } from '@/lib/posts/post';
import { ownedBy } from '@/lib/posts/post-access';
import { MAX_COUNT, countedTo } from '@/lib/text/capped-count';

const SHOWN = 4;
const named = { id: true, title: true } as const;

/** The drafts that the actor can continue, latest first, and what is published next; null for who does not write. */
export async function readWriting(actor: Actor, now = new Date()) {
  if (!can(actor, 'posts.write')) return null;
  const [drafts, scheduled] = await Promise.all([
    can(actor, 'posts.edit-any') ? everybodysDrafts() : ownDrafts(actor),
    nextScheduled(actor, now),
  ]);
  return { drafts, scheduled };
}

async function everybodysDrafts() {
  const where = { status: 'draft' };
  const [counts, drafts] = await Promise.all([
    Promise.all(
      postTypes.map((type) =>
        readDb.post.count({ where: { ...where, type }, orderBy: { updatedAt: 'desc' }, ...countedTo }),
      ),
    ),
    Promise.all(
      postTypes.map((type) =>
        readDb.post.findMany({
          where: { ...where, type },
          orderBy: [{ updatedAt: 'desc' }, { id: 'desc' }],
          take: SHOWN,
          select: { ...named, updatedAt: true },
        }),
      ),
    ),
  ]);
  return { count: counts.reduce((sum, count) => sum + count, 0), latest: latestOf(drafts.flat()) };
}

async function ownDrafts(actor: Actor) {
  const rows = await readDb.postAuthor.findMany({
    where: { userId: actor.id, listedAt: null, post: { status: 'draft' } },
    select: { post: { select: { ...named, updatedAt: true } } },
    take: MAX_COUNT + 1,
  });
  return { count: rows.length, latest: latestOf(rows.map(({ post }) => post)) };
}

function latestOf<Draft extends { updatedAt: Date }>(drafts: Draft[]) {
  return drafts.toSorted((a, b) => b.updatedAt.getTime() - a.updatedAt.getTime()).slice(0, SHOWN);
}

async function nextScheduled(actor: Actor, now: Date) {
  const ahead = await Promise.all(
    postTypes.map((type) =>
      readDb.post.findMany({
        where: { type, status: 'published', publishAt: { gt: now }, ...ownedBy(actor) },
        orderBy: [{ publishAt: 'asc' }, { id: 'asc' }],
        take: SHOWN,
        select: { ...named, publishAt: true },
      }),
    ),
  );
  const dated = ahead.flat().flatMap(({ publishAt, ...post }) => (publishAt ? [{ ...post, publishAt }] : []));
  return dated.toSorted((a, b) => a.publishAt.getTime() - b.publishAt.getTime()).slice(0, SHOWN);
}
