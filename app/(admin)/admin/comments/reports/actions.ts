'use server';

import { z } from 'zod';
import { formAction } from '@/lib/actions/form-action';
import { redirectWithAnswer } from '@/lib/actions/form-answer';
import type { Actor } from '@/lib/auth/actor';
import { commentIds } from '@/lib/comments/comment';
import { decideReports, undoModeration, type Moderated } from '@/lib/comments/moderation';
import { reportDecisions, type ReportDecision } from '@/lib/comments/policy';
import { decisionDone } from '@/lib/comments/queue-filter';
import { done } from '@/lib/forms/form-state';
import { paths } from '@/lib/web/paths';

const often = { name: 'comment-moderation', limit: 240, seconds: 60 };
const decision = z.enum(reportDecisions, { error: 'Choose what to do.' });

/** Decides the reports on one or more comments; the list then says what was done and offers to undo it. */
export const decideReportsAction = formAction(
  {
    name: 'comment.decide-reports',
    isBulk: true,
    who: 'comments.moderate',
    schema: z.object({ id: commentIds, intent: decision }),
    rateLimit: often,
  },
  async ({ id, intent }, { actor }) => backToReports(actor, intent, await decideReports(actor, id, intent)),
);

/** Undoes a decision: the comments are as before, and the reports open again. */
export const undoReportsAction = formAction(
  {
    name: 'comment.undo-reports',
    who: 'comments.moderate',
    schema: z.object({ batch: z.string().min(1).max(40) }),
    rateLimit: often,
  },
  async ({ batch }, { actor }) => backToReports(actor, 'undo', await undoModeration(actor, batch)),
);

function backToReports(actor: Actor, did: ReportDecision | 'undo', { changed, batch }: Moderated) {
  const message = decisionDone[did](changed === 1 ? 'one comment' : `${changed} comments`);
  return redirectWithAnswer(actor, paths.admin.commentReports(), { ...done(message), values: { batch, did } });
}
