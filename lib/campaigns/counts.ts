export type Counts = { eligible: number; served: number; viewable: number; clicks: number };

export const noCounts: Counts = { eligible: 0, served: 0, viewable: 0, clicks: 0 };

export function sumOf(rows: Iterable<Counts>): Counts {
  const sum = { ...noCounts };
  for (const { eligible, served, viewable, clicks } of rows) {
    sum.eligible += eligible;
    sum.served += served;
    sum.viewable += viewable;
    sum.clicks += clicks;
  }
  return sum;
}

/** "62.4 %"; clicks are few, so they have two places. A dash where there is nothing to divide by. */
export function rateText(part: number, whole: number, places: 1 | 2, language = 'en') {
  if (whole === 0) return '–';
  const digits = { minimumFractionDigits: places, maximumFractionDigits: places };
  return `${((100 * part) / whole).toLocaleString(language, digits)}\u00a0%`;
}

/** The same as a number for spreadsheets; empty where there is nothing to divide by. */
export function rateNumber(part: number, whole: number) {
  return whole === 0 ? '' : Math.round((10_000 * part) / whole) / 100;
}
