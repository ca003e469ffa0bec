'use server';

import { refresh } from 'next/cache';
import { headers } from 'next/headers';
import { redirect } from 'next/navigation';
import type { z } from 'zod';
import { formAction, redirectTo } from '@/lib/actions/form-action';
import type { Actor } from '@/lib/auth/actor';
import { likeSchema, shownLikes } from '@/lib/comments/likes';
import { findLikeableSlug, likeComment } from '@/lib/comments/liking';
import { done, refused } from '@/lib/forms/form-state';
import { findReactableSlug } from '@/lib/reactions/queries';
import { react } from '@/lib/reactions/reacting';
import type { ReactionKind } from '@/lib/reactions/reaction';
import { reactionSchema } from '@/lib/reactions/reaction-wish';
import { paths } from '@/lib/web/paths';
import { readTranslator } from '../reads';

const likes = { name: 'comment-like', limit: 60, seconds: 60 };

type Wish = z.output<typeof likeSchema>;

/** Likes a comment from its thread, or no longer. The button of a visitor who is signed out leads to signing in, and back. */
export const likeAction = formAction(
  { name: 'comment.like', who: 'anyone', schema: likeSchema, rateLimit: likes },
  async (wish, { actor }) => {
    if (!actor) return askToSignIn(wish);
    const { comment, post, count } = await like(actor, wish);
    if (await hasScript()) return counted(await likeSentence(wish, count), count);
    // Without a script the page does not say what is liked already; the comment's own page does.
    redirect(`${paths.comment(post.slug, comment.id)}#like`);
  },
);

/** The same on the comment's own page, which says what was done. */
export const likeHereAction = formAction(
  { name: 'comment.like-here', who: 'anyone', schema: likeSchema, rateLimit: likes },
  async (wish, { actor }) => {
    if (!actor) return askToSignIn(wish);
    await like(actor, wish);
    refresh();
    return done(wish.isLiked ? 'You like this comment.' : 'You no longer like this comment.');
  },
);

/** Adds a reaction to a post or takes it away. */
export const reactAction = formAction(
  { name: 'post.react', who: 'anyone', schema: reactionSchema, rateLimit: likes },
  async ({ isHere, ...wish }, { actor }) => {
    if (!actor) return askToSignInFor(wish.postId);
    const { slug, count, hasChanged } = await react(actor, wish);
    if (await hasScript()) return counted(await reactionSentence(wish, count), count);
    // Without a script the post does not say which are the reader's own.
    redirect(hasChanged && !isHere ? `${paths.post(slug)}#reactions` : paths.reactions(slug));
  },
);

async function hasScript() {
  return (await headers()).has('next-action');
}

function counted(sentence: string, count: number) {
  return { ...done(sentence), values: { count: String(count) } };
}

async function likeSentence({ isLiked }: Wish, count: number) {
  const t = await readTranslator();
  const said = t(isLiked ? 'said.liked' : 'said.unliked');
  return count > 0 ? `${said} ${t('comment.likesNow', { count })}` : said;
}

async function reactionSentence({ kind, isAdded }: { kind: ReactionKind; isAdded: boolean }, count: number) {
  const t = await readTranslator();
  return t(isAdded ? 'reaction.added' : 'reaction.removed', { reaction: t(`reaction.${kind}`), count });
}

async function like(actor: Actor, wish: Wish) {
  const now = new Date();
  const { likes, ...rest } = await likeComment(actor, wish, now);
  return { ...rest, count: shownLikes(likes, rest.comment.createdAt, now) ?? 0 };
}

async function askToSignIn({ id }: Wish) {
  const slug = await findLikeableSlug(id);
  if (slug === null) return refused('This comment no longer exists.', {}, {});
  return redirectTo(paths.signInTo('like', paths.comment(slug, id)));
}

async function askToSignInFor(postId: string) {
  const slug = await findReactableSlug(postId);
  return slug === null
    ? refused('This post no longer exists.', {}, {})
    : redirectTo(paths.signInTo('react', paths.reactions(slug)));
}
