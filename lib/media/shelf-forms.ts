import { z } from 'zod';

const id = z.string().max(64);
const intent = z.enum(['delete', 'restore']);

/** Removes one item from the library, or restores it. */
export const shelfForm = z.object({ id, intent });

/** The same of those that are selected. */
export const shelfBulkForm = z.object({
  intent,
  id: z.preprocess(
    (ids) => (typeof ids === 'string' ? [ids] : (ids ?? [])),
    z.array(id).min(1, 'Select at least one first.').max(100, 'Please choose at most 100 at a time.'),
  ),
});
