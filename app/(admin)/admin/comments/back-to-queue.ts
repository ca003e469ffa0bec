import 'server-only';
import { z } from 'zod';
import { redirectWithAnswer } from '@/lib/actions/form-answer';
import type { Actor } from '@/lib/auth/actor';
import type { Moderated } from '@/lib/comments/moderation';
import type { ModerationAction } from '@/lib/comments/policy';
import { actionDone, parseQueueFilter, queueQuery, type QueueFilter } from '@/lib/comments/queue-filter';
import { done } from '@/lib/forms/form-state';
import { paths } from '@/lib/web/paths';

/** The filter to return to, rebuilt so that it cannot redirect elsewhere. */
export const back = z
  .string()
  .max(600)
  .default('')
  .transform((query) => parseQueueFilter(Object.fromEntries(new URLSearchParams(query))));

type Did = { did: ModerationAction | 'undo'; result: Moderated; also?: string };

/** To the queue, which says what was done and offers to undo it. */
export function backToQueue(
  actor: Actor,
  filter: QueueFilter,
  { did, result: { changed, batch }, also }: Did,
): Promise<never> {
  const message = actionDone[did](changed === 1 ? 'one comment' : `${changed} comments`);
  const said = done([message, also].filter(Boolean).join(' '));
  return redirectWithAnswer(actor, queueAt(filter), { ...said, values: { batch, did } });
}

/** The first page of the queue with a filter: what was decided may have left the list. */
export function queueAt(filter: QueueFilter) {
  return paths.admin.comments(queueQuery({ ...filter, after: '' }));
}
