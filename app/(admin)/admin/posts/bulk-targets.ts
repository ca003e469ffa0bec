import 'server-only';
import { z } from 'zod';
import { bulkActions, type BulkTarget } from '@/lib/posts/publishing/bulk';
import { scheduleFields } from '@/lib/posts/publishing/bulk-schedule';

/** The form of a list of posts: an action for all that are selected, or, in the menu of a row, for that one alone. */
export const bulkForm = z.preprocess(
  (form) => {
    const { row, ...others } = form as Record<string, unknown>;
    const [, intent, id] = /^(\w+):(.+)$/.exec(typeof row === 'string' ? row : '') ?? [];
    return intent ? { ...others, intent, id } : others;
  },
  z.object({
    intent: z.enum([...bulkActions, 'duplicate']),
    id: z.preprocess(
      (ids) => (typeof ids === 'string' ? [ids] : (ids ?? [])),
      z.array(z.string().max(100)).min(1, 'Select at least one first.').max(500),
    ),
    tag: z.string().max(200).default(''),
    ...scheduleFields,
  }),
);

/** A post in a form, with its publish time if an undo restores a schedule: "id@2027-03-01T09:00:00Z". */
export function readTarget(value: string): BulkTarget {
  const [id = '', moment = ''] = value.split('@');
  const at = new Date(moment);
  return { id, at: Number.isNaN(at.getTime()) ? null : at };
}

export function writeTarget({ id, at }: BulkTarget) {
  return at ? `${id}@${at.toISOString()}` : id;
}
