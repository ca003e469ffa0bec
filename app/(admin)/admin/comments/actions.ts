'use server';

import { translatorOf } from '@/lib/i18n/translator';
import { readSettings } from '@/lib/settings/queries';
import { z } from 'zod';
import { commentIds, moderatorEditSchema } from '@/lib/comments/comment';
import { editAnyComment } from '@/lib/comments/editing';
import { pickComment, pinComment } from '@/lib/comments/highlighting';
import { lockReplies } from '@/lib/comments/locking-replies';
import { lockConversation, moderateComments, undoModeration } from '@/lib/comments/moderation';
import { moderationActions } from '@/lib/comments/policy';
import { actionDone } from '@/lib/comments/queue-filter';
import { removeWithReason } from '@/lib/comments/statements/removing';
import { removalForm } from '@/lib/comments/statements/statement';
import { formAction } from '@/lib/actions/form-action';
import { done, refused } from '@/lib/forms/form-state';
import { back, backToQueue } from './back-to-queue';

const id = z.string().min(1).max(40);
const action = z.enum(moderationActions, { error: 'Choose what to do.' });
const often = { name: 'comment-moderation', limit: 240, seconds: 60 };

/** Applies one action to one or more comments of the queue; the queue then reports the result and offers to undo it. */
export const moderateAction = formAction(
  {
    name: 'comment.moderate',
    isBulk: true,
    who: 'comments.moderate',
    schema: z.object({ id: commentIds, intent: action, back }),
    rateLimit: often,
  },
  async (input, { actor }) => {
    const result = await moderateComments(actor, input.id, input.intent);
    return backToQueue(actor, input.back, { did: input.intent, result });
  },
);

/** Undoes an earlier action. */
export const undoModerationAction = formAction(
  { name: 'comment.undo', who: 'comments.moderate', schema: z.object({ batch: id, back }), rateLimit: often },
  async (input, { actor }) => {
    const result = await undoModeration(actor, input.batch);
    return backToQueue(actor, input.back, { did: 'undo', result });
  },
);

/** The same actions on a comment's own page, which shows the result. */
export const moderateHereAction = formAction(
  {
    name: 'comment.moderate-here',
    who: 'comments.moderate',
    schema: z.object({ id, intent: action }),
    rateLimit: often,
  },
  async (input, { actor }) => {
    await moderateComments(actor, [input.id], input.intent);
    return done(actionDone[input.intent]('this comment'));
  },
);

/** Removes a comment for a reason that its author is told; its own page shows the result. */
export const removeWithReasonAction = formAction(
  { name: 'comment.remove-with-reason', who: 'comments.moderate', schema: removalForm, rateLimit: often },
  async (input, { actor }) => {
    await removeWithReason(actor, input);
    return done('The comment was removed, and its author is told why.');
  },
);

const changedSince = 'Another person changed this comment after you opened it. Save again to replace their text.';

function nowSays(text: string) {
  const line = text.replace(/\s+/g, ' ');
  return `The comment now says: “${line.length > 500 ? `${line.slice(0, 500)}…` : line}”`;
}

/** Edits the text of another person's comment; its own page shows the result. */
export const editHereAction = formAction(
  { name: 'comment.edit-any', who: 'comments.moderate', schema: moderatorEditSchema, rateLimit: often },
  async (input, { actor }) => {
    const { present } = await editAnyComment(actor, input);
    if (present !== null) return refused(changedSince, { body: nowSays(present) }, { ...input, seen: present });
    return done('The comment was edited. Readers see that it was.');
  },
);

/** Pins a comment above its thread, or takes it from there. */
export const pinCommentAction = formAction(
  {
    name: 'comment.pin',
    who: 'comments.moderate',
    schema: z.object({ id, intent: z.enum(['pin', 'unpin']) }),
    rateLimit: often,
  },
  async (input, { actor }) => {
    const on = input.intent === 'pin';
    await pinComment(actor, { id: input.id, on });
    return done(on ? 'The comment is pinned above the thread.' : 'The comment is no longer pinned.');
  },
);

/** Marks a comment as the author's pick, or no longer. */
export const pickCommentAction = formAction(
  {
    name: 'comment.pick',
    who: 'posts.write',
    schema: z.object({ id, intent: z.enum(['pick', 'unpick']) }),
    rateLimit: often,
  },
  async (input, { actor }) => {
    const on = input.intent === 'pick';
    await pickComment(actor, { id: input.id, on });
    return done(on ? 'The comment is now the author’s pick.' : 'The comment is no longer the author’s pick.');
  },
);

const lockFields = z.object({
  id,
  intent: z.enum(['lock', 'unlock']),
  reason: z.string().trim().max(200, 'Use at most 200 characters.').default(''),
});

/** What readers are shown after “This conversation is locked:”; "" to unlock it. */
async function shownReason({ intent, reason }: { intent: string; reason: string }) {
  if (intent === 'unlock') return '';
  return reason || translatorOf((await readSettings()).language)('thread.noReason');
}

/** Locks or unlocks the conversation on a post. */
export const lockThreadAction = formAction(
  { name: 'comment.lock', who: 'comments.moderate', schema: lockFields, rateLimit: often },
  async ({ id: postId, ...asked }, { actor }) => {
    const why = await shownReason(asked);
    await lockConversation(actor, postId, why);
    return done(
      why ? 'The conversation is locked. Unlock it to allow comments again.' : 'The conversation is unlocked.',
    );
  },
);

/** Locks or unlocks the replies to a comment. */
export const lockRepliesAction = formAction(
  { name: 'comment.lock-replies', who: 'comments.moderate', schema: lockFields, rateLimit: often },
  async ({ id: commentId, ...asked }, { actor }) => {
    const why = await shownReason(asked);
    await lockReplies(actor, { id: commentId, reason: why });
    return done(why ? 'Replies are locked. Unlock them to allow replies again.' : 'Replies are unlocked.');
  },
);
