import { beforeEach, expect, test } from 'vitest';
import type { Role } from '@/lib/auth/actor';
import { db } from '@/lib/database/db';
import { switchSlots } from '@/lib/slots/bulk-slots';
import { createDefaultSlots } from '@/lib/slots/default-slots';
import { forEveryone } from '@/lib/slots/line-item';
import { saveLineItem } from '@/lib/slots/line-items';
import { manifestOf, manifestVersion } from '@/lib/slots/manifest';
import { createSlot, deleteSlot, moveSlot, renameSlot } from '@/lib/slots/own-slots';
import { planSlots } from '@/lib/slots/placement-rules';
import { findSlot, listSlots } from '@/lib/slots/queries';
import { saveSlot } from '@/lib/slots/saving';
import { defaultSlotSettings } from '@/lib/slots/slot';
import { textDraft } from '../../factories/slots';
import { actorWith } from '../../factories/users';

beforeEach(async () => {
  await db.slot.deleteMany({ where: { id: { not: { endsWith: '-slot' } } } });
  await createDefaultSlots();
});

const post = { type: 'post' as const, words: 900 };
const order = async (placement: string) =>
  (await listSlots()).filter((slot) => slot.placement === placement).map(({ name }) => name);

test('a slot of one’s own comes empty, after the others of its placement, and is planned with them', async () => {
  const actor = await actorWith('ads');

  const { id } = await createSlot(actor, { name: '  Harbour\u200B pages ', placement: 'post-end' });

  expect(await findSlot(id)).toMatchObject({ name: 'Harbour pages', enabled: true, creative: null, version: 1 });
  expect((await findSlot(id))?.lineItems).toMatchObject([{ id, name: 'Harbour pages', creative: null }]);
  expect(await order('post-end')).toEqual(['End of the article', 'Harbour pages']);
  await saveSlot(actor, { id, version: 1, settings: defaultSlotSettings('post-end'), creative: textDraft() });
  const plan = planSlots(await listSlots(), post, new Date());
  expect(plan['post-end'].map(({ slot, isFilled }) => [slot.id, isFilled])).toEqual([
    ['post-end-slot', false],
    [id, true],
  ]);
  await createDefaultSlots();
  expect(await order('post-end')).toHaveLength(2);
});

test.each([
  [{ name: '\u00AD ', placement: 'header' }, 'name', 'Give the slot a name.'],
  [{ name: 'x'.repeat(81), placement: 'header' }, 'name', 'Keep the name under 80 characters.'],
  [{ name: 'hEADER', placement: 'footer' }, 'name', 'There is already a slot called “Header”. Choose another name.'],
  [{ name: 'Moon', placement: 'moon' }, 'placement', 'Choose a placement.'],
])('%o is refused in a sentence, and nothing is added', async (input, field, sentence) => {
  const before = await db.slot.count();

  const attempt = createSlot(await actorWith('ads'), input as Parameters<typeof createSlot>[1]);

  await expect(attempt).rejects.toMatchObject({ code: 'invalid', fields: { [field]: sentence } });
  expect(await db.slot.count()).toBe(before);
});

test('of two slots added at once under one name, one is', async () => {
  const actor = await actorWith('ads');
  const add = () => createSlot(actor, { name: 'Quay', placement: 'header' });

  const outcomes = await Promise.allSettled([add(), add(), add()]);

  expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  expect(await db.slot.count({ where: { name: 'Quay' } })).toBe(1);
});

test('there is an end to their number', async () => {
  const present = await db.slot.count();
  await db.slot.createMany({
    data: Array.from({ length: 100 - present }, (_, index) => ({
      id: `own-${index}`,
      placement: 'header',
      name: `Own ${index}`,
      width: 1,
      height: 1,
      mobileWidth: 1,
      mobileHeight: 1,
      createdAt: new Date(),
    })),
  });

  const attempt = createSlot(await actorWith('ads'), { name: 'One more', placement: 'header' });

  await expect(attempt).rejects.toMatchObject({
    code: 'invalid',
    message: 'A site can have 100 slots. Delete one that you no longer use first.',
  });
});

test('the order within a placement is changed a step at a time, and ends at its ends', async () => {
  const actor = await actorWith('ads');
  const { id } = await createSlot(actor, { name: 'Second', placement: 'list' });
  await createSlot(actor, { name: 'Third', placement: 'list' });
  const shipped = 'In lists of posts';

  expect(await moveSlot(actor, { slotId: id, way: 'up' })).toEqual({ name: 'Second', isMoved: true });
  expect(await order('list')).toEqual(['Second', shipped, 'Third']);
  expect(await moveSlot(actor, { slotId: id, way: 'up' })).toMatchObject({ isMoved: false });
  await moveSlot(actor, { slotId: id, way: 'down' });
  await moveSlot(actor, { slotId: id, way: 'down' });
  expect(await order('list')).toEqual([shipped, 'Third', 'Second']);
  expect(await moveSlot(actor, { slotId: id, way: 'down' })).toMatchObject({ isMoved: false });
});

test('a slot is renamed, also to another case of its own name, but not to the name of another', async () => {
  const actor = await actorWith('ads');
  const { id } = await createSlot(actor, { name: 'quay', placement: 'list' });

  await renameSlot(actor, { slotId: id, name: 'Quay' });
  expect(await findSlot(id)).toMatchObject({ name: 'Quay', lineItems: [{ name: 'Quay' }] });
  await db.lineItem.update({ where: { id }, data: { name: 'Chandlers' } });
  await renameSlot(actor, { slotId: id, name: 'Pier' });
  expect(await findSlot(id)).toMatchObject({ name: 'Pier', lineItems: [{ name: 'Chandlers' }] });
  await expect(renameSlot(actor, { slotId: id, name: 'footer' })).rejects.toMatchObject({ code: 'invalid' });
  await expect(renameSlot(actor, { slotId: 'none', name: 'Other' })).rejects.toMatchObject({ code: 'not_found' });
});

test('what was added is deleted with its line items, versions and statistics; what belongs to the site is not', async () => {
  const actor = await actorWith('ads');
  const { id } = await createSlot(actor, { name: 'Quay', placement: 'footer' });
  await saveSlot(actor, { id, version: 1, settings: defaultSlotSettings('footer'), creative: textDraft() });
  const settings = { ...forEveryone, name: 'Second', tier: 'network' as const, weight: 1, competitor: '' };
  const second = { slotId: id, id: null, version: 1, settings, creative: textDraft({ headline: 'Second' }) };
  await saveLineItem(actor, second);
  const now = new Date();
  expect(Object.keys(manifestOf(await listSlots(), { now, zone: 'UTC' }).items)).toHaveLength(2);
  const before = manifestVersion(await listSlots(), now);
  const counts = { eligible: 1, served: 1, viewable: 1, clicks: 0 };
  const row = { period: 'day', bucket: '2026-11-01', device: 'desktop', creativeId: 'x', ...counts };
  await db.slotStatistic.createMany({ data: [id, 'footer-slot'].map((slotId) => ({ ...row, slotId })) });
  const filtered = { period: 'day', bucket: '2026-11-01', reason: 'robot', event: 'view', count: 1 };
  await db.filteredStatistic.createMany({ data: [id, ''].map((slotId) => ({ ...filtered, slotId })) });

  expect(await deleteSlot(actor, id)).toEqual({ name: 'Quay' });

  expect(await findSlot(id)).toBeNull();
  expect(await db.creative.count({ where: { slotId: id } })).toBe(0);
  expect(await db.lineItem.count({ where: { slotId: id } })).toBe(0);
  expect(manifestOf(await listSlots(), { now, zone: 'UTC' }).items).toEqual({});
  expect(manifestVersion(await listSlots(), now)).not.toBe(before);
  expect(await db.filteredStatistic.findMany({ select: { slotId: true } })).toEqual([{ slotId: '' }]);
  expect(await db.slotStatistic.findMany({ select: { slotId: true } })).toEqual([{ slotId: 'footer-slot' }]);
  await expect(deleteSlot(actor, id)).rejects.toMatchObject({ code: 'not_found' });
  await expect(deleteSlot(actor, 'footer-slot')).rejects.toMatchObject({
    code: 'invalid',
    message: '“Footer” belongs to the site: it can be disabled, but not deleted.',
  });
  expect(await findSlot('footer-slot')).not.toBeNull();
  const entries = await db.auditEntry.findMany({ where: { subjectId: id }, orderBy: { createdAt: 'asc' } });
  expect(entries.map(({ action }) => action)).toEqual([
    'slot.create',
    'slot.save',
    'slot.save-line-item',
    'slot.delete',
  ]);
});

test.each(['reader', 'author', 'editor', 'moderator'] as const)('%s may do none of it', async (role: Role) => {
  const { id } = await createSlot(await actorWith('ads'), { name: 'Quay', placement: 'footer' });
  const before = await db.slot.findMany({ orderBy: { id: 'asc' } });
  const actor = await actorWith(role);

  const attempts = [
    createSlot(actor, { name: 'Mine', placement: 'header' }),
    renameSlot(actor, { slotId: id, name: 'Mine' }),
    moveSlot(actor, { slotId: id, way: 'up' }),
    deleteSlot(actor, id),
  ];

  for (const attempt of attempts) await expect(attempt).rejects.toMatchObject({ code: 'forbidden' });
  expect(await db.slot.findMany({ orderBy: { id: 'asc' } })).toEqual(before);
});

test('several slots are disabled and enabled together; those that are already are left alone', async () => {
  const actor = await actorWith('ads');
  const [first, second] = [
    await createSlot(actor, { name: 'One', placement: 'post-end' }),
    await createSlot(actor, { name: 'Two', placement: 'post-end' }),
  ];
  const ids = [first.id, second.id];
  await switchSlots(actor, { ids: [first.id], enabled: false });

  expect(await switchSlots(actor, { ids: [...ids, 'none'], enabled: false })).toEqual({
    done: [second.id],
    failed: [],
  });
  expect(await db.slot.count({ where: { id: { in: ids }, enabled: false } })).toBe(2);
  expect((await switchSlots(actor, { ids, enabled: true })).done.sort()).toEqual(ids.toSorted());
  expect(await db.slot.count({ where: { id: { in: ids }, enabled: true } })).toBe(2);
  await expect(switchSlots(await actorWith('editor'), { ids, enabled: false })).rejects.toMatchObject({
    code: 'forbidden',
  });
});
