'use server';

import { redirect } from 'next/navigation';
import { z } from 'zod';
import { formAction } from '@/lib/actions/form-action';
import { findDashboardLanguage } from '@/lib/actions/form-language';
import { adminTextOf } from '@/lib/i18n/admin/texts';
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
    schema: schema
      .extend({
        intent: z.enum(['import', 'dry-run']),
        oldUrl: z.string().trim().max(500).optional(),
        fetchFiles: z.string().optional(),
        authors: z.string().max(10_000).optional(),
      })
      .catchall(z.string().max(4_000)),
    rateLimit,
  },
  async ({ id, intent, oldUrl, fetchFiles, authors, ...own }, { actor }) => {
    const lines = (authors ?? '').split('\n').map((line) => line.trim());
    const choices = {
      oldUrl: oldUrl ?? '',
      fetchFiles: fetchFiles === 'yes',
      authors: lines.filter(Boolean),
      options: Object.fromEntries(Object.entries(own).map(([name, value]) => [name, value.trim()])),
    };
    const dryRun = intent === 'dry-run';
    await continueImport(actor, { id, dryRun, ...(oldUrl === undefined ? {} : { choices }) }, launchImport);
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
    const t = adminTextOf(await findDashboardLanguage());
    const list = changes
      .map(({ label, was, is }) =>
        t('{label}: {is} (was {was})', { label: t.said(label), is, was: was || t('empty##setting') }),
      )
      .join('; ');
    const zone = changes.find(({ name }) => name === 'timeZone');
    const moved = zone ? zoneChangeSentence(await listScheduled(actor), { before: zone.was, after: zone.is }, t) : '';
    return done([t('Settings saved.'), `${list}.`, moved].filter(Boolean).join(' '));
  },
);
