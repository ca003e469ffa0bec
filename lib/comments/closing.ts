import type { Settings } from '@/lib/settings/settings';

const DAY_MS = 86_400_000;

export type ClosingRule = Pick<Settings, 'commentsCloseAfter' | 'commentsThen'>;
type Post = { publishAt: Date | null; commentsMode: string };

/** When a post stops accepting comments because of its age, or null. */
export function closesAt(post: Post, { commentsCloseAfter, commentsThen }: ClosingRule): Date | null {
  return commentsThen === 'close' ? endOf(post, commentsCloseAfter) : null;
}

/** The post with the comments mode that its age gives it. Only an open conversation closes by itself. */
export function withClosing<P extends Post>(post: P, rule: ClosingRule, now: Date): P {
  return isPast(closesAt(post, rule), now) ? { ...post, commentsMode: 'closed' } : post;
}

/** Which comments of this post need approval: all of them when it is old and the site holds those. */
export function moderationAt(
  post: Post,
  rule: ClosingRule & Pick<Settings, 'commentModeration'>,
  now: Date,
): Settings['commentModeration'] {
  const holds = rule.commentsThen === 'hold' && isPast(endOf(post, rule.commentsCloseAfter), now);
  return holds ? 'all' : rule.commentModeration;
}

function endOf({ publishAt, commentsMode }: Post, days: number) {
  return days > 0 && publishAt && commentsMode === 'open' ? new Date(publishAt.getTime() + days * DAY_MS) : null;
}

function isPast(moment: Date | null, now: Date) {
  return moment !== null && moment <= now;
}
