import { z } from 'zod';

/** What a reader must have allowed before code of the site runs. */
export const siteCodeNeeds = ['none', 'analytics', 'advertising'] as const;
export type SiteCodeNeed = (typeof siteCodeNeeds)[number];

export const MAX_SITE_CODES = 5;
/** In characters. */
export const MAX_SITE_CODE = 20_000;

const siteCode = z.object({
  id: z.uuid(),
  name: z.string().min(1).max(80),
  code: z.string().min(1).max(MAX_SITE_CODE),
  /** Names its text in the address at which readers' browsers ask for it. */
  hash: z.string().regex(/^[0-9a-f]{16}$/),
  need: z.enum(siteCodeNeeds),
  isOn: z.boolean(),
});

export type SiteCode = z.output<typeof siteCode>;

/** Code that runs in every page that readers see (lib/site-code). */
export const siteCodeRules = { siteCode: z.array(siteCode).max(MAX_SITE_CODES) };
