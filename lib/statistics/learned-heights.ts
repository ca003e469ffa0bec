import 'server-only';
import { readDb } from '@/lib/database/db';
import { heightOf } from './height-percentile';
import type { HeightRow } from './tally';

/** In CSS pixels, by version and device. */
export type LearnedHeights = Record<string, Partial<Record<string, number>>>;

type Shown = { id: string; lineItems: readonly { creative: { id: string } | null }[] };

/** The heights that nine of ten readers needed of what slots show now; of what was measured seldom, none. */
export async function readLearnedHeights(slots: readonly Shown[]): Promise<LearnedHeights> {
  const contents = slots.flatMap(({ lineItems }) => lineItems.flatMap(({ creative }) => creative?.id ?? []));
  const rows: Omit<HeightRow, 'slotId'>[] = await readDb.slotHeight.findMany({
    where: { slotId: { in: slots.map(({ id }) => id) }, creativeId: { in: contents } },
    select: { creativeId: true, device: true, height: true, count: true },
  });
  const learned: LearnedHeights = {};
  for (const [creativeId, own] of Map.groupBy(rows, (row) => row.creativeId)) {
    const byDevice = [...Map.groupBy(own, ({ device }) => device)];
    learned[creativeId] = Object.fromEntries(byDevice.map(([device, measured]) => [device, heightOf(measured)]));
  }
  return learned;
}
