'use server';

import { z } from 'zod';
import { formAction } from '@/lib/actions/form-action';
import { done } from '@/lib/forms/form-state';
import { listNames } from '@/lib/saved-filters/saved-filter';
import { deleteFilter, renameFilter, saveFilter } from '@/lib/saved-filters/saving';

const id = z.string().max(64).default('');
const name = z.string().max(1_000).default('');
const query = z.string().max(2_000).default('');

/** Saves, renames or deletes a filter of the actor's, depending on `intent`. */
export const savedFilterAction = formAction(
  {
    name: 'filter.save',
    who: 'admin.enter',
    schema: z.object({ intent: z.enum(['save', 'rename', 'delete']), list: z.enum(listNames), id, name, query }),
    rateLimit: { name: 'filter.save', limit: 120, seconds: 600 },
  },
  async ({ intent, list, ...input }, { actor }) => {
    if (intent === 'save') return done(`Saved: the filter “${(await saveFilter(actor, { list, ...input })).name}”.`);
    if (intent === 'rename') return done(`Renamed: the filter “${(await renameFilter(actor, input)).name}”.`);
    const deleted = await deleteFilter(actor, input.id);
    return { ...done(`Deleted: the filter “${deleted.name}”.`), values: deleted };
  },
);
