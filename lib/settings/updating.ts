import 'server-only';
import { isDeepStrictEqual } from 'node:util';
import { z } from 'zod';
import { isTranslated, untranslated } from '@/lib/i18n/languages';
import type { Actor } from '@/lib/auth/actor';
import { requireCapability } from '@/lib/auth/guards';
import { hasProof } from '@/lib/auth/session-proof';
import { AppError } from '@/lib/platform/errors';
import { readDb, transaction } from '@/lib/database/db';
import { emit } from '@/lib/events/emit';
import { socialLinksForm } from './identity';
import { getSettings, storeSettings } from './queries';
import { settingsRules, type Settings } from './settings';

const ticked = z.literal('on').optional().transform(Boolean);

/** Browsers submit line breaks as CRLF. */
const unixLines = (text: string) => text.replace(/\r\n?/g, '\n');

export const settingsForm = z.object({
  siteName: settingsRules.siteName,
  tagline: settingsRules.tagline,
  language: settingsRules.language,
  timeZone: settingsRules.timeZone,
  postsPerPage: settingsRules.postsPerPage,
  signUpOpen: ticked,
  staffPasskeys: ticked,
  writeFirst: ticked,
  commentModeration: settingsRules.commentModeration,
  commentForm: settingsRules.commentForm,
  commentsCloseAfter: settingsRules.commentsCloseAfter,
  commentsCloseFrom: settingsRules.commentsCloseFrom,
  commentsThen: settingsRules.commentsThen,
  corrections: ticked,
  commentReports: ticked,
  holdAtReportPoints: settingsRules.holdAtReportPoints,
  anonymousReportsHold: ticked,
  commentOrder: settingsRules.commentOrder,
  reactionLike: ticked,
  reactionLove: ticked,
  reactionFunny: ticked,
  reactionSurprised: ticked,
  reactionSad: ticked,
  reactionThanks: ticked,
  gravatar: ticked,
  showPlaceholders: ticked,
  noCodeForSignedIn: ticked,
  refusesDenseSlots: ticked,
  consent: settingsRules.consent,
  slotReports: ticked,
  pauseAtReports: settingsRules.pauseAtReports,
  shiftBudget: settingsRules.shiftBudget,
  taskBudget: settingsRules.taskBudget,
  countsReaders: ticked,
  hidesFromSearch: ticked,
  feedContent: settingsRules.feedContent,
  notFoundText: settingsRules.notFoundText,
  verification: settingsRules.verification,
  robots: settingsRules.robots.transform(unixLines),
  securityContact: settingsRules.securityContact,
});

const footerFields = z.object({ copyright: settingsRules.copyright, footerText: settingsRules.footerText });

/** What stands in the footer: a field each, and two for each link. */
export const footerForm = z.intersection(
  footerFields,
  socialLinksForm.transform((socialLinks) => ({ socialLinks })),
);

/** How the public pages look, without the CSS of the owner, which is saved apart. */
export const looksForm = z.object({
  frontLayout: settingsRules.frontLayout,
  articleLayout: settingsRules.articleLayout,
  fontPair: settingsRules.fontPair,
  accentColour: settingsRules.accentColour,
  paper: settingsRules.paper,
  textWidth: settingsRules.textWidth,
});

export const cardsForm = z.object({ drawsCards: ticked });

export const announcementForm = z
  .object({
    announcementOn: ticked,
    announcementText: settingsRules.announcementText,
    announcementLinkText: settingsRules.announcementLinkText,
    announcementLink: settingsRules.announcementLink,
    announcementUntil: settingsRules.announcementUntil,
  })
  .refine(({ announcementOn, announcementText }) => !announcementOn || announcementText !== '', {
    path: ['announcementText'],
    error: 'Enter the announcement, or switch it off.',
  })
  .refine(({ announcementLink, announcementLinkText }) => announcementLink !== '' || announcementLinkText === '', {
    path: ['announcementLink'],
    error: 'Enter where the link leads, or leave its text empty.',
  });

/** Stores changed settings; the audit log gets their names, not long texts. */
export async function changeSettings(actor: Actor, wanted: z.output<typeof settingsForm>): Promise<string[]> {
  return applySettings(actor, wanted);
}

/** So that nobody locks themselves out. */
async function requireOwnPasskey(actor: Actor) {
  const isOwn = (await readDb.passkey.count({ where: { userId: actor.id } })) > 0;
  if (isOwn && (await hasProof(actor.sessionId))) return;
  const sentence = isOwn
    ? 'Confirm with your passkey on your account page first: otherwise you would be locked out at once.'
    : 'Add a passkey on your account page first: otherwise you would be locked out at once.';
  throw new AppError('invalid', sentence, { fields: { staffPasskeys: sentence } });
}

// One that was chosen before stays, and with it its dates.
function requireTranslated(language: string) {
  if (isTranslated(language)) return;
  throw new AppError('invalid', untranslated, { fields: { language: untranslated } });
}

/** `unread`: what no page reads, stored and noted as changed in any case. */
export async function applySettings(
  actor: Actor,
  wanted: Partial<Settings>,
  unread: Record<string, string> = {},
): Promise<string[]> {
  requireCapability(actor, 'settings.edit');
  const present = await getSettings();
  const changes: Partial<Settings> = Object.fromEntries(
    Object.entries(wanted).filter(([key, value]) => !isDeepStrictEqual(present[key as keyof Settings], value)),
  );
  const names = Object.keys({ ...changes, ...unread });
  if (names.length === 0) return [];
  if (changes.language !== undefined) requireTranslated(changes.language);
  if (changes.staffPasskeys) await requireOwnPasskey(actor);
  await transaction(async (tx) => {
    await storeSettings({ ...changes, ...unread }, tx);
    emit(tx, { type: 'settings.changed', actorId: actor.id, names });
  });
  return names;
}
