'use server';

import { redirect } from 'next/navigation';
import { z } from 'zod';
import { formAction } from '@/lib/form-action';
import { removeExport } from '@/lib/import/receiving';
import { continueImport } from '@/lib/import/running';
import { undoImport } from '@/lib/import/undoing';
import { paths } from '@/lib/paths';

const schema = z.object({ id: z.string().min(1).max(40) });
const rateLimit = { name: 'import.act', limit: 60, seconds: 60 * 60 };

export const continueImportAction = formAction(
  { name: 'import.continue', who: 'import.run', schema, rateLimit },
  async ({ id }, { actor }) => {
    await continueImport(actor, id);
    redirect(paths.admin.import(id));
  },
);

export const undoImportAction = formAction(
  { name: 'import.undo', who: 'import.run', schema, rateLimit },
  async ({ id }, { actor }) => {
    await undoImport(actor, id);
    await removeExport(id);
    redirect(paths.admin.import(id));
  },
);
