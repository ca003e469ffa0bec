import { beforeEach, describe, expect, test } from 'vitest';
import { db } from '@/lib/database/db';
import { conditionSchema } from '@/lib/slots/line-item';
import { deleteLineItem, saveLineItem, switchLineItem } from '@/lib/slots/line-items';
import { manifestOf, manifestVersion } from '@/lib/slots/manifest';
import { findLineItem, findSlot, listSlots, listVersions, nameVersions } from '@/lib/slots/queries';
import { switchSlot } from '@/lib/slots/saving';
import { restoreVersion } from '@/lib/slots/versions';
import { addLineItem, codeDraft, fillSlot, removeLineItems, textDraft } from '../../factories/slots';
import { createCampaign } from '../../factories/campaigns';
import { actorWith } from '../../factories/users';

const now = new Date();
const manifest = async () => manifestOf(await listSlots(), { now, zone: 'UTC' });

beforeEach(removeLineItems);

test('the first line item of a slot is what the slot always showed, and its versions are its own', async () => {
  const { id, creativeId, creativeVersion } = await fillSlot('post-end', textDraft({ headline: 'First' }));
  const second = await addLineItem('post-end', textDraft({ headline: 'Second' }));

  const slot = await findSlot(id);
  expect(slot?.lineItems.map(({ id: item, name }) => [item, name])).toEqual([
    [id, 'End of the article'],
    [second.id, 'Second'],
  ]);
  expect(slot?.creative?.id).toBe(creativeId);
  expect((await listVersions(second.id)).map(({ version, headline }) => [version, headline])).toEqual([[2, 'Second']]);
  expect(creativeVersion).toBe(1);
  expect([...(await nameVersions(id)).names.values()]).toEqual(['Version 2, Second', 'Version 1']);
});

test('a slot with one line item for everybody is in no manifest; several are, with what a browser needs', async () => {
  await fillSlot('footer', textDraft({ headline: 'Alone' }));
  const { id, creativeId } = await fillSlot('header', textDraft({ headline: 'First' }));
  expect(Object.keys((await manifest()).items)).toEqual([]);

  const conditions = [conditionSchema.parse({ reader: 'signed-out', onlyTags: ['sea'] })];
  const caps = { page: 0, session: 0, day: 3 };
  const second = await addLineItem('header', codeDraft('<b>2</b>'), { weight: 3, tier: 'house', conditions, caps });

  const { items } = await manifest();
  expect(items[id]).toEqual({
    tier: 2,
    weight: 1,
    show: { id: creativeId, html: expect.stringContaining('<strong dir="auto">First</strong>') as string },
  });
  expect(items[id]?.show.html).toMatch(
    /^<a class="slot__text" href="https:\/\/chandler.example\/" rel="sponsored noopener"/,
  );
  expect(items[second.id]).toMatchObject({ tier: 3, weight: 3, caps, when: [{ isSignedIn: false }], isCode: true });
  const { html = '', code = '' } = items[second.id]?.show ?? {};
  expect(html).toMatch(/^<iframe class="slot__frame" loading="lazy" sandbox="[^"]*"/);
  expect(html).not.toContain('allow-same-origin');
  expect(html).toContain(`src="/_s/f/${code}?`);
  expect(JSON.stringify(items)).not.toMatch(/<b>|sea/);
});

test('what has not begun is no secret given away, and what is over or off is gone', async () => {
  await fillSlot('header', textDraft());
  const at = (ms: number) => new Date(now.getTime() + ms);
  const soon = await addLineItem('header', { ...textDraft(), startsAt: at(50_000) });
  const later = await addLineItem('header', { ...textDraft(), startsAt: at(70_000) });
  const over = await addLineItem('header', { ...textDraft(), startsAt: at(-9_000), endsAt: at(-1) });
  const off = await addLineItem('header', textDraft());
  await switchLineItem(await actorWith('ads'), { slotId: off.slotId, lineItemId: off.id, enabled: false });

  const known = Object.keys((await manifest()).items);
  expect(known).toContain(soon.id);
  for (const { id } of [later, over, off]) expect(known).not.toContain(id);
  await switchSlot(await actorWith('ads'), { slotId: off.slotId, enabled: false });
  expect((await manifest()).items).toEqual({});
  await switchSlot(await actorWith('ads'), { slotId: off.slotId, enabled: true });
});

test('the version in the manifest’s address changes with every change of a line item', async () => {
  const version = async () => manifestVersion(await listSlots(), now);
  const actor = await actorWith('ads');
  await fillSlot('header', textDraft());
  const versions = [await version()];
  const { id, slotId, settings } = await addLineItem('header', textDraft({ headline: 'Second' }));
  versions.push(await version());
  await saveLineItem(actor, { slotId, id, version: 2, settings: { ...settings, weight: 9 } });
  versions.push(await version());
  await switchLineItem(actor, { slotId, lineItemId: id, enabled: false });
  versions.push(await version());

  expect(new Set(versions.slice(0, 3)).size).toBe(3);
  expect(versions[3]).toBe(versions[0]);
});

test('of two who save one line item, one is told, and content that is not sent stays', async () => {
  await fillSlot('header', textDraft());
  const { id, slotId, settings } = await addLineItem('header', textDraft({ headline: 'Second' }));
  const actor = await actorWith('ads');
  const save = (weight: number) => saveLineItem(actor, { slotId, id, version: 2, settings: { ...settings, weight } });

  await save(2);
  await expect(save(3)).rejects.toMatchObject({ code: 'conflict' });
  expect(await findLineItem(slotId, id)).toMatchObject({ weight: 2, version: 3, creative: { headline: 'Second' } });
  await saveLineItem(actor, { slotId, id, version: 3, settings, creative: null });
  expect(await findLineItem(slotId, id)).toMatchObject({ creative: null });
});

test('an earlier version is restored on its own line item', async () => {
  const { creativeId } = await fillSlot('header', textDraft({ headline: 'First' }));
  const { id, slotId, settings } = await addLineItem('header', textDraft({ headline: 'Second' }));
  const actor = await actorWith('ads');
  const [before] = await listVersions(id);
  await saveLineItem(actor, { slotId, id, version: 2, settings, creative: textDraft({ headline: 'Third' }) });

  expect(await restoreVersion(actor, { slotId, creativeId: before?.id ?? '' })).toMatchObject({
    version: before?.version,
  });

  expect(await findLineItem(slotId, id)).toMatchObject({ creative: { headline: 'Second' } });
  expect((await findSlot(slotId))?.creative?.id).toBe(creativeId);
});

test('no version changes once it is stored, whatever is saved, restored or switched after it', async () => {
  await fillSlot('header', textDraft({ headline: 'First' }));
  const { id, slotId, settings } = await addLineItem('header', textDraft({ headline: 'Second' }));
  const actor = await actorWith('ads');
  const stored = () => db.creative.findMany({ where: { lineItemId: id }, orderBy: { version: 'asc' } });
  const [second] = await stored();
  await saveLineItem(actor, { slotId, id, version: 2, settings, creative: codeDraft('<b>3</b>') });
  const both = await stored();
  expect(both[0]).toEqual(second);
  await restoreVersion(actor, { slotId, creativeId: second?.id ?? '' });
  await saveLineItem(actor, { slotId, id, version: 4, settings: { ...settings, weight: 7 } });
  await switchLineItem(actor, { slotId, lineItemId: id, enabled: false });
  await saveLineItem(actor, { slotId, id, version: 6, settings, creative: codeDraft('<b>3</b>') });
  expect(await stored()).toEqual(both);
  expect((await findLineItem(slotId, id))?.creative?.id).toBe(both[1]?.id);
});

test('a deleted line item is gone with its versions, and what was counted of it stays', async () => {
  const first = await fillSlot('header', textDraft({ headline: 'First' }));
  const { id, slotId } = await addLineItem('header', textDraft({ headline: 'Second' }));
  const last = await addLineItem('header', textDraft({ headline: 'Third' }));
  const { creativeId } = await db.lineItem.findUniqueOrThrow({ where: { id } });
  const counts = { eligible: 7, served: 7, viewable: 5, clicks: 1 };
  const key = { slotId, creativeId: creativeId ?? '', period: 'hour', bucket: '2026-05-04T09', device: 'mobile' };
  await db.slotStatistic.create({ data: { ...key, ...counts } });
  const actor = await actorWith('ads');

  expect(await deleteLineItem(actor, { slotId, lineItemId: id })).toEqual({ name: 'Second' });

  expect((await findSlot(slotId))?.lineItems.map((item) => item.id)).toEqual([first.id, last.id]);
  expect(await listVersions(id)).toEqual([]);
  expect(await db.slotStatistic.findFirst({ where: { creativeId: creativeId ?? '' } })).toMatchObject(counts);
  const added = await addLineItem('header', textDraft({ headline: 'Fourth' }));
  expect((await findSlot(slotId))?.lineItems.map((item) => item.id)).toEqual([first.id, last.id, added.id]);
  await expect(deleteLineItem(actor, { slotId, lineItemId: id })).rejects.toMatchObject({ code: 'not_found' });
});

describe('refused are', () => {
  test('deleting what a campaign counts, or the line item that the slot’s form fills', async () => {
    await fillSlot('header', textDraft());
    const actor = await actorWith('ads');
    const campaign = await createCampaign({ name: 'Autumn' });
    const { id, slotId } = await addLineItem('header', textDraft({ headline: 'Lamps' }), { campaignId: campaign.id });

    await expect(deleteLineItem(actor, { slotId, lineItemId: id })).rejects.toMatchObject({
      message:
        '“Lamps” is part of the campaign “Autumn”, whose report counts it. Save it without a campaign first, or disable it.',
    });
    await expect(deleteLineItem(actor, { slotId, lineItemId: slotId })).rejects.toMatchObject({
      message: 'The content of “Header” belongs to the slot: empty it in the slot’s form instead.',
    });
    await expect(deleteLineItem(actor, { slotId: 'footer-slot', lineItemId: id })).rejects.toMatchObject({
      code: 'not_found',
    });
    expect((await findSlot(slotId))?.lineItems).toHaveLength(2);
  });

  test('those who may not edit slots, and nothing changes', async () => {
    await fillSlot('header', textDraft());
    const { id, slotId, settings } = await addLineItem('header', textDraft());
    for (const role of ['reader', 'moderator', 'author', 'editor'] as const) {
      const actor = await actorWith(role);
      await expect(saveLineItem(actor, { slotId, id, version: 2, settings })).rejects.toMatchObject({
        code: 'forbidden',
      });
      await expect(switchLineItem(actor, { slotId, lineItemId: id, enabled: false })).rejects.toMatchObject({
        code: 'forbidden',
      });
      await expect(deleteLineItem(actor, { slotId, lineItemId: id })).rejects.toMatchObject({ code: 'forbidden' });
    }
    expect(await findLineItem(slotId, id)).toMatchObject({ version: 2, enabled: true });
  });

  test('what no line item can be, with a sentence at its field', async () => {
    await fillSlot('header', textDraft());
    const bad: [object, string][] = [
      [{ name: ' ' }, 'name'],
      [{ tier: 'gold' }, 'tier'],
      [{ weight: 0 }, 'weight'],
      [{ caps: { page: 0, session: 0, day: -1 } }, 'cap-day'],
      [{ conditions: [{ minimumWidth: 900, maximumWidth: 800 }] }, 'when-0-maximumWidth'],
      [{ conditions: [{}, { onlyReferrers: ['not a host'] }] }, 'when-1-onlyReferrers'],
      [{ conditions: [{ languages: ['English'] }] }, 'when-0-languages'],
    ];
    for (const [more, field] of bad) {
      const attempt = addLineItem('header', textDraft(), more);
      await expect(attempt).rejects.toMatchObject({
        code: 'invalid',
        fields: { [field]: expect.any(String) as string },
      });
    }
    expect(await db.lineItem.count({ where: { sortOrder: { gt: 0 } } })).toBe(0);
  });

  test('a line item of another slot, and more of them than a slot has', async () => {
    await fillSlot('header', textDraft());
    const { id, slotId, settings } = await addLineItem('header', null);
    const actor = await actorWith('ads');
    const elsewhere = { slotId: 'footer-slot', id, version: 2, settings };
    await expect(saveLineItem(actor, elsewhere)).rejects.toMatchObject({ code: 'not_found' });
    expect(await findLineItem('footer-slot', id)).toBeNull();

    const rows = Array.from({ length: 28 }, (_, index) => ({
      id: `more-${index}`,
      slotId,
      name: 'More',
      sortOrder: 9,
      createdAt: now,
    }));
    await db.lineItem.createMany({ data: rows });
    await expect(addLineItem('header', null)).rejects.toMatchObject({ fields: { name: /at most 30/ } });
  });

  test('code in the page among others, unless an owner approves each version with a password', async () => {
    const owner = await actorWith('owner');
    const confirm = async () => {};
    await fillSlot('header', textDraft());
    const { id, slotId, settings } = await addLineItem('header', null);
    const widget = codeDraft('<div></div><script src="https://widgets.example/w.js"></script>', 'in-page', 'none');
    const draft = { slotId, id, version: 2, settings, creative: widget };

    await expect(saveLineItem(await actorWith('ads'), draft, confirm)).rejects.toMatchObject({ code: 'forbidden' });
    await expect(saveLineItem(owner, draft)).rejects.toMatchObject({ fields: { ownPassword: /password/ } });
    expect((await manifest()).items[id]).toBeUndefined();
    await saveLineItem(owner, draft, confirm);

    const { items } = await manifest();
    expect(items[id]).toMatchObject({ isInPage: true, isCode: true });
    expect(items[id]?.show.html).toMatch(/^<div class="slot__host" data-code="[0-9a-f-]{36}-[0-9a-f]{16}"><\/div>$/);
    expect(items[slotId]).not.toHaveProperty('isInPage');
    await switchLineItem(owner, { slotId, lineItemId: id, enabled: false });
    const byOther = switchLineItem(await actorWith('ads'), { slotId, lineItemId: id, enabled: true });
    await expect(byOther).rejects.toMatchObject({ code: 'forbidden' });
  });
});

test('conditions that cannot be read show the line item to nobody', async () => {
  await fillSlot('header', textDraft());
  const { id, slotId } = await addLineItem('header', textDraft());
  await db.lineItem.update({ where: { id }, data: { conditions: '[{"reader":"everybody"}]' } });

  expect(await findLineItem(slotId, id)).toMatchObject({ isReadable: false });
  expect((await manifest()).items[id]).toBeUndefined();
});
