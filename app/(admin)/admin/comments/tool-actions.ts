'use server';

import { z } from 'zod';
import { formAction } from '@/lib/actions/form-action';
import { redirectWithAnswer } from '@/lib/actions/form-answer';
import { answerComment, answerForm } from '@/lib/comments/answering';
import { removeWithReason } from '@/lib/comments/statements/removing';
import { removalForm } from '@/lib/comments/statements/statement';
import { done } from '@/lib/forms/form-state';
import { paths } from '@/lib/web/paths';
import { back, backToQueue, queueAt } from './back-to-queue';

const moderating = {
  who: 'comments.moderate',
  rateLimit: { name: 'comment-moderation', limit: 240, seconds: 60 },
} as const;

/** The list that the row is in. */
const place = z.object({ list: z.enum(['queue', 'reports']).default('queue'), back });

/** Replies to a comment in its row of the queue; one that awaits approval is approved by it and leaves the list. */
export const replyInQueueAction = formAction(
  { name: 'comment.reply-in-queue', schema: answerForm.extend(place.shape), ...moderating },
  async ({ back: filter, list, ...input }, { actor }) => {
    const { approval, reply } = await answerComment(actor, input);
    const also = reply.status === 'approved' ? 'Your reply is posted.' : 'Your reply awaits approval.';
    if (!approval || list === 'reports') return done(also);
    return backToQueue(actor, filter, { did: 'approve', result: approval, also });
  },
);

/** Removes a comment of the list for a reason that its author is told. */
export const removeInQueueAction = formAction(
  { name: 'comment.remove-in-queue', schema: removalForm.and(place), ...moderating },
  async ({ back: filter, list, ...removal }, { actor }) => {
    await removeWithReason(actor, removal);
    const address = list === 'reports' ? paths.admin.commentReports() : queueAt(filter);
    return redirectWithAnswer(actor, address, done('The comment was removed, and its author is told why.'));
  },
);
