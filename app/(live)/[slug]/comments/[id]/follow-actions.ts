'use server';

import { refresh } from 'next/cache';
import { redirect } from 'next/navigation';
import { formAction } from '@/lib/actions/form-action';
import { findLikeableSlug } from '@/lib/comments/liking';
import { done, refused } from '@/lib/forms/form-state';
import { followReplies, followRepliesForm } from '@/lib/notifications/following';
import { limits } from '@/lib/users/rate-limits';
import { paths } from '@/lib/web/paths';

/** Follows the replies to a comment or no longer. A visitor who is signed out is led to signing in, and back. */
export const followRepliesAction = formAction(
  { name: 'comment.follow', who: 'anyone', schema: followRepliesForm, rateLimit: limits.ownAccount },
  async (wish, { actor }) => {
    if (!actor) return askToSignIn(wish.commentId);
    await followReplies(actor, wish);
    refresh();
    return done(wish.follow === 'yes' ? 'You follow the replies.' : 'You no longer follow the replies.');
  },
);

async function askToSignIn(commentId: string) {
  const slug = await findLikeableSlug(commentId);
  if (slug === null) return refused('This comment no longer exists.', {}, {});
  redirect(paths.signInTo('follow', paths.comment(slug, commentId)));
}
