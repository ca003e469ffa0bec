import { expect, test } from 'vitest';
import { db } from '@/lib/database/db';
import { importAdSettings } from '@/lib/import/ad-settings/importing';
import { findSlot, findVersion, listSlots } from '@/lib/slots/queries';
import { switchSlot } from '@/lib/slots/saving';
import { adInserterBlocks, adInserterExport, advancedAdsXml } from '../../factories/ad-settings';
import { actorWith } from '../../factories/users';

test('ads of another system become disabled slots, with a report, and a second import adds nothing', async () => {
  const actor = await actorWith('ads');
  const before = await db.slot.count();
  const text = adInserterExport(adInserterBlocks);
  const { system, imported, left } = await importAdSettings(actor, text);
  expect(system).toBe('Ad Inserter');
  expect(imported.map(({ name, placement }) => [name, placement])).toContainEqual(['In the text', 'In the article']);
  expect(left).toEqual(['“Server” is PHP, which does not run here.']);
  expect(await db.slot.count()).toBe(before + imported.length);

  const first = imported.find(({ name }) => name === 'Under the title');
  const slot = await findSlot(first?.slotId ?? '');
  expect(slot).toMatchObject({
    enabled: false,
    placement: 'below-title',
    rules: { minimumWords: 120, pages: ['post'] },
  });
  expect(await findVersion(slot?.id ?? '', slot?.creative?.id ?? '')).toMatchObject({
    code: adInserterBlocks[1].code,
    isolation: 'sandboxed',
  });
  const byHand = imported.find(({ name }) => name === 'By hand');
  expect(byHand?.notes[0]).toContain('Its placement is unknown');
  expect(await findSlot(byHand?.slotId ?? '')).toMatchObject({ mobileWidth: 0, mobileHeight: 0 });

  expect(slot?.lineItems).toMatchObject([{ id: slot?.id, name: 'Under the title', creative: { kind: 'code' } }]);

  const again = await importAdSettings(actor, text);
  expect(again.imported).toEqual([]);
  expect(again.left).toContain('“In the text” was not imported: the slot “In the text” has this code already.');
  expect((await listSlots()).filter(({ enabled }) => !enabled)).toHaveLength(imported.length);
});

test('code that is in a slot of another name is not added again, and that slot is named', async () => {
  const actor = await actorWith('ads');
  await importAdSettings(actor, adInserterExport({ 1: { code: '<b>ropes</b>', name: 'Ropes' } }));
  const { imported, left } = await importAdSettings(
    actor,
    adInserterExport({ 1: { code: '<b>ropes</b>', name: 'Ad' } }),
  );
  expect(imported).toEqual([]);
  expect(left).toEqual(['“Ad” was not imported: the slot “Ropes” has this code already.']);
});

test('a file in which no ad is found is refused, and adds nothing', async () => {
  const attempt = importAdSettings(await actorWith('ads'), JSON.stringify({ ads: {}, visibility: {} }));
  await expect(attempt).rejects.toMatchObject({ code: 'invalid', message: 'No ad was found in this file.' });
});

test('an ad whose name a slot has already gets a number, so that spots find one slot of each name', async () => {
  const blocks = { 1: { code: '<b>one</b>', name: 'Twin' }, 2: { code: '<b>two</b>', name: 'tWIN' } };
  const { imported } = await importAdSettings(await actorWith('ads'), adInserterExport(blocks));
  const slots = await Promise.all(imported.map(({ slotId }) => findSlot(slotId)));
  expect(slots.map((slot) => slot?.name)).toEqual(['Twin', 'tWIN 2']);
});

test('imported code that a network forbids where it is cannot be enabled before it was moved', async () => {
  const actor = await actorWith('ads');
  const { imported } = await importAdSettings(actor, advancedAdsXml);
  const unit = imported.find(({ name }) => name === 'Unit');
  expect(unit?.network).toBe('Google AdSense');
  const attempt = switchSlot(actor, { slotId: unit?.slotId ?? '', enabled: true });
  await expect(attempt).rejects.toMatchObject({
    code: 'invalid',
    message: expect.stringContaining('AdSense does not allow'),
  });
  const ropes = imported.find(({ name }) => name === 'Ropes');
  await switchSlot(actor, { slotId: ropes?.slotId ?? '', enabled: true });
  expect(await findSlot(ropes?.slotId ?? '')).toMatchObject({ enabled: true, position: { after: [3] } });
});

test('one ad that cannot be stored is named, and the others come', async () => {
  const blocks = {
    1: { code: `<b>${'x'.repeat(100_001)}</b>`, name: 'Large' },
    2: { code: '<b>Small</b>', name: 'Small' },
  };
  const { imported, left } = await importAdSettings(await actorWith('ads'), adInserterExport(blocks));
  expect(imported.map(({ name }) => name)).toEqual(['Small']);
  expect(left).toEqual([expect.stringContaining('“Large” was not imported. This code is larger than 100 kB.')]);
});

test.each(['reader', 'author', 'editor', 'moderator'] as const)('a %s imports nothing', async (role) => {
  const before = await db.slot.count();
  const attempt = importAdSettings(await actorWith(role), adInserterExport({ 1: { code: `<b>${role}</b>` } }));
  await expect(attempt).rejects.toMatchObject({ code: 'forbidden' });
  expect(await db.slot.count()).toBe(before);
});
