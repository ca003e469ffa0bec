'use server';

import { z } from 'zod';
import { formAction } from '@/lib/actions/form-action';
import { moderateComments, undoModeration } from '@/lib/comments/moderation';
import { actionDone } from '@/lib/comments/queue-filter';
import { dismissOnboarding } from '@/lib/dashboard/dismissing';
import { done } from '@/lib/forms/form-state';

/** Approves a comment on the dashboard, or takes that back. */
export const approveCommentAction = formAction(
  {
    name: 'comment.approve-on-dashboard',
    who: 'comments.moderate',
    // Of an approval the comment, of an undo the approval.
    schema: z.object({ id: z.string().min(1).max(40), intent: z.enum(['approve', 'undo']) }),
    rateLimit: { name: 'comment-moderation', limit: 240, seconds: 60 },
  },
  async ({ id, intent }, { actor }) => {
    if (intent === 'undo') {
      await undoModeration(actor, id);
      return done(actionDone.undo('one comment'));
    }
    const { batch } = await moderateComments(actor, [id], 'approve');
    return { ...done(actionDone.approve('one comment')), values: { undo: 'undo', undoIds: batch } };
  },
);

/** Hides the first steps from the actor's dashboard, or shows them again. */
export const dismissOnboardingAction = formAction(
  {
    name: 'onboarding.dismiss',
    who: 'admin.enter',
    schema: z.object({ intent: z.enum(['hide', 'show']) }),
    rateLimit: { name: 'onboarding.dismiss', limit: 60, seconds: 600 },
  },
  async ({ intent }, { actor }) => {
    await dismissOnboarding(actor, { on: intent === 'hide' });
    if (intent === 'show') return done('The first steps are shown again.');
    return { ...done('The first steps are hidden.'), values: { undo: 'show' } };
  },
);
