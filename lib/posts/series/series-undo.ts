import 'server-only';
import { z } from 'zod';
import type { Actor } from '@/lib/auth/actor';
import { requireCapability } from '@/lib/auth/guards';
import { transaction, type Tx } from '@/lib/database/db';
import { slicesOf } from '@/lib/database/slices';
import { emit } from '@/lib/events/emit';
import { AppError } from '@/lib/platform/errors';
import { newId } from '@/lib/platform/ids';
import { paths } from '@/lib/web/paths';
import { clearAddress } from '../publishing/address-moves';
import { findSeriesNamed } from './joining';

const KIND = 'series.removal';
const DAYS = 7;
const DAY_MS = 24 * 60 * 60 * 1000;

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
  redirects: z.array(
    z.object({
      id: z.string(),
      from: z.string(),
      to: z.string(),
      status: z.number(),
      kind: z.string(),
      source: z.string(),
      importBatchId: z.string().nullable(),
      createdAt: z.coerce.date(),
      hitCount: z.number(),
      lastHitAt: z.coerce.date().nullable(),
    }),
  ),
});

/** Keeps for a week what undoes that a series is deleted, before that is done. Its posts keep their positions. */
export async function keepSeries(tx: Tx, id: string) {
  const series = await tx.series.findUniqueOrThrow({
    where: { id },
    select: selectOf(Object.keys(removal.shape.series.shape)),
  });
  const posts = await tx.post.findMany({ where: { seriesId: id }, select: { id: true } });
  const redirects = await tx.redirect.findMany({
    where: { to: paths.series(String(series.slug)) },
    select: selectOf(Object.keys(removal.shape.redirects.element.shape)),
  });
  const now = new Date();
  const undo = newId();
  await tx.undo.create({
    data: {
      id: undo,
      kind: KIND,
      data: JSON.stringify({ series, postIds: posts.map((post) => post.id), redirects }),
      createdAt: now,
      expiresAt: new Date(now.getTime() + DAYS * DAY_MS),
    },
    select: { id: true },
  });
  return { undo, leftAddresses: redirects.map(({ from }) => String(from)) };
}

/** Restores a series that was deleted: with the posts that are in no other by now, and at its addresses. */
export async function restoreSeries(actor: Actor, undo: string, now = new Date()): Promise<{ title: string }> {
  requireCapability(actor, 'posts.edit-any');
  return transaction(async (tx) => {
    const row = await tx.undo.findFirst({
      where: { id: undo, kind: KIND, expiresAt: { gt: now } },
      select: { data: true },
    });
    if (!row) throw new AppError('not_found', 'This can no longer be undone.');
    const { series, postIds, redirects } = removal.parse(JSON.parse(row.data));
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
    await tx.undo.delete({ where: { id: undo }, select: { id: true } });
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

function selectOf(names: readonly string[]) {
  return Object.fromEntries(names.map((name) => [name, true])) as Record<string, true>;
}
