import 'server-only';
import { z } from 'zod';
import { filterHref, readFilter } from '@/components/admin/post-filter';
import type { QuickPost } from '@/components/admin/quick-edit';
import { can, type Actor } from '@/lib/auth/actor';
import { redirectWithAnswer } from '@/lib/actions/form-answer';
import { done, refused, type FormState } from '@/lib/forms/form-state';
import { AppError } from '@/lib/platform/errors';
import { getEditable } from '@/lib/posts/editing/drafting';
import { quickEdit, type QuickEdited } from '@/lib/posts/publishing/quick-editing';
import { SaveConflict } from '@/lib/posts/editing/save-conflict';
import { postTypes, type PostType } from '@/lib/posts/post';
import { getSettings } from '@/lib/settings/queries';
import { fromWallClock, toWallClock } from '@/lib/time/site-time';
import { paths } from '@/lib/web/paths';
import { readEditorFields, toEditorFields } from './editor-post';
import { versioned, wallClock, wrongDate } from './publication';

const names = ['title', 'slug', 'tags', 'authorIds', 'pinned', 'commentsMode'] as const;

export const quickForm = versioned
  .extend({ type: z.enum(postTypes), publishAt: wallClock, back: z.string().max(2_000).default('') })
  .catchall(z.unknown());

type QuickForm = z.output<typeof quickForm>;

/** A post as its row is edited in the list; null if the actor may not edit it. */
export async function readQuickPost(actor: Actor, id: string, timeZone: string): Promise<QuickPost | null> {
  const post = await getEditable(actor, id).catch(() => null);
  if (!post || post.state === 'Trash') return null;
  const { title, slug, tags, authorIds, pinned, commentsMode } = toEditorFields(post.fields, timeZone);
  return {
    id,
    type: post.type,
    version: post.version,
    title,
    slug,
    tags,
    authorIds,
    isPinned: pinned,
    commentsMode,
    publishAt: can(actor, 'posts.publish') && post.publishAt ? toWallClock(post.publishAt, timeZone) : '',
    hasPendingChange: post.hasPendingChange,
  };
}

/** Saves the row, and returns to the list; what cannot be saved comes back in its field. */
export async function saveQuickForm(actor: Actor, form: QuickForm): Promise<FormState> {
  try {
    const edited = await save(actor, form);
    if (edited.problem) return notPublished(form, edited);
    return await redirectWithAnswer(actor, listAddress(form), done(sentences[edited.state]));
  } catch (error) {
    if (error instanceof SaveConflict) return conflicting(form, error);
    if (error instanceof AppError) return refused(error.message, error.fields, typedIn(form, form.version));
    throw error;
  }
}

const sentences: Record<QuickEdited['state'], string> = {
  saved: 'Saved.',
  published: 'Saved. Readers see it now.',
  pending: 'Saved with the unpublished changes of this post. Readers see it once these are published.',
};

async function save(actor: Actor, { id, version, publishAt, ...sent }: QuickForm) {
  const own = Object.fromEntries(names.flatMap((name) => (sent[name] === undefined ? [] : [[name, sent[name]]])));
  const { fields, problems } = await readEditorFields(actor, id, own);
  if (Object.keys(problems).length > 0) throw new AppError('invalid', 'Nothing was saved.', { fields: problems });
  return quickEdit(actor, { id, version, fields, publishAt: await readDate(actor, id, publishAt) });
}

// The field shows minutes only: an unchanged one keeps the exact moment.
async function readDate(actor: Actor, id: string, typed: string) {
  if (!typed) return null;
  const [{ timeZone }, { publishAt }] = await Promise.all([getSettings(), getEditable(actor, id)]);
  if (publishAt && toWallClock(publishAt, timeZone) === typed.slice(0, 16)) return null;
  const { moment } = fromWallClock(typed, timeZone);
  if (!moment) throw wrongDate('publishAt', 'Enter a valid date and time, such as 24 November 2026, 09:00.');
  return moment;
}

function notPublished(form: QuickForm, { problem, version }: QuickEdited) {
  const fields = problem?.fields ?? {};
  return refused(`Saved, but not published. ${problem?.message ?? ''}`, fields, typedIn(form, version));
}

/** Their version of each field that differs stands beside it, and the next press keeps what was typed. */
function conflicting(form: QuickForm, { savedBy, theirs, version }: SaveConflict) {
  const others: Record<string, unknown> = { ...theirs, tags: theirs.tags.join(', ') };
  const differing = (['title', 'slug', 'tags'] as const).filter((name) => others[name] !== form[name]);
  const fields = Object.fromEntries(differing.map((name) => [name, `Saved meanwhile: “${String(others[name])}”.`]));
  const sentence = `${savedBy} saved this post in the meantime, so nothing was saved now. Save again to keep what you typed.`;
  return refused(sentence, fields, typedIn(form, version));
}

function typedIn(form: QuickForm, version: number) {
  const texts = [...names, 'publishAt' as const].flatMap((name) => {
    const value = form[name];
    if (Array.isArray(value)) return [[name, value.filter((one) => typeof one === 'string').join(', ')] as const];
    return typeof value === 'string' ? [[name, value] as const] : [];
  });
  return { ...Object.fromEntries(texts), version: String(version) };
}

// Rebuilt from what lists know, so that it leads nowhere else.
function listAddress({ type, back }: QuickForm) {
  return filterHref(baseOf(type), readFilter(Object.fromEntries(new URLSearchParams(back))));
}

export function baseOf(type: PostType) {
  return type === 'post' ? paths.admin.posts() : paths.admin.pages();
}
