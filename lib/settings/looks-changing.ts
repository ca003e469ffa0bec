import 'server-only';
import type { Actor } from '@/lib/auth/actor';
import { requireCapability } from '@/lib/auth/guards';
import { AppError } from '@/lib/platform/errors';
import { accentColourOf } from './accent';
import { looksOf, looksShape, type LooksSettings } from './looks';
import type { Looks } from './looks-names';
import { refusalOfCss } from './own-css';
import { getSettings, storeSettings } from './queries';
import { applySettings } from './updating';

/** Changes how the public pages look, and keeps how they looked. Returns the names of what changed. */
export async function changeLooks(actor: Actor, wanted: Partial<Looks>): Promise<string[]> {
  requireCapability(actor, 'settings.edit');
  const present = await getSettings();
  const looks = looksOf(present);
  const next = { ...looks, ...wanted };
  // The form shows the colour of a hue in hexadecimal; who leaves it goes on with the hue.
  if (next.accentColour === accentColourOf({ ...present, accentColour: '' })) next.accentColour = '';
  if (JSON.stringify(next) === JSON.stringify(looks)) return [];
  const names = await applySettings(actor, { ...next, formerLooks: JSON.stringify(looks) });
  return names.filter((name) => name !== 'formerLooks');
}

/** Puts back how the pages looked before the last change; done twice, nothing has changed. */
export async function undoLooks(actor: Actor): Promise<void> {
  requireCapability(actor, 'settings.edit');
  const former = formerLooksOf(await getSettings());
  if (!former) throw new AppError('invalid', 'There is no change to undo.');
  await changeLooks(actor, former);
}

/** The looks as their form shows them: with the colour of the hue where no other was chosen, and without the CSS. */
export function shownLooksOf(settings: LooksSettings) {
  const { ownCss: _, ...looks } = looksOf(settings);
  return { ...looks, accentColour: accentColourOf(settings) };
}

export function formerLooksOf({ formerLooks }: { formerLooks: string }): Looks | null {
  if (!formerLooks) return null;
  return looksShape.safeParse(JSON.parse(formerLooks)).data ?? null;
}

type Confirm = (actor: Actor) => Promise<void>;

/** CSS can put anything anywhere on a page, so only those who may trust code save it, with their password. */
export async function saveOwnCss(actor: Actor, css: string, confirm: Confirm): Promise<string[]> {
  requireCapability(actor, 'slots.trusted-code');
  requireCss(css);
  const { ownCss } = await getSettings();
  if (css !== '' && css !== ownCss) await confirm(actor);
  const changed = await changeLooks(actor, { ownCss: css });
  await storeSettings({ ownCssDraft: '' });
  return changed;
}

/** Keeps CSS for the preview alone. */
export async function tryOwnCss(actor: Actor, css: string): Promise<void> {
  requireCapability(actor, 'slots.trusted-code');
  requireCss(css);
  await storeSettings({ ownCssDraft: css });
}

function requireCss(css: string) {
  const refusal = refusalOfCss(css);
  if (refusal) throw new AppError('invalid', refusal, { fields: { ownCss: refusal } });
}
