import { z } from 'zod';
import { reactionKinds } from './reaction';

const kind = z.enum(reactionKinds, 'Choose one of the reactions.').optional();

/** Each button sends its kind under the name of what it does. */
export const reactionSchema = z
  .object({ postId: z.string().min(1).max(40), add: kind, remove: kind, here: z.string().max(3).default('') })
  .refine(({ add, remove }) => (add === undefined) !== (remove === undefined), 'Choose one of the reactions.')
  .transform(({ postId, add, remove, here }) => ({
    postId,
    kind: add ?? remove ?? 'like',
    isAdded: add !== undefined,
    /** Sent from the page of the reader's own reactions. */
    isHere: here !== '',
  }));
