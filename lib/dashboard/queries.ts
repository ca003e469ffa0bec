import 'server-only';
import { can, type Actor } from '@/lib/auth/actor';
import { countPending } from '@/lib/comments/queue';
import { countReported } from '@/lib/comments/reports/queries';
import { MAX_COUNT, countedTo } from '@/lib/text/capped-count';
import { countOpenCorrections } from '@/lib/corrections/queries';
import { readDb } from '@/lib/database/db';
import { findUnfinishedImport } from '@/lib/import/queries';
import { hasMailServer } from '@/lib/mail/delivery';
import { postTypes } from '@/lib/posts/post';
import { ownedBy } from '@/lib/posts/post-access';
import { findUnsearchable } from '@/lib/search/failures';
import { listPauses } from '@/lib/slots/behaviour';
import { findSlotOverBudget } from '@/lib/slots/over-budget';
import { findReportedSlot } from '@/lib/slots/reports';

const MIN_FAILURES = 3;
const byHand = ['autosave', 'save', 'publish', 'restore'];
const named = { id: true, title: true } as const;

export type DashboardNotices = Awaited<ReturnType<typeof readDashboardNotices>>;

/** The notices of the dashboard, as far as the actor's role permits. */
export async function readDashboardNotices(actor: Actor, now = new Date()) {
  const writes = can(actor, 'posts.write');
  const [
    pendingComments,
    drafts,
    scheduled,
    withoutAlt,
    undelivered,
    unsearchable,
    unfinishedImport,
    reportedSlot,
    pauses,
    slotOverBudget,
    corrections,
    reportedComments,
    inReview,
  ] = await Promise.all([
    countPending(actor),
    writes ? draftsOf(actor) : { count: 0, latest: [] },
    writes ? nextScheduled(actor, now) : null,
    writes ? coversWithoutAlt(actor) : { count: 0, first: null },
    can(actor, 'settings.edit') ? undeliveredMail() : { count: 0, lastError: '' },
    can(actor, 'settings.edit') ? findUnsearchable() : null,
    can(actor, 'import.run') ? findUnfinishedImport() : null,
    can(actor, 'slots.edit') ? findReportedSlot(now) : null,
    can(actor, 'slots.edit') ? listPauses() : [],
    can(actor, 'slots.edit') ? findSlotOverBudget() : null,
    writes ? countOpenCorrections(actor) : 0,
    countReported(actor),
    can(actor, 'posts.edit-any') ? countInReview() : 0,
  ]);
  return {
    pendingComments,
    drafts,
    scheduled,
    withoutAlt,
    lacksMailServer: can(actor, 'settings.edit') && !hasMailServer(),
    undelivered,
    unsearchable,
    unfinishedImport,
    reportedSlot: pauses.some(({ slot }) => slot.id === reportedSlot?.id) ? null : reportedSlot,
    pauses,
    slotOverBudget,
    corrections,
    reportedComments,
    inReview,
  };
}

export async function readOnboarding() {
  const [written, imported, filledSlots] = await Promise.all([
    // The sample post is ours; the first revision by a user is the first thing written here.
    Promise.all(byHand.map(findWritten)),
    readDb.importBatch.findFirst({ where: { status: 'done' }, select: { id: true } }),
    readDb.lineItem.findFirst({ where: { creativeId: { not: null } }, select: { id: true } }),
  ]);
  return {
    hasWritten: written.some((revision) => revision !== null),
    hasImported: imported !== null,
    hasFilledSlot: filledSlots !== null,
  };
}

// One kind at a time, because the index begins with it.
function findWritten(kind: string) {
  return readDb.postRevision.findFirst({ where: { kind, authorId: { not: null } }, select: { id: true } });
}

function draftsOf(actor: Actor) {
  return can(actor, 'posts.edit-any') ? everybodysDrafts() : ownDrafts(actor);
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
          take: 3,
          select: { ...named, updatedAt: true },
        }),
      ),
    ),
  ]);
  const latest = drafts.flat().sort((a, b) => b.updatedAt.getTime() - a.updatedAt.getTime());
  return { count: counts.reduce((sum, count) => sum + count, 0), latest: latest.slice(0, 3) };
}

async function countInReview() {
  const counts = await Promise.all(
    postTypes.map((type) =>
      readDb.post.count({ where: { status: 'review', type }, orderBy: { updatedAt: 'desc' }, ...countedTo }),
    ),
  );
  return counts.reduce((sum, count) => sum + count, 0);
}

async function ownDrafts(actor: Actor) {
  const rows = await readDb.postAuthor.findMany({
    where: { userId: actor.id, listedAt: null, post: { status: 'draft' } },
    select: { post: { select: { ...named, updatedAt: true } } },
    take: MAX_COUNT + 1,
  });
  const latest = rows.map(({ post }) => post).sort((a, b) => b.updatedAt.getTime() - a.updatedAt.getTime());
  return { count: rows.length, latest: latest.slice(0, 3) };
}

async function nextScheduled(actor: Actor, now: Date) {
  const ahead = await Promise.all(
    postTypes.map((type) =>
      readDb.post.findFirst({
        where: { type, status: 'published', publishAt: { gt: now }, ...ownedBy(actor) },
        orderBy: [{ publishAt: 'asc' }, { id: 'asc' }],
        select: { ...named, publishAt: true },
      }),
    ),
  );
  return ahead.flatMap((post) => post ?? []).sort((a, b) => Number(a.publishAt) - Number(b.publishAt))[0] ?? null;
}

async function coversWithoutAlt(actor: Actor) {
  const where = { status: 'published', coverId: { not: null }, coverAlt: '', ...ownedBy(actor) };
  const [count, first] = await Promise.all([
    readDb.post.count({ where, orderBy: { coverId: 'desc' }, ...countedTo }),
    readDb.post.findFirst({ where, orderBy: { coverId: 'desc' }, select: named }),
  ]);
  return { count, first };
}

async function undeliveredMail() {
  const where = { doneAt: null, attempts: { gte: MIN_FAILURES } };
  const [count, last] = await Promise.all([
    readDb.outbox.count({ where }),
    readDb.outbox.findFirst({ where, orderBy: { availableAt: 'desc' }, select: { lastError: true } }),
  ]);
  return { count, lastError: last?.lastError ?? '' };
}
