import { expect, test } from 'vitest';
import { readDb } from '@/lib/database/db';
import { newId } from '@/lib/platform/ids';
import { importWordPress } from '../../factories/imports';
import { listSourceSettings, applySourceSettings } from '@/lib/import/site-settings/apply-settings';
import { undoImport } from '@/lib/import/running/undoing';
import { getSettings, storeSettings } from '@/lib/settings/queries';
import { actorWith } from '../../factories/users';
import { wxr, wxrFile, wxrItem } from '../../factories/wxr';

const importOne = async () => {
  const report = await importWordPress('operator', { files: [wxrFile(wxr(wxrItem()))], oldUrl: null, dryRun: false });
  return report.batch!;
};
const user = (role: 'owner' | 'admin' | 'editor') => actorWith(role);

test('the old name and time zone can be adopted once after an import, and the log names them', async () => {
  await storeSettings({ siteName: 'Masthead', tagline: 'Of cats', timeZone: 'UTC' });
  const owner = await user('owner');
  const id = await importOne();
  expect(await getSettings()).toMatchObject({ siteName: 'Masthead', timeZone: 'UTC' });
  const offered = await listSourceSettings(id);
  expect(offered).toMatchObject([
    { label: 'Site title', was: 'Masthead', is: 'The Old Harbour' },
    { label: 'Time zone', was: 'UTC', is: expect.stringMatching(/\//) },
  ]);

  expect(await applySourceSettings(owner, id)).toEqual(offered);
  expect(await getSettings()).toMatchObject({
    siteName: 'The Old Harbour',
    tagline: 'Of cats',
    timeZone: offered[1]!.is,
  });
  expect(await applySourceSettings(owner, id)).toEqual([]);
  const logged = await readDb.auditEntry.findMany({ where: { actorId: owner.id } });
  expect(logged.map(({ action }) => action)).toEqual(['settings.change']);

  await undoImport('operator', id);
  expect(await getSettings()).toMatchObject({ siteName: 'The Old Harbour' });
  expect(await listSourceSettings(id)).toEqual([]);
});

test('old settings are applied only by users who may change settings, and only of an existing import', async () => {
  await storeSettings({ siteName: 'Masthead' });
  const id = await importOne();
  await expect(applySourceSettings(await user('editor'), id)).rejects.toMatchObject({ code: 'forbidden' });
  await expect(applySourceSettings(await user('admin'), newId())).rejects.toMatchObject({ code: 'not_found' });
  expect((await getSettings()).siteName).toBe('Masthead');
  await undoImport('operator', id);
});
