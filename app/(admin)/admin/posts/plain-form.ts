import 'server-only';
import type { Actor } from '@/lib/auth/actor';
import { refused, type FormState } from '@/lib/forms/form-state';
import { lossSentence } from '@/lib/html/losses';
import type { AppError } from '@/lib/platform/errors';
import { getEditable } from '@/lib/posts/editing/drafting';
import { SaveConflict } from '@/lib/posts/editing/save-conflict';
import { keptPublishDate } from '@/lib/posts/publishing/publication-times';
import { trashPost, unpublishPost } from '@/lib/posts/publishing/unpublishing';
import { runBodyTask } from '@/lib/posts/rendering/body-worker-pool';
import { getSettings } from '@/lib/settings/queries';
import { fromWallClock, toWallClock } from '@/lib/time/site-time';
import { moved } from './action-answers';
import { wrongDate } from './publication';

/** Without a script, losses were not shown while editing. */
export async function addLossNotice(state: FormState, typed = ''): Promise<FormState> {
  const losses = lossSentence(await runBodyTask({ kind: 'losses', html: typed }));
  return losses ? { ...state, values: { ...state.values, losses } } : state;
}

/** The form as sent, with the latest version, so that it can be sent again. */
export function stillTyped(error: AppError, sent: Record<string, unknown>, reached: number, soFar = '') {
  const isConflict = error instanceof SaveConflict;
  const texts = Object.entries(sent).filter(([, value]) => value !== undefined);
  const values = Object.fromEntries(
    texts.map(([name, value]) => [name, Array.isArray(value) ? value.join(', ') : String(value ?? '')]),
  );
  const choice = isConflict ? ' Submit again to keep your version; the other stays in the revision history.' : '';
  const version = String(isConflict ? error.version : reached);
  return refused(`${soFar}${error.message}${choice}`, error.fields, { ...values, version });
}

/** A date in the past publishes at once: asks first unless the post is published already. */
export async function isUnexpectedlyPast(actor: Actor, id: string, publishAt: string) {
  const [{ state }, { timeZone }] = await Promise.all([getEditable(actor, id), getSettings()]);
  const { moment } = fromWallClock(publishAt, timeZone);
  return state !== 'Published' && moment !== null && moment.getTime() <= Date.now();
}

/** Saves, and asks whether a date in the past is meant. */
export function askAboutPast(sent: Record<string, unknown>, reached: number) {
  const sentence =
    'Saved, but not published. That date is in the past, so the post would be published at once with that date. To do that, choose “Publish now with this date” at the end of the form; to schedule it, choose a date ahead.';
  const state = stillTyped(wrongDate('publishAt', sentence), sent, reached);
  return { ...state, values: { ...state.values, isPast: 'yes' } };
}

export async function trashOrUnpublish(actor: Actor, id: string, action: 'trash' | 'unpublish') {
  await (action === 'trash' ? trashPost : unpublishPost)(actor, { id });
  const message = action === 'trash' ? 'Saved and moved to trash.' : 'Saved and reverted to draft.';
  return moved(actor, { id, message });
}

/** The plain form shows minutes only: an unchanged value keeps the exact date. */
export async function whenMeant(actor: Actor, id: string, publishAt: string) {
  const [post, { timeZone }] = await Promise.all([getEditable(actor, id), getSettings()]);
  if (!publishAt) return 'now';
  const kept = keptPublishDate(post, new Date());
  return kept && toWallClock(kept, timeZone) === publishAt.slice(0, 16) ? 'keep' : 'at';
}
