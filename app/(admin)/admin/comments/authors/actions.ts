'use server';

import { z } from 'zod';
import { formAction } from '@/lib/actions/form-action';
import { redirectWithAnswer } from '@/lib/actions/form-answer';
import { hideAllBy, undoHiding } from '@/lib/comments/hiding-all';
import { liftRestriction, restrictCommenter, restrictionForm } from '@/lib/comments/restricting';
import { done } from '@/lib/forms/form-state';
import { paths } from '@/lib/web/paths';

const moderating = {
  who: 'comments.moderate',
  rateLimit: { name: 'comment-moderation', limit: 240, seconds: 60 },
} as const;

export const restrictCommenterAction = formAction(
  { name: 'commenter.restrict', schema: restrictionForm, ...moderating },
  async (input, { actor }) => {
    const { name } = await restrictCommenter(actor, input);
    return done(
      input.restriction === 'hold'
        ? `New comments by ${name} await approval.`
        : `New comments by ${name} are shown only to them and to moderators.`,
    );
  },
);

export const liftRestrictionAction = formAction(
  { name: 'commenter.lift-restriction', schema: z.object({ userId: z.string() }), ...moderating },
  async ({ userId }, { actor }) => {
    const { name } = await liftRestriction(actor, userId);
    return done(`New comments by ${name} are published as those of everybody.`);
  },
);

/** Hides all that a person has written so far; the page of the author says how far that is. */
export const hideAllAction = formAction(
  { name: 'commenter.hide-all', schema: z.object({ userId: z.string() }), ...moderating },
  async ({ userId }, { actor }) => {
    const { name, total } = await hideAllBy(actor, userId);
    const comments = total === 1 ? 'one comment' : `${total.toLocaleString('en')} comments`;
    const said = done(`Hiding ${comments} by ${name}.`);
    return redirectWithAnswer(actor, paths.admin.commentAuthor(userId), said);
  },
);

export const undoHidingAction = formAction(
  { name: 'commenter.undo-hiding', schema: z.object({ hidingId: z.string() }), ...moderating },
  async ({ hidingId }, { actor }) => {
    const { authorId } = await undoHiding(actor, hidingId);
    const said = 'Showing again the comments that were hidden together.';
    return redirectWithAnswer(actor, paths.admin.commentAuthor(authorId), done(said));
  },
);
