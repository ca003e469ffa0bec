import { z } from 'zod';

/** What the owner decides, with the defaults of a new site. Stored as one row per key. */
export const settingsSchema = z.object({
  siteName: z.string().trim().min(1, 'Give the site a name.').max(120).catch('Masthead'),
  tagline: z.string().trim().max(240).catch(''),
  /** BCP 47, e.g. "en" or "de-AT". */
  language: z.string().refine(isLanguage, 'That is no language tag such as "en" or "de-AT".').catch('en'),
  /** IANA name, e.g. "Europe/Vienna". */
  timeZone: z.string().refine(isTimeZone, 'That is no time zone such as "Europe/Vienna".').catch('UTC'),
  /** Hue of the accent colour in OKLCH, degrees. */
  accentHue: z.coerce.number().min(0).max(360).catch(25),
  postsPerPage: z.coerce.number().int().min(1).max(50).catch(10),
  signUpOpen: z.boolean().catch(true),
  /** none: all appear at once. first: a person's first comment waits. links: comments with more than 2 links wait. all: every comment waits. */
  commentModeration: z.enum(['none', 'first', 'links', 'all']).catch('first'),
  commentForm: z.enum(['first', 'last']).catch('last'),
  /** Empty slots show "Put your ad code here" to every reader. */
  showPlaceholders: z.boolean().catch(false),
  /** Extra lines for /robots.txt. */
  robots: z.string().max(10_000).catch(''),
  adsTxt: z.string().max(100_000).catch(''),
  securityContact: z.string().max(240).catch(''),
  /** When the owner finished set-up; until then the set-up link works. ISO 8601, "" before. */
  setUpAt: z.string().catch(''),
});

export type Settings = z.output<typeof settingsSchema>;

export const defaultSettings: Settings = settingsSchema.parse({
  siteName: undefined,
  tagline: undefined,
});

function isLanguage(value: string) {
  try {
    return Intl.getCanonicalLocales(value).length === 1;
  } catch {
    return false;
  }
}

function isTimeZone(value: string) {
  try {
    return Boolean(new Intl.DateTimeFormat('en', { timeZone: value }));
  } catch {
    return false;
  }
}
