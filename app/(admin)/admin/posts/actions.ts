'use server';

import { refresh } from 'next/cache';
import { redirect } from 'next/navigation';
import { z } from 'zod';
import type { Actor } from '@/lib/auth/actor';
import { env } from '@/lib/platform/env';
import { AppError } from '@/lib/platform/errors';
import { formAction } from '@/lib/actions/form-action';
import { done, refused, type FormState } from '@/lib/forms/form-state';
import { lossSentence } from '@/lib/html/losses';
import { splitLooseText } from '@/lib/html/paragraphs';
import { paths } from '@/lib/web/paths';
import { runBulk, bulkActions, scheduleOf, type BulkTarget } from '@/lib/posts/publishing/bulk';
import { runBodyTask } from '@/lib/posts/rendering/body-worker-pool';
import { createDraft, discardPending, getEditable, restoreRevision, saveDraft } from '@/lib/posts/editing/drafting';
import { postTypes } from '@/lib/posts/post';
import { postFields } from '@/lib/posts/fields/post-fields';
import { createPreviewLink, revokePreviewLinks } from '@/lib/posts/previews/preview-links';
import { publishPost, type Published } from '@/lib/posts/publishing/publishing';
import { SaveConflict } from '@/lib/posts/editing/save-conflict';
import { restorePost, trashPost, unpublishPost } from '@/lib/posts/publishing/unpublishing';
import { getSettings } from '@/lib/settings/queries';
import { fromWallClock, shortMoment, toWallClock, zoneAt } from '@/lib/time/site-time';
import { bulkSentence } from './bulk-sentence';
import { fromEditorFields, toEditorFields } from './editor-post';
import { outOfTrash } from './out-of-trash';

const often = { name: 'post.write', limit: 300, seconds: 600 };
const target = z.object({ id: z.string().min(1).max(64) });
const versioned = target.extend({ version: z.coerce.number().int().positive() });
const wallClock = z.string().max(40).default('');
const publication = versioned.extend({
  /** keep: its date, or now if it has none. */
  when: z.enum(['now', 'keep', 'at']).default('keep'),
  publishAt: wallClock,
  /** Absent: unchanged. Empty: removed. */
  unpublishAt: z.string().max(40).nullable().default(null),
});

export const createDraftAction = formAction(
  {
    name: 'post.create',
    who: 'posts.write',
    rateLimit: { name: 'post.create', limit: 60, seconds: 3600 },
    schema: z.object({ type: z.enum(postTypes), title: z.string().max(10_000).default('') }),
  },
  async ({ type, title }, { actor }) => {
    const { id, version } = await createDraft(actor, { type });
    if (title.trim()) await saveDraft(actor, { id, version, fields: { title }, kind: 'autosave' });
    redirect(paths.admin.post(id));
  },
);

export const publishAction = formAction(
  { name: 'post.publish', who: 'posts.write', rateLimit: often, schema: publication },
  async (input, { actor }) => publish(actor, input),
);

export const unpublishAction = formAction(
  { name: 'post.unpublish', who: 'posts.write', rateLimit: often, schema: target },
  async ({ id }, { actor }) => {
    const schedule = await scheduleOf(actor, id);
    await unpublishPost(actor, { id });
    const message = 'Reverted to draft. Readers no longer see it.';
    const state = await moved(actor, { id, message, undo: 'publish' });
    if (!schedule) return state;
    const { timeZone } = await getSettings();
    return { ...state, values: { ...state.values, undoAt: toWallClock(schedule, timeZone) } };
  },
);

export const trashAction = formAction(
  { name: 'post.trash', who: 'posts.write', rateLimit: often, schema: target },
  async ({ id }, { actor }) => {
    await trashPost(actor, { id });
    return moved(actor, { id, message: 'Moved to trash.', undo: 'restore' });
  },
);

export const restoreAction = formAction(
  { name: 'post.restore', who: 'posts.write', rateLimit: often, schema: target },
  async ({ id }, { actor }) => restoreFromTrash(actor, id),
);

export const discardAction = formAction(
  { name: 'post.discard-change', who: 'posts.write', rateLimit: often, schema: target },
  async ({ id }, { actor }) => {
    await discardPending(actor, id);
    return withText(actor, id, 'The changes were discarded. You can restore them from “Revision history”.');
  },
);

export const restoreRevisionAction = formAction(
  {
    name: 'post.restore-revision',
    who: 'posts.write',
    rateLimit: often,
    schema: target.extend({ revisionId: z.string().min(1).max(64) }),
  },
  async (input, { actor }) => {
    await restoreRevision(actor, input);
    return withText(actor, input.id, 'That version was restored. The one before it is in “Revision history”.');
  },
);

export const createPreviewAction = formAction(
  {
    name: 'post.preview-link',
    who: 'posts.write',
    rateLimit: { name: 'post.preview-link', limit: 120, seconds: 3600 },
    schema: target,
  },
  async ({ id }, { actor }) => {
    const { secret } = await createPreviewLink(actor, id);
    refresh();
    return {
      ...done('The preview link was created.'),
      values: { url: new URL(paths.postPreview(secret), env().siteUrl).href },
    };
  },
);

export const revokePreviewsAction = formAction(
  { name: 'post.revoke-preview-links', who: 'posts.write', rateLimit: often, schema: target },
  async ({ id }, { actor }) => {
    const count = await revokePreviewLinks(actor, id);
    refresh();
    return done(count === 1 ? 'The preview link was revoked.' : 'The preview links were revoked.');
  },
);

export const runBulkAction = formAction(
  {
    name: 'post.bulk',
    isBulk: true,
    who: 'posts.write',
    rateLimit: { name: 'post.bulk', limit: 120, seconds: 600 },
    schema: z.object({
      act: z.enum(bulkActions),
      id: z.preprocess(
        (ids) => (typeof ids === 'string' ? [ids] : (ids ?? [])),
        z.array(z.string().max(100)).min(1, 'Select at least one first.').max(500),
      ),
      tag: z.string().max(200).default(''),
    }),
  },
  async ({ act: action, id: ids, tag }, { actor }) => {
    const result = await runBulk(actor, { act: action, targets: ids.map(readTarget), tag });
    refresh();
    const message = bulkSentence(action, result);
    if (result.done.length === 0) return refused(message, {}, { tag });
    const undoIds = result.undo?.targets.map(writeTarget).join(',') ?? '';
    return { ...done(message), values: result.undo ? { undo: result.undo.act, undoIds, undoTag: tag } : {} };
  },
);

/** The whole form of the editor without a script; `act` is the button that was pressed. */
export const savePlainAction = formAction(
  {
    name: 'post.save',
    who: 'posts.write',
    rateLimit: often,
    schema: versioned
      .extend({
        act: z.enum(['save', 'publish', 'publish-past', 'unpublish', 'trash', 'restore']),
        publishAt: wallClock,
      })
      .extend(postFields.partial().shape),
  },
  async ({ id, version, act: action, publishAt, ...sent }, { actor }) => {
    const withLosses = (state: FormState) => addLossNotice(state, sent.bodyHtml);
    let [reached, restored] = [version, ''];
    try {
      if (action === 'restore') ({ reached, restored } = await outOfTrash(actor, { id, version }));
      const { timeZone } = await getSettings();
      const written = sent.bodyHtml === undefined ? sent : { ...sent, bodyHtml: splitLooseText(sent.bodyHtml) };
      const given = Object.entries(fromEditorFields(written, timeZone)).filter(([, value]) => value !== undefined);
      const fields = Object.fromEntries(given);
      ({ version: reached } = await saveDraft(actor, { id, version: reached, fields, kind: 'save' }));
      if (action === 'save' || action === 'restore')
        return await withLosses(await moved(actor, { id, message: `${restored}Saved.` }));
      if (action === 'publish' || action === 'publish-past') {
        const when = await whenMeant(actor, id, publishAt);
        if (action === 'publish' && when === 'at' && (await isUnexpectedlyPast(actor, id, publishAt)))
          return await withLosses(askAboutPast({ ...sent, publishAt }, reached));
        return await withLosses(await publish(actor, { id, version: reached, when, publishAt, unpublishAt: null }));
      }
      return await withLosses(await trashOrUnpublish(actor, id, action));
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      return stillTyped(error, { ...sent, publishAt }, reached, restored);
    }
  },
);

/** Without a script, losses were not shown while editing. */
async function addLossNotice(state: FormState, typed = ''): Promise<FormState> {
  const losses = lossSentence(await runBodyTask({ kind: 'losses', html: typed }));
  return losses ? { ...state, values: { ...state.values, losses } } : state;
}

/** The form as sent, with the latest version, so that it can be sent again. */
function stillTyped(error: AppError, sent: Record<string, unknown>, reached: number, soFar = '') {
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
async function isUnexpectedlyPast(actor: Actor, id: string, publishAt: string) {
  const [{ state }, { timeZone }] = await Promise.all([getEditable(actor, id), getSettings()]);
  const { moment } = fromWallClock(publishAt, timeZone);
  return state !== 'Published' && moment !== null && moment.getTime() <= Date.now();
}

function askAboutPast(sent: Record<string, unknown>, reached: number) {
  const sentence =
    'Saved, but not published. That date is in the past, so the post would be published at once with that date. To do that, choose “Publish now with this date” at the end of the form; to schedule it, choose a date ahead.';
  const state = stillTyped(wrongDate('publishAt', sentence), sent, reached);
  return { ...state, values: { ...state.values, isPast: 'yes' } };
}

async function trashOrUnpublish(actor: Actor, id: string, action: 'trash' | 'unpublish') {
  await (action === 'trash' ? trashPost : unpublishPost)(actor, { id });
  const message = action === 'trash' ? 'Saved and moved to trash.' : 'Saved and reverted to draft.';
  return moved(actor, { id, message });
}

async function restoreFromTrash(actor: Actor, id: string) {
  await restorePost(actor, { id });
  return moved(actor, { id, message: 'Restored from trash.', undo: 'trash' });
}

/** The plain form shows minutes only: an unchanged value keeps the exact date. */
async function whenMeant(actor: Actor, id: string, publishAt: string) {
  const [post, { timeZone }] = await Promise.all([getEditable(actor, id), getSettings()]);
  if (!publishAt) return 'now';
  return post.publishAt && toWallClock(post.publishAt, timeZone) === publishAt.slice(0, 16) ? 'keep' : 'at';
}

async function publish(actor: Actor, input: z.output<typeof publication>): Promise<FormState> {
  const { timeZone } = await getSettings();
  const { moment, note } = readMoment('publishAt', input.when === 'at' ? input.publishAt : '', timeZone);
  const end =
    input.unpublishAt === null ? {} : { unpublishAt: readMoment('unpublishAt', input.unpublishAt, timeZone).moment };
  if (input.when === 'at' && !moment) throw wrongDate('publishAt', 'Choose a publish date.');
  const { id, version } = input;
  const times = input.when === 'keep' ? end : { publishAt: moment, ...end };
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

function wrongDate(field: string, sentence: string) {
  return new AppError('invalid', sentence, { fields: { [field]: sentence } });
}

/** A post in a form, with its publish time if an undo restores a schedule: "id@2027-03-01T09:00:00Z". */
function readTarget(value: string): BulkTarget {
  const [id = '', moment = ''] = value.split('@');
  const at = new Date(moment);
  return { id, at: Number.isNaN(at.getTime()) ? null : at };
}

function writeTarget({ id, at }: BulkTarget) {
  return at ? `${id}@${at.toISOString()}` : id;
}

type Moved = { id: string; message: string; undo?: string; slug?: string };

async function moved(actor: Actor, { id, message, undo = '', slug }: Moved): Promise<FormState> {
  refresh();
  const [post, { timeZone }] = await Promise.all([getEditable(actor, id), getSettings()]);
  const view = slug && post.state === 'Published' ? paths.post(slug) : '';
  const savedAt = shortMoment(post.savedAt, { timeZone });
  return { ...done(message), values: { version: String(post.version), savedAt, undo, ...(view ? { view } : {}) } };
}

/** Actions that replace the text in the editor return that text. */
async function withText(actor: Actor, id: string, message: string): Promise<FormState> {
  const state = await moved(actor, { id, message });
  const [{ fields }, { timeZone }] = await Promise.all([getEditable(actor, id), getSettings()]);
  return { ...state, values: { ...state.values, fields: JSON.stringify(toEditorFields(fields, timeZone)) } };
}
