/** What a reader must have allowed before the content of a slot loads. */
export const consents = ['none', 'functional', 'advertising'] as const;
export type Consent = (typeof consents)[number];

/** Who asks: nobody, the site's own notice, or a consent platform that is on the page. */
export const consentAskers = ['off', 'own', 'platform'] as const;
export type ConsentAsker = (typeof consentAskers)[number];

export const consentNames: Record<Consent, string> = {
  none: 'None: it stores nothing in readers’ browsers',
  functional: 'Functional: it remembers something, such as how often it was seen',
  advertising: 'Advertising: its company may recognise readers',
};

/** The need of stored content. Null stands for the careful answer, and what is the site's own needs none. */
export function consentOf({ kind, consent }: { kind: string; consent: string | null }): Consent {
  if (kind !== 'code') return 'none';
  return consents.find((one) => one === consent) ?? 'advertising';
}

/** How a need is stored: what would be assumed anyway is not. */
export function storedConsent(kind: string, consent: Consent): string | null {
  return consentOf({ kind, consent: null }) === consent ? null : consent;
}

export type LiveCode = { name: string; network: string | null; consent: Consent };

/** Networks that sell by auction: for readers in Europe they want a platform of IAB Europe's framework (TCF). */
const auctioning = ['Google AdSense', 'Google Publisher Tag', 'Media.net'];
const withoutAuction = ['EthicalAds', 'Carbon', 'Amazon', 'Revive Adserver'];

export type ConsentNeed = {
  /** Nothing that needs consent; sold by auction, so a platform is needed; not known; none of it sold by auction. */
  kind: 'nothing' | 'platform' | 'unknown' | 'no-auction';
  /** Those that the answer is about. */
  slots: readonly LiveCode[];
};

/** Whether the code of the present slots needs a consent platform. */
export function consentNeed(live: readonly LiveCode[]): ConsentNeed {
  const asking = live.filter(({ consent }) => consent !== 'none');
  if (asking.length === 0) return { kind: 'nothing', slots: [] };
  const sold = asking.filter(({ network }) => auctioning.includes(network ?? ''));
  if (sold.length > 0) return { kind: 'platform', slots: sold };
  const unknown = asking.filter(({ network }) => !withoutAuction.includes(network ?? ''));
  return unknown.length > 0 ? { kind: 'unknown', slots: unknown } : { kind: 'no-auction', slots: asking };
}
