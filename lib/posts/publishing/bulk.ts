import 'server-only';
import type { Actor } from '@/lib/auth/actor';
import { requireCapability } from '@/lib/auth/guards';
import { AppError } from '@/lib/platform/errors';
import { together } from '@/lib/events/emit';
import { tagPost } from '../tagging/bulk-tagging';
import { requireEditable } from '../editing/post-record';
import { publishPost, type Changed } from './publishing';
import { deletePost, restorePost, trashPost, unpublishPost } from './unpublishing';
import { postStateOf } from '../visibility';

export const bulkActions = [
  'publish',
  'unpublish',
  'trash',
  'restore',
  'delete',
  'tag',
  'untag',
  'schedule',
  'unschedule',
] as const;
export type BulkAction = (typeof bulkActions)[number];

/** `at`: when it is published; of an undo, when it was to be. */
export type BulkTarget = { id: string; at?: Date | null };

type One = (actor: Actor, target: BulkTarget, tag: string) => Promise<Changed & { type?: string }>;

const actions: Record<BulkAction, One> = {
  publish: async (actor, { id, at }) => {
    const { version } = await requireEditable(actor, id);
    return publishPost(actor, { id, version, ...(at ? { publishAt: at } : {}) });
  },
  unpublish: (actor, { id }) => unpublishPost(actor, { id }),
  trash: (actor, { id }) => trashPost(actor, { id }),
  restore: (actor, { id }) => restorePost(actor, { id }),
  delete: (actor, { id }) => deletePost(actor, { id }),
  tag: (actor, { id }, tag) => tagPost(actor, { id, tag, adds: true }),
  untag: (actor, { id }, tag) => tagPost(actor, { id, tag, adds: false }),
  schedule: async (actor, { id, at }) => {
    const post = await requireEditable(actor, id);
    if (!['Draft', 'In review', 'Scheduled'].includes(postStateOf(post, new Date()))) {
      throw new AppError('conflict', 'It is published already, or in the trash: only others get a publish date here.');
    }
    return { ...(await publishPost(actor, { id, version: post.version, publishAt: at ?? null })), type: post.type };
  },
  unschedule: async (actor, { id, at }) => {
    const { type, version } = await requireEditable(actor, id);
    return {
      ...(await (at ? publishPost(actor, { id, version, publishAt: at }) : unpublishPost(actor, { id }))),
      type,
    };
  },
};

/** Permanent deletion has no undo, nor has an undo of dates. */
const undoing: Record<BulkAction, BulkAction | null> = {
  publish: 'unpublish',
  unpublish: 'publish',
  trash: 'restore',
  restore: 'trash',
  delete: null,
  tag: 'untag',
  untag: 'tag',
  schedule: 'unschedule',
  unschedule: null,
};

export type BulkResult = {
  done: string[];
  /** How many of them are pages, where dates are set or undone. */
  pages: number;
  failed: { id: string; why: string }[];
  undo: { action: BulkAction; targets: BulkTarget[] } | null;
};

export type Bulk = { action: BulkAction; targets: readonly BulkTarget[]; tag?: string };

/** Applies an action to each post independently: a failure does not stop the others. */
export async function runBulk(actor: Actor, bulk: Bulk): Promise<BulkResult> {
  requireCapability(actor, 'posts.write');
  if (bulk.targets.length > 500) throw new AppError('invalid', 'Please choose at most 500 at a time.');
  return together(() => applyToEach(actor, bulk));
}

async function applyToEach(actor: Actor, { action, targets, tag = '' }: Bulk): Promise<BulkResult> {
  const result: BulkResult = { done: [], pages: 0, failed: [], undo: null };
  const back: BulkTarget[] = [];
  for (const target of new Map(targets.map((one) => [one.id, one])).values()) {
    try {
      const undo = await undoTarget(actor, action, target.id);
      const { type } = await actions[action](actor, target, tag);
      result.done.push(target.id);
      if (type === 'page') result.pages += 1;
      back.push(undo);
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      result.failed.push({ id: target.id, why: error.message });
    }
  }
  const undo = undoing[action];
  if (undo && back.length > 0) result.undo = { action: undo, targets: back };
  return result;
}

/** The date of a scheduled post, which undo needs because drafts lose it. */
export async function scheduleOf(actor: Actor, id: string): Promise<Date | null> {
  const post = await requireEditable(actor, id);
  return postStateOf(post, new Date()) === 'Scheduled' ? post.publishAt : null;
}

async function undoTarget(actor: Actor, action: BulkAction, id: string): Promise<BulkTarget> {
  return action === 'unpublish' || action === 'schedule' ? { id, at: await scheduleOf(actor, id) } : { id };
}
