import 'server-only';
import { can, type Actor } from '@/lib/auth/actor';
import { AppError } from '@/lib/platform/errors';
import type { PostFields } from '../fields/fields';
import { movePublication } from './moving';
import { publishPost } from './publishing';
import { postStateOf } from '../visibility';
import { saveDraft } from '../editing/drafting';
import { requireEditable, type EditablePost } from '../editing/post-record';

type QuickEdit = {
  id: string;
  version: number;
  fields: Partial<PostFields>;
  /** Null: unchanged. */ publishAt: Date | null;
};

/**
 * saved: a draft. published: readers have it. pending: it waits with other changes until these are published. `problem`:
 * why what was saved is not published.
 */
export type QuickEdited = { version: number; state: 'saved' | 'published' | 'pending'; problem: AppError | null };

/**
 * Saves some fields of a post, and publishes them if it is out without other changes. Throws SaveConflict where another person
 * saved it meanwhile.
 */
export async function quickEdit(actor: Actor, { id, version, fields, publishAt }: QuickEdit): Promise<QuickEdited> {
  const post = await requireEditable(actor, id);
  const moment = publishAt && publishAt.getTime() !== post.publishAt?.getTime() ? publishAt : null;
  if (moment) requireMovable(post, moment);
  const saved = await saveDraft(actor, { id, version, fields, kind: 'save', isLenient: false });
  const after = await requireEditable(actor, id);
  const isWaiting = post.pendingRevisionId !== null || !can(actor, 'posts.publish');
  if (post.status !== 'published') {
    if (!moment) return { version: saved.version, state: 'saved', problem: null };
    return { ...(await movePublication(actor, { id, version: saved.version, publishAt: moment })), ...done('saved') };
  }
  if (isWaiting) return { version: saved.version, ...done('pending') };
  if (after.pendingRevisionId === null && !moment) return { version: saved.version, ...done('published') };
  try {
    const at = moment ? { publishAt: moment } : {};
    const published = await publishPost(actor, { id, version: saved.version, ...at });
    return { version: published.version, ...done('published') };
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    return { version: saved.version, state: 'pending', problem: error };
  }
}

function done(state: QuickEdited['state']) {
  return { state, problem: null };
}

function requireMovable(post: EditablePost, moment: Date) {
  const now = new Date();
  const isOut = post.status === 'published' && postStateOf(post, now) !== 'Scheduled';
  if (isOut && moment > now) {
    throw wrongDate('This post is published already. A date ahead would hide it from readers: set that in the post.');
  }
  if (post.pendingRevisionId !== null) {
    throw wrongDate('This post has unpublished changes. Open it to publish them with another date.');
  }
}

function wrongDate(sentence: string) {
  return new AppError('invalid', sentence, { fields: { publishAt: sentence } });
}
