import 'server-only';
import { z } from 'zod';
import type { Actor } from '@/lib/auth/actor';
import { requireCapability } from '@/lib/auth/guards';
import { transaction, type Tx } from '@/lib/database/db';
import { emit } from '@/lib/events/emit';
import { AppError } from '@/lib/platform/errors';
import { newId } from '@/lib/platform/ids';
import type { LegacySystems } from './legacy-systems';
import type { RedirectKind } from './redirect';
import { RuleBook } from './rule-book';
import { loadWay, lockRules, targetOf } from './stored-rules';

const KIND = 'redirects.removed';
const DAYS = 7;
const DAY_MS = 24 * 60 * 60 * 1000;

const removed = z.array(
  z.object({
    id: z.string(),
    from: z.string(),
    to: z.string(),
    postId: z.string().nullable(),
    tagId: z.string().nullable(),
    status: z.number(),
    kind: z.string(),
    source: z.string(),
    importBatchId: z.string().nullable(),
    createdAt: z.coerce.date(),
    hitCount: z.number(),
    lastHitAt: z.coerce.date().nullable(),
  }),
);
type Removed = z.output<typeof removed>[number];

const select = {
  id: true,
  from: true,
  to: true,
  postId: true,
  tagId: true,
  status: true,
  kind: true,
  source: true,
  importBatchId: true,
  createdAt: true,
  hitCount: true,
  lastHitAt: true,
} as const;

/** Deletes redirects, and keeps for a week what undoes that. Those that are gone already are passed over. */
export async function removeRedirects(actor: Actor, ids: readonly string[], now = new Date()) {
  requireCapability(actor, 'settings.edit');
  return transaction(async (tx) => {
    await lockRules(tx);
    const rows = await tx.redirect.findMany({ where: { id: { in: [...ids] } }, select });
    if (rows.length === 0) throw new AppError('not_found', 'These redirects no longer exist.');
    const undo = newId();
    const expiresAt = new Date(now.getTime() + DAYS * DAY_MS);
    await tx.undo.create({ data: { id: undo, kind: KIND, data: JSON.stringify(rows), createdAt: now, expiresAt } });
    await tx.redirect.deleteMany({ where: { id: { in: rows.map(({ id }) => id) } } });
    emitChange(tx, actor, 'removed', rows);
    return { count: rows.length, undo };
  });
}

/** Restores what was deleted, but for what has been redirected anew since then, or would lead in a circle. */
export async function restoreRedirects(actor: Actor, undo: string, legacy: LegacySystems, now = new Date()) {
  requireCapability(actor, 'settings.edit');
  return transaction(async (tx) => {
    await lockRules(tx);
    const where = { id: undo, kind: KIND, expiresAt: { gt: now } };
    const row = await tx.undo.findFirst({ where, select: { data: true } });
    if (!row) throw new AppError('not_found', 'This can no longer be undone.');
    const rows = removed.parse(JSON.parse(row.data));
    const restored = await restore(tx, rows, legacy);
    await tx.undo.delete({ where: { id: undo }, select: { id: true } });
    if (restored.length > 0) emitChange(tx, actor, 'added', restored);
    return { count: restored.length, left: rows.length - restored.length };
  });
}

async function restore(tx: Tx, rows: readonly Removed[], legacy: LegacySystems) {
  const restored: Removed[] = [];
  for (const row of rows) {
    const owners = await ownersOf(tx, row);
    if (!owners) continue;
    const { id, from, status } = row;
    const rule = { id, from, to: targetOf({ to: row.to, ...owners }), status, kind: row.kind as RedirectKind };
    const book = new RuleBook(legacy);
    await loadWay(tx, book, [rule]);
    const isTaken = (await tx.redirect.count({ where: { from: row.from } })) > 0;
    const isOpen = row.status === 410 || !('problem' in book.follow(rule));
    if (isTaken || !isOpen) continue;
    await tx.redirect.create({ data: row, select: { id: true } });
    restored.push(row);
  }
  return restored;
}

/** The post and the tag that it leads to; null if one of them is gone. */
async function ownersOf(tx: Tx, { postId, tagId }: Removed) {
  const slug = { slug: true } as const;
  const post = postId ? await tx.post.findUnique({ where: { id: postId }, select: slug }) : null;
  const tag = tagId ? await tx.tag.findUnique({ where: { id: tagId }, select: slug }) : null;
  return (postId && !post) || (tagId && !tag) ? null : { post, tag };
}

function emitChange(tx: Tx, actor: Actor, change: 'added' | 'removed', rows: readonly Pick<Removed, 'id' | 'from'>[]) {
  const [ids, from] = [rows.map(({ id }) => id), rows.map((row) => row.from)];
  emit(tx, { type: 'redirects.changed', actorId: actor.id, change, ids, from });
}
