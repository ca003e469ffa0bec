import type { Placement } from '@/lib/slots/placements';
import type { Position, Rules } from '@/lib/slots/slot';

/** Code that another system showed, and where; what of it cannot be carried is a sentence. */
export type FoundAd = {
  name: string;
  code: string;
  /** Null: it was placed by hand, or in a way that exists here nowhere. */
  placement: Placement | null;
  position?: Partial<Position>;
  rules?: Partial<Pick<Rules, 'minimumWords' | 'pages'>>;
  devices?: 'desktop' | 'mobile';
  notes: string[];
};

/** `left`: what cannot be imported, a sentence each. */
export type FoundAds = { system: string; ads: FoundAd[]; left: string[] };

export type AdFormat = {
  system: string;
  /** Null if the text is none of this system’s. */
  read: (text: string) => Omit<FoundAds, 'system'> | null;
};

export type Plain = { [name: string]: unknown };

export function isPlain(value: unknown): value is Plain {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function textOf(value: unknown): string {
  return typeof value === 'string' ? value : typeof value === 'number' ? String(value) : '';
}

/** "1" and true, the two ways in which exports store a ticked box. */
export function isTicked(value: unknown) {
  return value === true || value === 1 || value === '1';
}

/** A number from text, if it is whole and within the bounds. */
export function wholeIn(value: unknown, { from, to }: { from: number; to: number }): number | null {
  const number = Number(textOf(value) || Number.NaN);
  return Number.isInteger(number) && number >= from && number <= to ? number : null;
}

export const hasServerCode = (code: string) => /<\?(?:php|=)/i.test(code);
