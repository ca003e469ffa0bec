import 'server-only';
import { can, type Actor } from '@/lib/auth/actor';
import { countPending } from '@/lib/comments/queue';
import { countReported } from '@/lib/comments/reports/queries';
import { countAppeals } from '@/lib/comments/statements/queries';
import { countedTo } from '@/lib/text/capped-count';
import { countOpenCorrections } from '@/lib/corrections/queries';
import { readDb } from '@/lib/database/db';
import { findUnfinishedImport } from '@/lib/import/queries';
import { hasMailServer } from '@/lib/mail/delivery';
import { postTypes } from '@/lib/posts/post';
import { ownedBy } from '@/lib/posts/post-access';
import { getSettings } from '@/lib/settings/queries';
import { findUnsearchable } from '@/lib/search/failures';
import { listPauses } from '@/lib/slots/behaviour';
import { findSlotOverBudget } from '@/lib/slots/over-budget';
import { findReportedSlot } from '@/lib/slots/reports';

const MIN_FAILURES = 3;
const named = { id: true, title: true } as const;

export type DashboardNotices = Awaited<ReturnType<typeof readDashboardNotices>>;

/** The notices of the dashboard, as far as the actor's role permits. */
export async function readDashboardNotices(actor: Actor, now = new Date()) {
  const writes = can(actor, 'posts.write');
  const [
    pendingComments,
    withoutAlt,
    undelivered,
    unsearchable,
    unfinishedImport,
    reportedSlot,
    pauses,
    slotOverBudget,
    corrections,
    reportedComments,
    appeals,
    inReview,
  ] = await Promise.all([
    countPending(actor),
    writes ? coversWithoutAlt(actor) : { count: 0, first: null },
    can(actor, 'settings.edit') ? undeliveredMail() : { count: 0, lastError: '' },
    can(actor, 'settings.edit') ? findUnsearchable() : null,
    can(actor, 'import.run') ? findUnfinishedImport() : null,
    can(actor, 'slots.edit') ? findReportedSlot(now) : null,
    can(actor, 'slots.edit') ? listPauses() : [],
    can(actor, 'slots.edit') ? findSlotOverBudget() : null,
    writes ? countOpenCorrections(actor) : 0,
    countReported(actor),
    countAppeals(actor),
    can(actor, 'posts.edit-any') ? countInReview() : 0,
  ]);
  return {
    pendingComments,
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
    appeals,
    inReview,
    isInMaintenance: can(actor, 'settings.edit') && (await getSettings()).maintenance,
  };
}

async function countInReview() {
  const counts = await Promise.all(
    postTypes.map((type) =>
      readDb.post.count({ where: { status: 'review', type }, orderBy: { updatedAt: 'desc' }, ...countedTo }),
    ),
  );
  return counts.reduce((sum, count) => sum + count, 0);
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
