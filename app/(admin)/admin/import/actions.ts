'use server';

import { redirect } from 'next/navigation';
import { z } from 'zod';
import { formAction } from '@/lib/actions/form-action';
import { done } from '@/lib/forms/form-state';
import { removeExport } from '@/lib/import/running/receiving';
import { continueImport } from '@/lib/import/running/start-import';
import { applySourceSettings } from '@/lib/import/site-settings/apply-settings';
import { undoImport } from '@/lib/import/running/undoing';
import { paths } from '@/lib/web/paths';
import { listScheduled } from '@/lib/posts/publishing/scheduled';
import { zoneChangeSentence } from '@/lib/posts/publishing/zone-change';
import { launchImport } from './launch';

const schema = z.object({ id: z.string().min(1).max(40) });
const rateLimit = { name: 'import.start', limit: 60, seconds: 60 * 60 };

export const continueImportAction = formAction(
  {
    name: 'import.continue',
    who: 'import.run',
    schema: schema.extend({ intent: z.enum(['import', 'dry-run']) }),
    rateLimit,
  },
  async ({ id, intent: action }, { actor }) => {
    await continueImport(actor, { id, dryRun: action === 'dry-run' }, launchImport);
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

export const takeOldSettingsAction = formAction(
  { name: 'import.take-settings', who: 'import.run', schema, rateLimit },
  async ({ id }, { actor }) => {
    const changes = await applySourceSettings(actor, id);
    if (changes.length === 0) return done('There were no changes to save.');
    const list = changes.map(({ label, was, is }) => `${label}: ${is} (was ${was || 'empty'})`).join('; ');
    const zone = changes.find(({ name }) => name === 'timeZone');
    const { count, first } = await listScheduled(actor);
    const moved = zone ? zoneChangeSentence(count, first, { before: zone.was, after: zone.is }) : '';
    return done([`Settings saved. ${list}.`, moved].filter(Boolean).join(' '));
  },
);
