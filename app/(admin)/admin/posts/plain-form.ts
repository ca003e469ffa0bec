import 'server-only';
import type { Actor } from '@/lib/auth/actor';
import { z } from 'zod';
import { refused, type FormState } from '@/lib/forms/form-state';
import { lossSentence } from '@/lib/html/losses';
import { splitLooseText } from '@/lib/html/paragraphs';
import { AppError } from '@/lib/platform/errors';
import { followText } from '@/lib/notes/anchors';
import { handIn, takeBack } from '@/lib/notes/reviewing';
import { getEditable, saveDraft, type Saved } from '@/lib/posts/editing/drafting';
import { SaveConflict } from '@/lib/posts/editing/save-conflict';
import { postFieldNames } from '@/lib/posts/fields/fields';
import { keptPublishDate } from '@/lib/posts/publishing/publication-times';
import { trashPost, unpublishPost } from '@/lib/posts/publishing/unpublishing';
import { runBodyTask } from '@/lib/posts/rendering/body-worker-pool';
import { getSettings } from '@/lib/settings/queries';
import { fromWallClock, toWallClock } from '@/lib/time/site-time';
import { moved } from './action-answers';
import { readEditorFields } from './editor-post';
import { outOfTrash } from './out-of-trash';
import { labelsOf, notPublished, publish, versioned, wallClock } from './publication';

export const plainForm = versioned
  .extend({
    intent: z.enum(['save', 'publish', 'publish-past', 'unpublish', 'trash', 'restore', 'hand-in', 'take-back']),
    publishAt: wallClock,
    /** The post's status when the form was shown. */
    shown: z.string().max(40).default(''),
  })
  .catchall(z.unknown());

type PlainForm = z.output<typeof plainForm>;
type Progress = { version: number; soFar: string };

/** Saves the form and does what its button says; what cannot be saved comes back in its field. */
export async function savePlainForm(actor: Actor, form: PlainForm): Promise<FormState> {
  const progress: Progress = { version: form.version, soFar: '' };
  try {
    return await addLossNotice(await saveAndAct(actor, form, progress), form.bodyHtml);
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    return stillTyped(error, form, progress);
  }
}

async function saveAndAct(actor: Actor, form: PlainForm, progress: Progress) {
  const { id, intent: action } = form;
  if (action === 'restore') Object.assign(progress, await outOfTrash(actor, form));
  const { fields, problems: unread } = await readEditorFields(actor, id, form);
  if (fields.bodyHtml !== undefined) fields.bodyHtml = splitLooseText(fields.bodyHtml);
  const saved = await saveDraft(actor, { id, version: progress.version, fields, kind: 'save', isLenient: true });
  progress.version = saved.version;
  if (!saved.isRepeated) await followText(id);
  const problems = { ...unread, ...saved.problems };
  const isWhole = Object.keys(problems).length === 0;
  if (action === 'publish' || action === 'publish-past') {
    if (!isWhole) throw notPublished(await savedSoFar(actor, id), problems);
    return publishSaved(actor, form, saved);
  }
  const state = await (isMove(action)
    ? moveTo(actor, id, action)
    : moved(actor, { id, message: `${progress.soFar}Saved.` }));
  return isWhole ? state : withRefused(state, form, problems);
}

/** What readers see is unchanged, whether or not they see the post. */
async function savedSoFar(actor: Actor, id: string) {
  const { state } = await getEditable(actor, id);
  if (state === 'Published') return 'Saved, but readers still see the earlier version.';
  return state === 'Scheduled' ? 'Saved, but the schedule was not changed.' : 'Saved, but not published.';
}

async function publishSaved(actor: Actor, form: PlainForm, { version, isRepeated }: Saved) {
  const { id, intent: action, publishAt } = form;
  const when = await whenMeant(actor, { id, publishAt, isRepeated });
  if (isRepeated && when !== 'keep') await requireOnlySaved(actor, form, version);
  if (action === 'publish' && when === 'at' && (await isUnexpectedlyPast(actor, id, publishAt)))
    return askAboutPast(form, { version, soFar: await savedSoFar(actor, id) });
  const publication = { id, version, when, publishAt, unpublishAt: null };
  return isRepeated ? publishOnce(actor, publication) : publish(actor, publication);
}

/** A form that is sent again does not publish what was unpublished or given another date in between. */
async function requireOnlySaved(actor: Actor, form: PlainForm, version: number) {
  const isOnlySaved = version === form.version + 1 && !isOut(form.shown);
  if (!isOnlySaved || isOut((await getEditable(actor, form.id)).state)) throw sentBefore();
}

/** Two that are sent at the same time publish once. */
async function publishOnce(actor: Actor, publication: Parameters<typeof publish>[1]) {
  try {
    return await publish(actor, publication);
  } catch (error) {
    const { state, version } = await getEditable(actor, publication.id);
    if (!(error instanceof AppError) || !isOut(state)) throw error;
    return publish(actor, { ...publication, version, when: 'keep' });
  }
}

function isOut(state: string) {
  return state === 'Published' || state === 'Scheduled';
}

function sentBefore() {
  return new AppError(
    'conflict',
    'This form was sent before, and the post was changed since then. Nothing was published now: look at its status and date, then send the form again.',
  );
}

function withRefused(state: FormState, form: PlainForm, fields: Record<string, string>) {
  const labels = labelsOf(fields);
  const message = state.message.endsWith('Saved.')
    ? `${state.message.slice(0, -1)}, except: ${labels}.`
    : state.message.replace('Saved', `Saved (except: ${labels})`);
  return stillTyped(new AppError('invalid', message, { fields }), form, { version: Number(state.values.version) });
}

/** Without a script, losses were not shown while editing. */
async function addLossNotice(state: FormState, typed: unknown): Promise<FormState> {
  const html = typeof typed === 'string' ? typed : '';
  const losses = lossSentence(await runBodyTask({ kind: 'losses', html }));
  return losses ? { ...state, values: { ...state.values, losses } } : state;
}

/** The form as sent, with the latest version, so that it can be sent again. */
function stillTyped(
  error: AppError,
  sent: PlainForm,
  { version: reached, soFar = '' }: { version: number; soFar?: string },
) {
  const isConflict = error instanceof SaveConflict;
  const typed = ['publishAt', ...postFieldNames].flatMap((name) => textOf(name, sent[name]));
  const values = Object.fromEntries(typed);
  const choice = isConflict ? ' Submit again to keep your version; the other stays in the revision history.' : '';
  const version = String(isConflict ? error.version : reached);
  return refused(`${soFar}${error.message}${choice}`, error.fields, { ...values, version });
}

function textOf(name: string, value: unknown) {
  if (Array.isArray(value)) return [[name, value.filter(isText).join(', ')] as const];
  return isText(value) ? [[name, value] as const] : [];
}

function isText(value: unknown) {
  return typeof value === 'string';
}

/** A date in the past publishes at once: asks first unless the post is published already. */
async function isUnexpectedlyPast(actor: Actor, id: string, publishAt: string) {
  const [{ state }, { timeZone }] = await Promise.all([getEditable(actor, id), getSettings()]);
  const { moment } = fromWallClock(publishAt, timeZone);
  return state !== 'Published' && moment !== null && moment.getTime() <= Date.now();
}

/** Saves, and asks whether a date in the past is meant. */
function askAboutPast(sent: PlainForm, { version, soFar }: Progress) {
  const sentence =
    'That date is in the past, so the post would be published at once with that date. To do that, choose “Publish now with this date” at the end of the form; to schedule it, choose a date ahead.';
  const state = stillTyped(
    new AppError('invalid', 'Check the publish date.', { fields: { publishAt: sentence } }),
    sent,
    { version, soFar: `${soFar} ` },
  );
  return { ...state, values: { ...state.values, isPast: 'yes' } };
}

const moves = {
  trash: { run: trashPost, message: 'Saved and moved to trash.' },
  unpublish: { run: unpublishPost, message: 'Saved and reverted to draft.' },
  'hand-in': { run: handIn, message: 'Saved and submitted for review.' },
  'take-back': { run: takeBack, message: 'Saved and withdrawn. It is a draft again.' },
};

function isMove(action: PlainForm['intent']): action is keyof typeof moves {
  return action in moves;
}

async function moveTo(actor: Actor, id: string, action: keyof typeof moves) {
  const { run, message } = moves[action];
  await run(actor, { id });
  return moved(actor, { id, message });
}

type Meant = { id: string; publishAt: string; isRepeated: boolean };

/** The plain form shows minutes only: an unchanged value keeps the exact date, and so does a form sent twice. */
async function whenMeant(actor: Actor, { id, publishAt, isRepeated }: Meant): Promise<'now' | 'keep' | 'at'> {
  const [post, { timeZone }] = await Promise.all([getEditable(actor, id), getSettings()]);
  if (isRepeated && !isOut(post.state)) return publishAt ? 'at' : 'now';
  if (!publishAt) return isRepeated ? 'keep' : 'now';
  const kept = keptPublishDate(post, new Date());
  return kept && toWallClock(kept, timeZone) === publishAt.slice(0, 16) ? 'keep' : 'at';
}
