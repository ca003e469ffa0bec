import 'server-only';
import type { Actor } from '@/lib/auth/actor';
import { AppError } from '@/lib/platform/errors';
import { requireEditable } from '../editing/post-record';
import { postStateOf } from '../visibility';
import { publishPost, type Published } from './publishing';

type Move = { id: string; version: number; publishAt: Date };

/** Gives a scheduled or published post another moment, and changes nothing else of it. */
export async function movePublication(actor: Actor, { id, version, publishAt }: Move): Promise<Published & Former> {
  const post = await requireEditable(actor, id);
  const now = new Date();
  const state = postStateOf(post, now);
  if (!post.publishAt || post.status !== 'published') {
    throw new AppError('conflict', 'This post is neither scheduled nor published, so it has no moment to change.');
  }
  if (post.pendingRevisionId !== null) {
    throw new AppError('conflict', 'This post has unpublished changes. Open it to publish them with another date.');
  }
  if (state !== 'Scheduled' && publishAt > now) {
    const sentence = 'This post is published already. A date ahead would hide it from readers: set that in the post.';
    throw new AppError('invalid', sentence, { fields: { publishAt: sentence } });
  }
  return { ...(await publishPost(actor, { id, version, publishAt })), former: post.publishAt };
}

type Former = { former: Date };
