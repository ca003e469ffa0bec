import { isDeepStrictEqual } from 'node:util';
import { z } from 'zod';
import { settingsRules, type Settings } from './settings';

export const ticked = z.literal('on').optional().transform(Boolean);

/** Browsers submit line breaks as CRLF. */
const unixLines = (text: string) => text.replace(/\r\n?/g, '\n');

/** What is saved together, by the name of its form. */
export const settingsSections = {
  site: z.object({ siteName: settingsRules.siteName, tagline: settingsRules.tagline }),
  locale: z.object({ language: settingsRules.language, timeZone: settingsRules.timeZone }),
  permalinks: z.object({ permalinks: settingsRules.permalinks }),
  staff: z.object({ staffPasskeys: ticked }),
  lists: z.object({ postsPerPage: settingsRules.postsPerPage, feedContent: settingsRules.feedContent }),
  missing: z.object({ notFoundText: settingsRules.notFoundText }),
  counting: z.object({ countsReaders: ticked }),
  accounts: z.object({ signUpOpen: ticked, writeFirst: ticked, gravatar: ticked }),
  comments: z.object({
    commentModeration: settingsRules.commentModeration,
    commentForm: settingsRules.commentForm,
    commentOrder: settingsRules.commentOrder,
  }),
  closing: z.object({
    commentsCloseAfter: settingsRules.commentsCloseAfter,
    commentsCloseFrom: settingsRules.commentsCloseFrom,
    commentsThen: settingsRules.commentsThen,
  }),
  reports: z.object({
    commentReports: ticked,
    holdAtReportPoints: settingsRules.holdAtReportPoints,
    anonymousReportsHold: ticked,
  }),
  reactions: z.object({
    reactionLike: ticked,
    reactionLove: ticked,
    reactionFunny: ticked,
    reactionSurprised: ticked,
    reactionSad: ticked,
    reactionThanks: ticked,
  }),
  corrections: z.object({ corrections: ticked }),
  emptySlots: z.object({ showPlaceholders: ticked, refusesDenseSlots: ticked }),
  consent: z.object({ consent: settingsRules.consent, noCodeForSignedIn: ticked }),
  adReports: z.object({ slotReports: ticked, pauseAtReports: settingsRules.pauseAtReports }),
  budgets: z.object({ shiftBudget: settingsRules.shiftBudget, taskBudget: settingsRules.taskBudget }),
  search: z.object({ hidesFromSearch: ticked, robots: settingsRules.robots.transform(unixLines) }),
  verification: z.object({
    verificationGoogle: settingsRules.verificationGoogle,
    verificationBing: settingsRules.verificationBing,
    verificationYandex: settingsRules.verificationYandex,
    verificationPinterest: settingsRules.verificationPinterest,
    verificationFacebook: settingsRules.verificationFacebook,
    verificationAhrefs: settingsRules.verificationAhrefs,
    verification: settingsRules.verification,
  }),
  security: z.object({ securityContact: settingsRules.securityContact }),
};

export type SettingsSectionName = keyof typeof settingsSections;

export const settingsSectionNames = Object.keys(settingsSections) as SettingsSectionName[];

/** The values of a section as its form sends them, to be sent along with what is typed. */
export function shownIn(section: SettingsSectionName, settings: Settings): string {
  const shown = namesIn(section).map((name) => [name, sentAs(settings[name])]);
  return JSON.stringify(Object.fromEntries(shown));
}

/**
 * What a form changes: fields that are as they were shown stay as they are by now. `conflicts` are those that it would
 * change although they are not any more what was shown.
 */
export function changesOf(
  section: SettingsSectionName,
  { wanted, shown, present }: { wanted: Partial<Settings>; shown: string; present: Settings },
) {
  const before = readShown(section, shown);
  const changes: Partial<Settings> = {};
  const conflicts: (keyof Settings)[] = [];
  for (const name of namesIn(section)) {
    const isAs = (other: Partial<Settings>) => isDeepStrictEqual(wanted[name], other[name]);
    if (isAs(present) || isAs(before)) continue;
    Object.assign(changes, { [name]: wanted[name] });
    if (name in before && !isDeepStrictEqual(before[name], present[name])) conflicts.push(name);
  }
  return { changes, conflicts };
}

function namesIn(section: SettingsSectionName) {
  return Object.keys(settingsSections[section].shape) as (keyof Settings)[];
}

function sentAs(value: unknown) {
  if (typeof value === 'boolean') return value ? 'on' : '';
  return String(value);
}

function readShown(section: SettingsSectionName, shown: string): Partial<Settings> {
  const fields = parsedOr({}, shown);
  const entries = Object.entries(settingsSections[section].shape).flatMap(([name, rule]: [string, z.ZodType]) => {
    const text = fields[name];
    if (typeof text !== 'string') return [];
    const read = rule.safeParse(text === '' && typeof rule.safeParse(undefined).data === 'boolean' ? undefined : text);
    return read.success ? [[name, read.data] as const] : [];
  });
  return Object.fromEntries(entries) as Partial<Settings>;
}

function parsedOr(otherwise: Record<string, unknown>, json: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(json);
    return value !== null && typeof value === 'object' ? (value as Record<string, unknown>) : otherwise;
  } catch {
    return otherwise;
  }
}
