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
import { changesOf, shownIn, ticked, type SettingsSectionName } from './sections';
import { settingsRules, type Settings } from './settings';

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

/**
 * Stores what a form changes of its section, and nothing else of it: `shown` are the values with which the form was
 * made. Refuses to replace what another person changed since.
 */
export async function changeSection(
  actor: Actor,
  section: SettingsSectionName,
  { wanted, shown }: { wanted: Partial<Settings>; shown: string },
): Promise<{ changed: string[]; conflicts: string[]; shown: string }> {
  requireCapability(actor, 'settings.edit');
  const present = await getSettings();
  const { changes, conflicts } = changesOf(section, { wanted, shown, present });
  if (conflicts.length > 0) return { changed: [], conflicts, shown: shownIn(section, present) };
  const changed = await applySettings(actor, changes);
  return { changed, conflicts, shown: shownIn(section, await getSettings()) };
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

/** Stores changed settings; the audit log gets their names, not long texts. `unread`: what no page reads, stored and noted as changed in any case. */
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
