'use server';

import { z } from 'zod';
import { formAction } from '@/lib/actions/form-action';
import { redirectWithAnswer } from '@/lib/actions/form-answer';
import { done, refused } from '@/lib/forms/form-state';
import { paths } from '@/lib/web/paths';
import { limits } from '@/lib/users/rate-limits';
import { runTagBulk } from '@/lib/posts/tagging/bulk-tags';
import { deleteTag, describeTag, mergeTags, renameTag } from '@/lib/posts/tagging/tag-changes';

const staff = { who: 'posts.edit-any', rateLimit: limits.staff } as const;

export const renameTagAction = formAction(
  {
    name: 'tag.rename',
    schema: z.object({ id: z.string(), name: z.string(), slug: z.string().max(300).optional() }),
    ...staff,
  },
  async ({ slug = '', ...input }, { actor }) => {
    await renameTag(actor, { ...input, slug });
    return done('Renamed. The old address redirects to the new one.');
  },
);

export const describeTagAction = formAction(
  { name: 'tag.describe', schema: z.object({ id: z.string(), description: z.string() }), ...staff },
  async (input, { actor }) => {
    await describeTag(actor, input);
    return done('Description saved.');
  },
);

export const mergeTagsAction = formAction(
  { name: 'tag.merge', schema: z.object({ id: z.string(), into: z.string() }), ...staff },
  async (input, { actor }) => {
    const { id, undo } = await mergeTags(actor, input);
    const said = done('The tags were merged, and the old address redirects here.');
    return redirectWithAnswer(actor, paths.admin.tag(id), undo ? { ...said, values: undoValues([undo]) } : said);
  },
);

export const deleteTagAction = formAction(
  { name: 'tag.delete', schema: z.object({ id: z.string() }), ...staff },
  async ({ id }, { actor }) => {
    const { undo } = await deleteTag(actor, id);
    const said = done('The tag was deleted.');
    return redirectWithAnswer(actor, paths.admin.tags(), undo ? { ...said, values: undoValues([undo]) } : said);
  },
);

const chosen = z.preprocess(
  (ids) => (typeof ids === 'string' ? [ids] : (ids ?? [])),
  z.array(z.string().max(64)).min(1, 'Select at least one first.').max(100, 'Please choose at most 100 at a time.'),
);

/** Merges or deletes the selected tags; of an undo, `id` are the removals. */
export const runTagBulkAction = formAction(
  {
    name: 'tag.bulk',
    isBulk: true,
    schema: z.object({
      intent: z.enum(['merge', 'delete', 'undo']),
      id: chosen,
      into: z.string().max(1_000).default(''),
    }),
    ...staff,
  },
  async ({ intent: action, id: ids, into }, { actor }) => {
    const { done: count, failed, undo } = await runTagBulk(actor, { action, ids, into });
    const [first] = failed;
    if (count === 0 && first) return refused(first, {}, { into });
    const sentence = `${bulkWords[action]}: ${count}.`;
    const others = `${sentence} Not changed: ${failed.length}. ${first}`;
    return { ...done(first ? others : sentence), values: undo.length > 0 ? undoValues(undo) : {} };
  },
);

const bulkWords = { merge: 'Tags merged', delete: 'Tags deleted', undo: 'Tags restored' };

function undoValues(undo: readonly string[]) {
  return { undo: 'undo', undoIds: undo.join(',') };
}
