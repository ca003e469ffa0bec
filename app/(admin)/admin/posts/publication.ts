import 'server-only';
import { z } from 'zod';
import type { Actor } from '@/lib/auth/actor';
import { AppError } from '@/lib/platform/errors';
import type { FormState } from '@/lib/forms/form-state';
import { findProblems } from '@/lib/posts/editing/drafting';
import { postFieldDefinitions } from '@/lib/posts/fields/fields';
import { publishPost, type Published } from '@/lib/posts/publishing/publishing';
import { getSettings } from '@/lib/settings/queries';
import { fromWallClock, shortMoment, zoneAt } from '@/lib/time/site-time';
import { moved } from './action-answers';
import { readEditorFields } from './editor-post';

export const target = z.object({ id: z.string().min(1).max(64) });
export const versioned = target.extend({ version: z.coerce.number().int().positive() });
export const wallClock = z.string().max(40).default('');
export const publication = versioned.extend({
  /** keep: its date, or now if it has none. */
  when: z.enum(['now', 'keep', 'at']).default('keep'),
  publishAt: wallClock,
  /** Absent: unchanged. Empty: removed. */
  unpublishAt: z.string().max(40).nullable().default(null),
});
/** The post's fields, as the editor shows them. */
export const publicationAsTyped = publication.catchall(z.unknown());

type Publication = z.output<typeof publication>;

/** Publishes the saved text, unless a field that was sent along could not be saved with it. */
export async function publishAsTyped(actor: Actor, input: z.output<typeof publicationAsTyped>) {
  const { fields, problems } = await readEditorFields(actor, input.id, input);
  const refused = { ...problems, ...(await findProblems(actor, input.id, fields)) };
  if (Object.keys(refused).length > 0) throw notPublished('Not published.', refused);
  return publish(actor, input);
}

/** Publishes the saved text at the time that the form names. */
export async function publish(actor: Actor, input: Publication): Promise<FormState> {
  const { timeZone } = await getSettings();
  const { moment, note } = readMoment('publishAt', input.when === 'at' ? input.publishAt : '', timeZone);
  const end =
    input.unpublishAt === null ? {} : { unpublishAt: readMoment('unpublishAt', input.unpublishAt, timeZone).moment };
  if (input.when === 'at' && !moment) throw wrongDate('publishAt', 'Choose a publish date.');
  const { id, version } = input;
  const times = input.when === 'keep' ? end : { publishAt: moment ?? new Date(), ...end };
  const published = await publishPost(actor, { id, version, ...times });
  const message = publishedMessage(published, timeZone, note);
  return moved(actor, { id, message, undo: 'unpublish', slug: published.slug });
}

function publishedMessage({ state, publishAt }: Published, timeZone: string, note: string) {
  if (state !== 'Scheduled') return 'Published. Readers can see it now.';
  const when = `Scheduled for ${shortMoment(publishAt, { timeZone })} (${zoneAt(publishAt, timeZone)}).`;
  const notes: Record<string, string> = {
    skipped: ' The hour you chose is skipped when the clocks change, so it is an hour later.',
    repeated: ' That hour occurs twice when the clocks change; the first one is used.',
  };
  return `${when}${notes[note] ?? ''}`;
}

function readMoment(field: string, text: string, timeZone: string) {
  if (!text) return { moment: null, note: '' };
  const read = fromWallClock(text, timeZone);
  if (!read.moment) throw wrongDate(field, 'Enter a valid date and time, such as 24 November 2026, 09:00.');
  return read;
}

/** Nothing is published while what was typed is not what would be published. */
export function notPublished(soFar: string, fields: Record<string, string>) {
  return new AppError('invalid', `${soFar} Correct this first: ${labelsOf(fields)}.`, { fields });
}

/** "Tags, URL slug" */
export function labelsOf(fields: Record<string, string>) {
  const known = new Map(Object.entries(postFieldDefinitions).map(([name, { label }]) => [name, label]));
  return Object.keys(fields)
    .map((name) => known.get(name) ?? name)
    .join(', ');
}

export function wrongDate(field: string, sentence: string) {
  return new AppError('invalid', sentence, { fields: { [field]: sentence } });
}
