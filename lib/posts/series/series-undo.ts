import 'server-only';
import { z } from 'zod';
import type { Actor } from '@/lib/auth/actor';
import { requireCapability } from '@/lib/auth/guards';
import { transaction, type Tx } from '@/lib/database/db';
import { slicesOf } from '@/lib/database/slices';
import { deleteUndo, findUndo, storeUndo } from '@/lib/database/undo';
import { emit } from '@/lib/events/emit';
import { AppError } from '@/lib/platform/errors';
import { paths } from '@/lib/web/paths';
import { clearAddress } from '../publishing/address-moves';
import { removedRedirect, removedRedirectColumns } from '../publishing/removed-redirects';
import { findSeriesNamed } from './joining';

const kind = 'series.removal';

const removal = z.object({
  series: z.object({
    id: z.string(),
    slug: z.string(),
    title: z.string(),
    titleKey: z.string(),
    description: z.string(),
    importBatchId: z.string().nullable(),
    createdAt: z.coerce.date(),
  }),
  postIds: z.array(z.string()),
  redirects: z.array(removedRedirect),
});

/** Keeps for a week what undoes that a series is deleted, before that is done. Its posts keep their positions. */
export async function keepSeries(tx: Tx, id: string) {
  const series = await tx.series.findUniqueOrThrow({
    where: { id },
    select: {
      id: true,
      slug: true,
      title: true,
      titleKey: true,
      description: true,
      importBatchId: true,
      createdAt: true,
    },
  });
  const posts = await tx.post.findMany({ where: { seriesId: id }, select: { id: true } });
  const redirects = await tx.redirect.findMany({
    where: { to: paths.series(series.slug) },
    select: removedRedirectColumns,
  });
  const kept = { series, postIds: posts.map((post) => post.id), redirects };
  const undo = await storeUndo(tx, kind, kept, new Date());
  return { undo, leftAddresses: redirects.map(({ from }) => from) };
}

/** Restores a series that was deleted: with the posts that are in no other by now, and at its addresses. */
export async function restoreSeries(actor: Actor, undo: string, now = new Date()): Promise<{ title: string }> {
  requireCapability(actor, 'posts.edit-any');
  return transaction(async (tx) => {
    const kept = await findUndo(tx, { id: undo, kind, schema: removal, now });
    if (!kept) throw new AppError('not_found', 'This can no longer be undone.');
    const { series, postIds, redirects } = kept;
    await requireFree(tx, series);
    await clearAddress(tx, paths.series(series.slug));
    await tx.series.create({ data: series, select: { id: true } });
    for (const ids of slicesOf(postIds)) {
      await tx.post.updateMany({ where: { id: { in: ids }, seriesId: null }, data: { seriesId: series.id } });
    }
    for (const redirect of redirects) {
      const isTaken = (await tx.redirect.count({ where: { from: redirect.from } })) > 0;
      if (!isTaken) await tx.redirect.create({ data: redirect, select: { id: true } });
    }
    await deleteUndo(tx, undo);
    const { id: seriesId, title, slug } = series;
    const leftAddresses = redirects.map(({ from }) => from);
    const change = 'restored' as const;
    emit(tx, { type: 'series.changed', actorId: actor.id, seriesId, change, title, slugs: [slug], leftAddresses });
    return { title };
  });
}

async function requireFree(tx: Tx, { title, slug }: { title: string; slug: string }) {
  const other =
    (await findSeriesNamed(tx, title)) ?? (await tx.series.findUnique({ where: { slug }, select: { title: true } }));
  if (!other) return;
  throw new AppError('conflict', `There is a series “${other.title}” in its place by now. Rename that one first.`);
}
