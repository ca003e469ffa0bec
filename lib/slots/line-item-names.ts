/** From the first to be shown to the last; a tier is asked only if none before it has anything for the reader. */
export const tiers = ['sponsorship', 'guaranteed', 'network', 'house'] as const;
export type Tier = (typeof tiers)[number];

export const tierNames: Record<Tier, string> = {
  sponsorship: 'Sponsorship',
  guaranteed: 'Guaranteed',
  network: 'Network',
  house: 'House',
};

/** What is counted towards a goal. */
export const goalKinds = ['none', 'impressions', 'viewable', 'clicks'] as const;
export const paces = ['even', 'fast'] as const;

export const goalKindNames: Record<(typeof goalKinds)[number], string> = {
  none: 'No goal',
  impressions: 'Impressions',
  viewable: 'Viewable impressions',
  clicks: 'Clicks',
};

export const paceNames: Record<(typeof paces)[number], string> = {
  even: 'Evenly until the end',
  fast: 'As fast as possible',
};

/** Of a test: every reader belongs to one of them. */
export const arms = ['', 'A', 'B'] as const;

export const armNames: Record<(typeof arms)[number], string> = {
  '': 'No test',
  A: 'Arm A',
  B: 'Arm B',
};

export const weekdayNames = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];

export const MAX_LINE_ITEMS = 30;

const MAX_ALTERNATIVES = 3;

/** Of a line item's conditions, one of which has to hold. */
export const alternatives = Array.from({ length: MAX_ALTERNATIVES }, (_, index) => index);

/** The form field of an alternative, counted from 0. */
export function alternativeField(alternative: number, name: string) {
  return `when-${alternative}-${name}`;
}
