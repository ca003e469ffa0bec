import 'server-only';
import { z } from 'zod';
import type { Actor } from '@/lib/auth/actor';
import { requireCapability } from '@/lib/auth/guards';
import { transaction, type Tx } from '@/lib/database/db';
import { deleteUndo, findUndo, storeUndo } from '@/lib/database/undo';
import { emit } from '@/lib/events/emit';
import { AppError } from '@/lib/platform/errors';
import {
  removedRedirect,
  removedRedirectColumns,
  type RemovedRedirect,
} from '@/lib/posts/publishing/removed-redirects';
import type { LegacySystems } from './legacy-systems';
import type { RedirectKind } from './redirect';
import { RuleBook } from './rule-book';
import { loadWay, lockRules, targetOf } from './stored-rules';

const kind = 'redirects.removed';
const schema = z.array(removedRedirect);

/** Deletes redirects, and keeps for a week what undoes that. Those that are gone already are passed over. */
export async function removeRedirects(actor: Actor, ids: readonly string[], now = new Date()) {
  requireCapability(actor, 'settings.edit');
  return transaction(async (tx) => {
    await lockRules(tx);
    const rows = await tx.redirect.findMany({ where: { id: { in: [...ids] } }, select: removedRedirectColumns });
    if (rows.length === 0) throw new AppError('not_found', 'These redirects no longer exist.');
    const undo = await storeUndo(tx, kind, rows, now);
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
    const rows = await findUndo(tx, { id: undo, kind, schema, now });
    if (!rows) throw new AppError('not_found', 'This can no longer be undone.');
    const restored = await restore(tx, rows, legacy);
    await deleteUndo(tx, undo);
    if (restored.length > 0) emitChange(tx, actor, 'added', restored);
    return { count: restored.length, left: rows.length - restored.length };
  });
}

async function restore(tx: Tx, rows: readonly RemovedRedirect[], legacy: LegacySystems) {
  const restored: RemovedRedirect[] = [];
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
async function ownersOf(tx: Tx, { postId, tagId }: RemovedRedirect) {
  const slug = { slug: true } as const;
  const post = postId ? await tx.post.findUnique({ where: { id: postId }, select: slug }) : null;
  const tag = tagId ? await tx.tag.findUnique({ where: { id: tagId }, select: slug }) : null;
  return (postId && !post) || (tagId && !tag) ? null : { post, tag };
}

function emitChange(
  tx: Tx,
  actor: Actor,
  change: 'added' | 'removed',
  rows: readonly Pick<RemovedRedirect, 'id' | 'from'>[],
) {
  const [ids, from] = [rows.map(({ id }) => id), rows.map((row) => row.from)];
  emit(tx, { type: 'redirects.changed', actorId: actor.id, change, ids, from });
}
