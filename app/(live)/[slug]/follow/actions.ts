'use server';

import { refresh } from 'next/cache';
import { redirect } from 'next/navigation';
import { formAction } from '@/lib/actions/form-action';
import { done, refused } from '@/lib/forms/form-state';
import { followForm, followPost } from '@/lib/notifications/following';
import { findReactableSlug } from '@/lib/reactions/queries';
import { limits } from '@/lib/users/rate-limits';
import { paths } from '@/lib/web/paths';

/** Follows a post or no longer. A visitor who is signed out is led to signing in, and back. */
export const followAction = formAction(
  { name: 'post.follow', who: 'anyone', schema: followForm, rateLimit: limits.ownAccount },
  async (wish, { actor }) => {
    if (!actor) return askToSignIn(wish.postId);
    await followPost(actor, wish);
    refresh();
    return done(wish.follow === 'yes' ? 'You follow this post.' : 'You no longer follow this post.');
  },
);

async function askToSignIn(postId: string) {
  const slug = await findReactableSlug(postId);
  if (slug === null) return refused('This post no longer exists.', {}, {});
  redirect(paths.signInTo('follow', paths.follow(slug)));
}
