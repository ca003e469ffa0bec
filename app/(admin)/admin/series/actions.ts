'use server';

import { z } from 'zod';
import { formAction } from '@/lib/actions/form-action';
import { redirectWithAnswer } from '@/lib/actions/form-answer';
import { done } from '@/lib/forms/form-state';
import { AppError } from '@/lib/platform/errors';
import type { Move } from '@/lib/posts/series/order';
import { createSeries, deleteSeries, describeSeries, movePart, renameSeries } from '@/lib/posts/series/series-changes';
import { restoreSeries } from '@/lib/posts/series/series-undo';
import { titleOf } from '@/lib/posts/title';
import { limits } from '@/lib/users/rate-limits';
import { paths } from '@/lib/web/paths';

const staff = { who: 'posts.edit-any', rateLimit: limits.staff } as const;
const id = z.string().max(64);

export const createSeriesAction = formAction(
  { name: 'series.create', schema: z.object({ title: z.string().max(1_000) }), ...staff },
  async (input, { actor }) => {
    const { id: made } = await createSeries(actor, input);
    const said = 'Series added. Choose it in the settings of each post that belongs to it.';
    return redirectWithAnswer(actor, paths.admin.oneSeries(made), done(said));
  },
);

export const renameSeriesAction = formAction(
  {
    name: 'series.rename',
    schema: z.object({ id, title: z.string().max(1_000), slug: z.string().max(300).default('') }),
    ...staff,
  },
  async (input, { actor }) => {
    await renameSeries(actor, input);
    return done('Renamed. The old address redirects to the new one.');
  },
);

export const describeSeriesAction = formAction(
  { name: 'series.describe', schema: z.object({ id, description: z.string() }), ...staff },
  async (input, { actor }) => {
    await describeSeries(actor, input);
    return done('Description saved.');
  },
);

/** The buttons of one form, each with the id of its post under the name of the way; and what was dragged. */
export const orderSeriesAction = formAction(
  {
    name: 'series.order',
    schema: z.object({
      id,
      up: id.optional(),
      down: id.optional(),
      drop: id.optional(),
      target: id.optional(),
      side: z.enum(['before', 'after']).optional(),
    }),
    who: 'posts.edit-any',
    rateLimit: { name: 'series', limit: 600, seconds: 60 * 60 },
  },
  async ({ id: of, ...asked }, { actor }) => {
    const { title, standing, of: total } = await movePart(actor, of, moveOf(asked));
    return done(`“${titleOf({ title })}” is now ${standing} of ${total}.`);
  },
);

export const deleteSeriesAction = formAction(
  { name: 'series.delete', schema: z.object({ id }), ...staff },
  async ({ id: of }, { actor }) => {
    const { undo } = await deleteSeries(actor, of);
    const said = { ...done('The series was deleted.'), values: { undo: 'undo', undoIds: undo } };
    return redirectWithAnswer(actor, paths.admin.series(), said);
  },
);

/** `id`: of the removal. */
export const restoreSeriesAction = formAction(
  { name: 'series.restore', schema: z.object({ id }), ...staff },
  async ({ id: removal }, { actor }) => {
    const { title } = await restoreSeries(actor, removal);
    return done(`Restored: “${title}”.`);
  },
);

type Asked = {
  up?: string | undefined;
  down?: string | undefined;
  drop?: string | undefined;
  target?: string | undefined;
  side?: 'before' | 'after' | undefined;
};

function moveOf({ up, down, drop, target, side }: Asked): Move {
  if (up) return { id: up, way: 'up' };
  if (down) return { id: down, way: 'down' };
  if (drop && target && side) return { id: drop, target, side };
  throw new AppError('invalid', 'Choose a post and what to do with it.');
}
