import 'server-only';
import { readDb } from '@/lib/database/db';
import type { Prisma } from '@/prisma/generated/sqlite/client';
import { parseVariants, type Variant } from './variants';

export const shownImage = {
  id: true,
  width: true,
  height: true,
  alt: true,
  caption: true,
  credit: true,
  color: true,
  variants: true,
  focus: true,
} satisfies Prisma.MediaSelect;

type ImageRow = Prisma.MediaGetPayload<{ select: typeof shownImage }>;

export type ShownImage = Omit<ImageRow, 'variants'> & { variants: Variant[] };

export async function findImage(id: string): Promise<ShownImage | null> {
  return toImage(await readDb.media.findUnique({ where: { id }, select: shownImage }));
}

export function toImage(row: ImageRow | null): ShownImage | null {
  return row && { ...row, variants: parseVariants(row.variants) };
}
