import 'server-only';
import { can, type Actor } from '@/lib/auth/actor';
import { reader } from '@/lib/db';

/** A mail that failed this often is worth a person's look; before that the worker simply tries again. */
const FAILED_OFTEN = 3;
const named = { id: true, title: true } as const;

export type Attention = Awaited<ReturnType<typeof readAttention>>;

/** What wants this person's attention now, as far as their role lets them see it. */
export async function readAttention(actor: Actor, now = new Date()) {
  const writes = can(actor, 'posts.write');
  const [heldComments, drafts, scheduled, withoutAlt, undelivered, lastImport] = await Promise.all([
    can(actor, 'comments.moderate') ? reader.comment.count({ where: { status: 'pending' } }) : 0,
    writes ? ownDrafts(actor) : { count: 0, latest: [] },
    writes ? nextScheduled(actor, now) : null,
    writes ? coversWithoutAlt(actor) : { count: 0, first: null },
    can(actor, 'settings.edit') ? undeliveredMail() : { count: 0, lastError: '' },
    can(actor, 'import.run') ? latestImport() : null,
  ]);
  return { heldComments, drafts, scheduled, withoutAlt, undelivered, lastImport };
}

/** Which of the first acts of a new site are still to be done. */
export async function readFirstActs() {
  const [written, imported, filledSlots] = await Promise.all([
    // The welcome post is ours; the first revision by a person is the first thing that somebody wrote here.
    reader.postRevision.count({ where: { authorId: { not: null }, kind: { not: 'import' } }, take: 1 }),
    reader.importBatch.count({ where: { status: 'done' }, take: 1 }),
    reader.slot.count({ where: { creativeId: { not: null } }, take: 1 }),
  ]);
  return { hasWritten: written > 0, hasImported: imported > 0, hasFilledSlot: filledSlots > 0 };
}

async function ownDrafts(actor: Actor) {
  const where = { status: 'draft', authors: { some: { userId: actor.id } } };
  const [count, latest] = await Promise.all([
    reader.post.count({ where }),
    reader.post.findMany({
      where,
      orderBy: [{ updatedAt: 'desc' }, { id: 'desc' }],
      take: 3,
      select: { ...named, updatedAt: true },
    }),
  ]);
  return { count, latest };
}

function nextScheduled(actor: Actor, now: Date) {
  return reader.post.findFirst({
    where: { status: 'published', publishAt: { gt: now }, ...onlyTheirs(actor) },
    orderBy: [{ publishAt: 'asc' }, { id: 'asc' }],
    select: { ...named, publishAt: true },
  });
}

async function coversWithoutAlt(actor: Actor) {
  const where = { status: 'published', coverId: { not: null }, coverAlt: '', ...onlyTheirs(actor) };
  const [count, first] = await Promise.all([
    reader.post.count({ where }),
    reader.post.findFirst({ where, orderBy: { id: 'desc' }, select: named }),
  ]);
  return { count, first };
}

async function undeliveredMail() {
  const where = { doneAt: null, attempts: { gte: FAILED_OFTEN } };
  const [count, last] = await Promise.all([
    reader.outbox.count({ where }),
    reader.outbox.findFirst({ where, orderBy: { createdAt: 'desc' }, select: { lastError: true } }),
  ]);
  return { count, lastError: last?.lastError ?? '' };
}

function latestImport() {
  return reader.importBatch.findFirst({
    where: { status: { in: ['running', 'failed'] } },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    select: { id: true, source: true, fileName: true, status: true },
  });
}

function onlyTheirs(actor: Actor) {
  return can(actor, 'posts.edit-any') ? {} : { authors: { some: { userId: actor.id } } };
}
