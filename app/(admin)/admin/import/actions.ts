'use server';

import { redirect } from 'next/navigation';
import { z } from 'zod';
import { formAction } from '@/lib/form-action';
import { done } from '@/lib/form-state';
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
    const { removed, restored, kept } = await undoImport(actor, id);
    await removeExport(id);
    const gone = `${removed.posts + removed.pages} posts and pages, ${removed.comments} comments and ${removed.redirects} old addresses are gone again`;
    const back = restored > 0 ? `, ${restored} posts are as before` : '';
    const stays = kept.length > 0 ? ` ${kept.map(({ where, why }) => `${where} stays: ${why}`).join(' ')}` : '';
    return done(`Undone: ${gone}${back}.${stays}`);
  },
);
