import { z } from 'zod';

/** A removed redirect, to be restored: all that its row holds. */
export const removedRedirect = z.object({
  id: z.string(),
  from: z.string(),
  to: z.string(),
  postId: z.string().nullable().default(null),
  tagId: z.string().nullable(),
  status: z.number(),
  kind: z.string(),
  source: z.string(),
  importBatchId: z.string().nullable(),
  createdAt: z.coerce.date(),
  hitCount: z.number(),
  lastHitAt: z.coerce.date().nullable(),
});

export type RemovedRedirect = z.output<typeof removedRedirect>;

/** The columns that a removed redirect is read from. */
export const removedRedirectColumns = {
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
} as const satisfies Record<keyof RemovedRedirect, true>;
