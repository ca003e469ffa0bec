import type { Seller } from './ads-txt';

/** The sellers that networks ask for, as far as their pasted code says whose account it is. */
export function sellersAskedFor(code: string): Seller[] {
  return [...adsenseSellers(code), ...mediaNetSellers(code)];
}

function adsenseSellers(code: string): Seller[] {
  if (!/adsbygoogle|google_ad_client|show_ads\.js/.test(code)) return [];
  const accounts = [...code.matchAll(/\b(?:ca-)?(?:[a-z]{2,8}-)?(pub-\d{10,20})\b/gi)].map(
    ([, account = '']) => account,
  );
  return [...new Set(accounts.map((account) => account.toLowerCase()))].map((account) => ({
    domain: 'google.com',
    account,
    relationship: 'DIRECT',
    certification: 'f08c47fec0942fa0',
    comment: '',
  }));
}

function mediaNetSellers(code: string): Seller[] {
  if (!/contextual\.media\.net/.test(code)) return [];
  const accounts = [...code.matchAll(/[?&;]cid=(8CU[0-9A-Z]{4,12})\b/g)].map(([, account = '']) => account);
  return [...new Set(accounts)].map((account) => ({
    domain: 'media.net',
    account,
    relationship: 'DIRECT',
    certification: '',
    comment: '',
  }));
}
