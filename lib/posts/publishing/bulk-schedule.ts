import 'server-only';
import { z } from 'zod';
import { AppError } from '@/lib/platform/errors';
import { getSettings } from '@/lib/settings/queries';
import { seriesFrom, seriesUnits } from '@/lib/time/series';
import type { BulkTarget } from './bulk';

/** A start, and how long after each post the next one follows. */
export const scheduleFields = {
  start: z.string().max(40).default(''),
  every: z.coerce.number('Enter a whole number.').int('Enter a whole number.').min(0).max(1_000).default(1),
  unit: z.enum(seriesUnits, 'Choose hours, days or weeks.').default('days'),
};

type Wanted = { start: string; every: number; unit: (typeof seriesUnits)[number] };

/** The posts in their order, each with its moment. */
export async function withDates(targets: readonly BulkTarget[], wanted: Wanted): Promise<BulkTarget[]> {
  const { timeZone } = await getSettings();
  const moments = seriesFrom(wanted, targets.length, timeZone);
  if (!moments) {
    const sentence = 'Choose when the first one is published.';
    throw new AppError('invalid', sentence, { fields: { start: sentence } });
  }
  return targets.map(({ id }, at) => ({ id, at: moments[at]! }));
}
