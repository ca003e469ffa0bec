import 'server-only';
import type { Actor } from '@/lib/auth/actor';
import { requireCapability } from '@/lib/auth/guards';
import { transaction } from '@/lib/database/db';
import { emit } from '@/lib/events/emit';
import { AppError } from '@/lib/platform/errors';
import { fromWallClock, toWallClock } from '@/lib/time/site-time';
import { requireEditable, type EditablePost } from '../editing/post-record';
import { postStateOf } from '../visibility';
import { publishPost } from './publishing';

type Move = { id: string; version: number; publishAt: Date };
type DayMove = { id: string; version: number; day: string; timeZone: string };

/** `former`: the moment before, for an undo. `note`: what the clocks, which change that day, did to the hour. */
export type MovedPublication = {
  version: number;
  publishAt: Date;
  former: Date;
  note: '' | 'skipped' | 'repeated';
};

/** Gives a scheduled or published post, or a draft with a date, another moment, and changes nothing else of it. */
export async function movePublication(actor: Actor, { id, version, publishAt }: Move): Promise<MovedPublication> {
  const post = await requireEditable(actor, id);
  const former = requireMoment(post);
  const now = new Date();
  if (postStateOf(post, now) !== 'Scheduled' && post.status === 'published' && publishAt > now) {
    const sentence = 'This post is published already. A date ahead would hide it from readers: set that in the post.';
    throw new AppError('invalid', sentence, { fields: { publishAt: sentence } });
  }
  return { ...(await setMoment(actor, post, { version, publishAt })), former, note: '' };
}

/** Moves a scheduled post or a draft with a date to another day, at the same time of day in the site’s time zone. */
export async function moveToDay(actor: Actor, { id, version, day, timeZone }: DayMove): Promise<MovedPublication> {
  const post = await requireEditable(actor, id);
  const former = requireMoment(post);
  const now = new Date();
  if (post.status === 'published' && postStateOf(post, now) !== 'Scheduled') {
    throw new AppError(
      'conflict',
      'This post is published already, so it stays on its day. Open it to change its date.',
    );
  }
  const { moment, note } = fromWallClock(`${day}T${toWallClock(former, timeZone).slice(11)}`, timeZone);
  if (!moment) throw wrongDay('Choose a day of the calendar.');
  if (moment <= now) throw wrongDay('That is in the past. Choose a day ahead; nothing was moved.');
  return { ...(await setMoment(actor, post, { version, publishAt: moment })), former, note };
}

function requireMoment(post: EditablePost) {
  const isPlanned = ['published', 'draft', 'review'].includes(post.status);
  if (!post.publishAt || !isPlanned) {
    throw new AppError('conflict', 'This post is neither scheduled nor published, so it has no moment to change.');
  }
  if (post.pendingRevisionId !== null) {
    throw new AppError('conflict', 'This post has unpublished changes. Open it to publish them with another date.');
  }
  return post.publishAt;
}

async function setMoment(actor: Actor, post: EditablePost, wanted: { version: number; publishAt: Date }) {
  const { publishAt } = wanted;
  if (post.status === 'published') {
    const { version } = await publishPost(actor, { id: post.id, ...wanted });
    return { version, publishAt };
  }
  requireCapability(actor, 'posts.publish');
  return transaction(async (tx) => {
    const { count } = await tx.post.updateMany({
      where: { id: post.id, version: wanted.version, status: post.status },
      data: { publishAt, version: { increment: 1 } },
    });
    if (count === 0) {
      throw new AppError('conflict', 'This post was saved somewhere else in the meantime. Reload the calendar first.');
    }
    emit(tx, { type: 'post.saved', actorId: actor.id, postId: post.id, kind: 'save' });
    return { version: wanted.version + 1, publishAt };
  });
}

function wrongDay(sentence: string) {
  return new AppError('invalid', sentence, { fields: { day: sentence } });
}
