import { beforeAll, expect, test } from 'vitest';
import { db } from '@/lib/database/db';
import { readDashboardNotices } from '@/lib/dashboard/queries';
import { listPauses, noteBehaviour, PAUSE_AT_READERS } from '@/lib/slots/behaviour';
import { saveLineItem, switchLineItem } from '@/lib/slots/line-items';
import { findLineItem, findSlot } from '@/lib/slots/queries';
import { countReport } from '@/lib/slots/reports';
import type { ReportReason } from '@/lib/slots/report-reasons';
import { switchSlot } from '@/lib/slots/saving';
import { restoreVersion } from '@/lib/slots/versions';
import type { Observed } from '@/lib/slots/testing/test-result';
import { testCode } from '../../factories/code-tests';
import { addLineItem, codeDraft, fillSlot, removeLineItems } from '../../factories/slots';
import { createDefaultSlots } from '@/lib/slots/default-slots';
import { actorWith } from '../../factories/users';

beforeAll(() => createDefaultSlots());

const slotId = 'post-end-slot';
const client = (reader: number) => `203.0.113.${reader}`;
const isEnabled = async () => (await findSlot(slotId))?.enabled;

async function aVersion(code: string, found: Partial<Observed> | null = {}) {
  const actor = await actorWith('ads');
  const creative = codeDraft(code);
  if (found) await testCode(actor, { slotId, creative }, found);
  const { creativeId } = await fillSlot('post-end', creative);
  if (!(await isEnabled())) await switchSlot(actor, { slotId, enabled: true });
  return { actor, creativeId: creativeId ?? '' };
}

async function reportBy(
  readers: readonly number[],
  creativeId: string,
  reason: ReportReason = 'focus',
  now = new Date(),
) {
  for (const reader of readers) await noteBehaviour({ creativeId, reason, client: client(reader) }, now);
}

test('code that does in readers’ browsers what its test did not show is disabled, with the reason', async () => {
  const { actor, creativeId } = await aVersion('<b>calm in the test</b>');
  await reportBy([1, 2], creativeId);
  expect([await isEnabled(), await listPauses(slotId)]).toEqual([true, []]);
  await reportBy([3], creativeId);

  expect(await isEnabled()).toBe(false);
  expect(await listPauses(slotId)).toMatchObject([
    { creativeId, reason: 'focus', lineItem: null, slot: { id: slotId } },
  ]);
  const entry = await db.auditEntry.findFirst({ where: { subjectId: slotId }, orderBy: { id: 'desc' } });
  expect(entry).toMatchObject({ action: 'slot.switch-off', actorId: null });
  const version = (await findSlot(slotId))?.creative?.version;
  expect(JSON.parse(entry?.data ?? '')).toEqual({ version, reason: 'focus', readers: PAUSE_AT_READERS });
  const notices = await readDashboardNotices(actor);
  expect(notices.pauses).toMatchObject([{ creativeId }]);
  expect(notices.reportedSlot).toBeNull();
  expect((await readDashboardNotices(await actorWith('author'))).pauses).toEqual([]);

  // One press enables it, and the same is not asked again; another kind is.
  await switchSlot(actor, { slotId, enabled: true });
  expect(await listPauses(slotId)).toEqual([]);
  await reportBy([4, 5, 6, 7], creativeId);
  expect(await isEnabled()).toBe(true);
  await reportBy([1, 2, 3], creativeId, 'history');
  expect([await isEnabled(), (await listPauses())[0]?.reason]).toEqual([false, 'history']);
});

test.each(['popup', 'dialog', 'scroll'] as const)('code that begins to try a %s is disabled', async (reason) => {
  const { creativeId } = await aVersion(`<b>no ${reason} in the test</b>`);
  await reportBy([1, 2, 3], creativeId, reason);
  expect([await isEnabled(), (await listPauses(slotId))[0]?.reason]).toEqual([false, reason]);
});

test.each([
  ['what the test had shown', { focus: 1 }, 'focus'],
  ['history entries that the test had shown', { entries: 2 }, 'history'],
  ['a write that the test had shown', { writes: 1 }, 'write'],
  ['a window that the test had shown', { popups: 1 }, 'popup'],
  ['a dialog that the test had shown', { dialogs: 1 }, 'dialog'],
  ['scrolling that the test had shown', { scrolls: 1 }, 'scroll'],
] as const)('%s disables nothing', async (_, found, reason) => {
  const { creativeId } = await aVersion(`<b>${reason} was shown</b>`, found);
  await reportBy([1, 2, 3, 4], creativeId, reason);
  expect([await isEnabled(), await listPauses(slotId)]).toEqual([true, []]);
});

test('a version that was never tested, or whose result cannot be read, is reported as before and stays', async () => {
  for (const [code, testResult] of [
    ['<b>untested</b>', null],
    ['<b>unreadable</b>', '{}'],
  ] as const) {
    const { creativeId } = await aVersion(code, null);
    await db.creative.update({ where: { id: creativeId }, data: { testResult }, select: { id: true } });
    await reportBy([1, 2, 3, 4], creativeId);
    expect(await isEnabled()).toBe(true);
    const reports = await db.creativeReport.findFirst({ where: { creativeId }, select: { count: true } });
    expect(reports).toEqual({ count: 4 });
  }
});

test('one reader alone disables nothing, however often, and readers of different days are not added up', async () => {
  const { creativeId } = await aVersion('<b>one reader</b>');
  await reportBy([1, 1, 1, 1, 1], creativeId);
  for (const host of ['2001:db8:1:2::1', '2001:db8:1:2::2', '2001:db8:1:2:3::']) {
    await noteBehaviour({ creativeId, reason: 'focus', client: host });
  }
  expect(await isEnabled()).toBe(true);
  for (const day of [1, 2, 3]) {
    const now = new Date(Date.now() + day * 24 * 60 * 60 * 1000);
    await reportBy([2, 3], creativeId, 'focus', now);
  }
  expect(await isEnabled()).toBe(true);
  const stored = await db.creativeReport.findFirst({ where: { creativeId } });
  expect(stored?.count).toBe(14);
  expect(stored?.readers).toMatch(/^[0-9a-f]{32} [0-9a-f]{32}$/);
});

test('late reports of an earlier version disable nothing that is shown now, and restoring it is a new decision', async () => {
  const before = await aVersion('<b>earlier</b>');
  const { actor } = await aVersion('<b>present</b>');
  await reportBy([1, 2, 3, 4], before.creativeId);
  expect([await isEnabled(), await listPauses(slotId)]).toEqual([true, []]);

  await restoreVersion(actor, { slotId, creativeId: before.creativeId });
  expect(await isEnabled()).toBe(true);
  await reportBy([5], before.creativeId);
  expect(await isEnabled()).toBe(false);
});

test('only that version is disabled: another one in its place is shown, the same one is not', async () => {
  const { actor, creativeId } = await aVersion('<b>paused</b>');
  const earlier = await aVersion('<b>before it</b>');
  await restoreVersion(actor, { slotId, creativeId });
  await reportBy([1, 2, 3], creativeId);
  expect((await fillSlot('post-end', codeDraft('<b>paused</b>'))).isEnabled).toBe(false);
  expect(await isEnabled()).toBe(false);

  const restored = await restoreVersion(actor, { slotId, creativeId: earlier.creativeId });
  expect([restored.isEnabled, await isEnabled(), await listPauses(slotId)]).toEqual([true, true, []]);
  const entry = { subjectId: slotId, action: 'slot.switch-on' };
  expect(await db.auditEntry.findFirst({ where: entry, orderBy: { id: 'desc' } })).toMatchObject({ actorId: actor.id });

  // What somebody disabled stays disabled, whatever is put there.
  await switchSlot(actor, { slotId, enabled: false });
  expect((await fillSlot('post-end', codeDraft('<b>by hand</b>'))).isEnabled).toBe(false);
  expect(await isEnabled()).toBe(false);
  await switchSlot(actor, { slotId, enabled: true });
});

test('where line items take turns, the one that was reported is disabled, and enabled by one press', async () => {
  const { actor } = await aVersion('<b>first item</b>');
  const creative = codeDraft('<b>second item</b>');
  await testCode(actor, { slotId, creative });
  const { id, settings } = await addLineItem('post-end', creative, { name: 'Theirs' });
  const creativeId = (await findLineItem(slotId, id))?.creative?.id ?? '';
  await reportBy([1, 2, 3], creativeId);
  const enabled = async () => [await isEnabled(), (await findLineItem(slotId, id))?.enabled];
  expect(await enabled()).toEqual([true, false]);
  expect(await listPauses(slotId)).toMatchObject([{ lineItem: { id, name: 'Theirs' } }]);

  // Enabling the slot says nothing of a line item that stays disabled.
  await switchSlot(actor, { slotId, enabled: true });
  expect(await listPauses(slotId)).toHaveLength(1);
  await switchLineItem(actor, { slotId, lineItemId: id, enabled: true });
  expect(await listPauses(slotId)).toEqual([]);
  await reportBy([4, 5, 6], creativeId);
  expect(await enabled()).toEqual([true, true]);

  await reportBy([1, 2, 3], creativeId, 'write');
  expect(await enabled()).toEqual([true, false]);
  const { version } = (await findLineItem(slotId, id))!;
  await saveLineItem(actor, { slotId, id, version, settings: { ...settings, name: 'Renamed' } });
  expect(await enabled()).toEqual([true, false]);
  const draft = { slotId, id, version: version + 1, settings, creative: codeDraft('<b>third item</b>') };
  await saveLineItem(actor, draft);
  expect(await enabled()).toEqual([true, true]);
  await removeLineItems();
});

test('what is disabled already is not disabled again, and reports arrive over the counted address', async () => {
  const { actor, creativeId } = await aVersion('<b>by hand</b>');
  await switchSlot(actor, { slotId, enabled: false });
  const frame = (await findSlot(slotId))?.creative?.frame ?? '';
  for (const reader of [11, 12, 13]) {
    expect(await countReport(JSON.stringify({ frame, reason: 'focus' }), client(reader))).toBe(true);
  }
  expect(await listPauses(slotId)).toEqual([]);
  expect(await db.creativeReport.findFirst({ where: { creativeId } })).toMatchObject({ count: 3, pausedAt: null });
  await switchSlot(actor, { slotId, enabled: true });
});
