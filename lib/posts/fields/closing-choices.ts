import { closingDays, closingStarts, type ClosingStart } from '@/lib/settings/closing';

/** A post's own rule: after how many days, counted from what. Zero days: never. */
export type OwnClosing = { days: number; from: ClosingStart };

const starts = Object.keys(closingStarts) as ClosingStart[];
const ages = starts.flatMap((from) => closingDays.map((days) => ({ from, days })));

/** When the comments of a post close by themselves: what the column holds, and its words. */
export const closingChoices: Readonly<Record<string, string>> = {
  site: 'As the site’s settings say',
  never: 'Never',
  ...Object.fromEntries(ages.map((own) => [keyOf(own), `${own.days} days after ${closingStarts[own.from]}`])),
};

/** Reads the column; null where the site's settings decide, and for what nobody could choose. */
export function ownClosing(stored: string): OwnClosing | null {
  if (stored === 'never') return { days: 0, from: 'publication' };
  return ages.find((own) => keyOf(own) === stored) ?? null;
}

function keyOf({ from, days }: OwnClosing) {
  return `${from}-${days}`;
}
