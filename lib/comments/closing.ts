import { ownClosing } from '@/lib/posts/fields/closing-choices';
import type { Settings } from '@/lib/settings/settings';

const DAY_MS = 86_400_000;

export type ClosingRule = Pick<Settings, 'commentsCloseAfter' | 'commentsCloseFrom' | 'commentsThen'>;
export type ClosingPost = { publishAt: Date | null; commentsMode: string; commentsClosing: string };
type Old = { at: Date; from: 'publication' | 'comment'; does: 'close' | 'hold' };

/**
 * What the age of a conversation does to a post whose comments are open, and when; null if nothing. What a post says for
 * itself closes; what the site says closes or holds. The last comment is asked for where the days are counted from it.
 */
export function oldAt(post: ClosingPost, site: ClosingRule, lastCommentAt: Date | null = null): Old | null {
  const { publishAt, commentsMode } = post;
  const { days, from, does } = ruleOf(post, site);
  if (days === 0 || !publishAt || commentsMode !== 'open') return null;
  const start = from === 'comment' && lastCommentAt && lastCommentAt > publishAt ? lastCommentAt : publishAt;
  return { at: new Date(start.getTime() + days * DAY_MS), from, does };
}

/** The post and the moderation of its comments as they are now, and when comments close if nothing happens. */
export function stateOf<P extends ClosingPost>(post: P, old: Old | null, now: Date) {
  const isOld = old !== null && old.at <= now;
  const isClosed = isOld && old.does === 'close';
  return {
    post: isClosed ? { ...post, commentsMode: 'closed' } : post,
    holdsAll: isOld && old.does === 'hold',
    closesAt: old?.does === 'close' ? old.at : null,
  };
}

function ruleOf({ commentsClosing }: ClosingPost, site: ClosingRule) {
  const own = ownClosing(commentsClosing);
  if (own) return { ...own, does: 'close' as const };
  return { days: site.commentsCloseAfter, from: site.commentsCloseFrom, does: site.commentsThen };
}
