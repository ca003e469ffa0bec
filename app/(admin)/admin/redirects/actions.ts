'use server';

import { z } from 'zod';
import { formAction } from '@/lib/actions/form-action';
import { redirectWithAnswer } from '@/lib/actions/form-answer';
import { done, refused } from '@/lib/forms/form-state';
import { legacyAddresses } from '@/lib/import/importers/legacy-addresses';
import { emptyMissingAddresses, forgetAddresses } from '@/lib/redirects/forgetting';
import { importRedirects } from '@/lib/redirects/importing';
import { saveRedirect, type SavedRedirect } from '@/lib/redirects/editing';
import { redirectSchema } from '@/lib/redirects/redirect';
import { removeRedirects, restoreRedirects } from '@/lib/redirects/removing';
import { limits } from '@/lib/users/rate-limits';
import { paths } from '@/lib/web/paths';

const noFile = 'Choose a CSV file first.';
const id = z.string().min(1).max(40);
const managing = { who: 'settings.edit', rateLimit: limits.staff } as const;

export const addRedirectAction = formAction(
  { name: 'redirect.add', schema: redirectSchema, ...managing },
  async (typed, { actor }) => {
    const saved = await saveRedirect(actor, { id: null, ...typed }, legacyAddresses);
    const said = saidOf(`Added: the redirect from ${saved.from}.`, saved);
    return redirectWithAnswer(actor, paths.admin.redirects(), said);
  },
);

export const changeRedirectAction = formAction(
  { name: 'redirect.change', schema: redirectSchema.extend({ id }), ...managing },
  async (typed, { actor }) => {
    const saved = await saveRedirect(actor, typed, legacyAddresses);
    const said = saidOf(`Saved: the redirect from ${saved.from}.`, saved);
    return redirectWithAnswer(actor, paths.admin.redirects(), said);
  },
);

export const removeRedirectAction = formAction(
  { name: 'redirect.remove', schema: z.object({ id }), ...managing },
  async (input, { actor }) => {
    const { undo } = await removeRedirects(actor, [input.id]);
    const said = { ...done('The redirect was deleted.'), values: { undo: 'restore', undoIds: undo } };
    return redirectWithAnswer(actor, paths.admin.redirects(), said);
  },
);

const chosen = (longest: number) =>
  z.preprocess(
    (ids) => (typeof ids === 'string' ? [ids] : (ids ?? [])),
    z
      .array(z.string().max(longest))
      .min(1, 'Select at least one first.')
      .max(100, 'Please choose at most 100 at a time.'),
  );

/** Deletes the selected redirects; of an undo, `id` is the deletion. */
export const runRedirectBulkAction = formAction(
  {
    name: 'redirect.bulk',
    isBulk: true,
    schema: z.object({ intent: z.enum(['delete', 'restore']), id: chosen(40) }),
    ...managing,
  },
  async ({ intent, id: ids }, { actor }) => {
    if (intent === 'delete') {
      const { count, undo } = await removeRedirects(actor, ids);
      return { ...done(`Redirects deleted: ${count}.`), values: { undo: 'restore', undoIds: undo } };
    }
    const { count, left } = await restoreRedirects(actor, ids[0]!, legacyAddresses);
    const sentences = [`Redirects restored: ${count}.`];
    if (left > 0) sentences.push(`Left out, because something else is there by now: ${left}.`);
    return done(sentences.join(' '));
  },
);

/** Takes the selected addresses from the list of those that were not found. */
export const forgetMissingAction = formAction(
  {
    name: 'redirect.forget-missing',
    isBulk: true,
    schema: z.object({ intent: z.literal('forget'), id: chosen(2_000) }),
    ...managing,
  },
  async ({ id: addresses }, { actor }) => {
    const count = await forgetAddresses(actor, addresses);
    return done(`Taken from the list: ${count}.`);
  },
);

export const importRedirectsAction = formAction(
  { name: 'redirect.import', schema: z.object({ file: z.instanceof(File, { error: noFile }) }), ...managing },
  async ({ file }, { actor }) => {
    if (file.size === 0) return refused(noFile, { file: noFile }, {});
    const result = await importRedirects(actor, await file.text(), legacyAddresses);
    if ('problems' in result) {
      const { problems } = result;
      const message = `The import stopped, and nothing was imported. Problems: ${problems.length}.`;
      return refused(message, {}, { problems: JSON.stringify(problems) });
    }
    const sentences = [`Redirects imported: ${result.added}.`];
    if (result.known > 0) sentences.push(`There already: ${result.known}.`);
    return done(sentences.join(' '));
  },
);

export const emptyMissingAction = formAction(
  { name: 'redirect.empty-missing', schema: z.object({}), ...managing },
  async (_input, { actor }) => {
    await emptyMissingAddresses(actor);
    return redirectWithAnswer(actor, paths.admin.missingAddresses(), done('The list was emptied.'));
  },
);

function saidOf(sentence: string, { to, isShortened, led }: SavedRedirect) {
  const shortened = `It leads to ${to} at once, since its target is redirected itself.`;
  const others = `Redirects that led there lead on with it: ${led}.`;
  return done([sentence, ...(isShortened ? [shortened] : []), ...(led > 0 ? [others] : [])].join(' '));
}
