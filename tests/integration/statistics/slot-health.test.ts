import { rmSync } from 'node:fs';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { db } from '@/lib/database/db';
import { readDashboardNotices } from '@/lib/dashboard/queries';
import { storeSettings } from '@/lib/settings/queries';
import { typicalCost } from '@/lib/slots/health';
import { switchLineItem } from '@/lib/slots/line-items';
import { listBudgetPauses } from '@/lib/slots/over-budget';
import { findLineItem, findSlot } from '@/lib/slots/queries';
import { switchSlot } from '@/lib/slots/saving';
import { Counter } from '@/lib/statistics/counting';
import { Intake } from '@/lib/statistics/intake';
import { Journal, journalFolder } from '@/lib/statistics/journal';
import { deleteOldHealth, pauseOverBudget, readSlotHealth } from '@/lib/statistics/slot-health';
import { hourOf } from '@/lib/statistics/tally';
import { pageBatch, reader } from '../../factories/page-batches';
import { addLineItem, codeDraft, fillSlot, removeLineItems, textDraft } from '../../factories/slots';
import { actorWith } from '../../factories/users';

const HOUR_MS = 60 * 60 * 1000;
const window = { timeZone: 'UTC' };

let journal: Journal;
let intake: Intake;
beforeEach(async () => {
  rmSync(journalFolder(), { recursive: true, force: true });
  await removeLineItems();
  await Promise.all([db.slotHealth.deleteMany(), db.slotPause.deleteMany(), db.filteredStatistic.deleteMany()]);
  await db.slot.updateMany({ data: { enabled: true } });
  await storeSettings({ shiftBudget: 0.1, taskBudget: 200 });
  journal = new Journal();
  intake = new Intake(journal);
});
afterEach(() => journal.close());

type Costs = { shift?: number; task?: number; failed?: number; kilobytes?: number };

function measure(box: string, client: string, { shift = 0, task = 0, failed = 0, kilobytes = 0 }: Costs, more = {}) {
  intake.receive(pageBatch([['cost', box, shift, task, failed, kilobytes]]), reader(client, more));
}

async function count() {
  await journal.close();
  await new Counter().count();
  journal = new Journal();
  intake = new Intake(journal);
}

async function aSlot(code: string) {
  const { id, creativeId } = await fillSlot('post-end', codeDraft(code));
  return { slotId: id, creativeId: creativeId ?? '', box: `${id}.${creativeId}.1` };
}

const client = (number: number) => `198.51.100.${number}`;

function measureMany(box: string, readers: number, costOf: (number: number) => Costs) {
  for (let number = 1; number <= readers; number += 1) measure(box, client(number), costOf(number));
}

test('code over its budget for more than a quarter of the readers is disabled, with the evidence', async () => {
  const { slotId, creativeId, box } = await aSlot('<script>slow()</script>');
  measureMany(box, 60, (number) => ({ task: number <= 20 ? 350 : 20, kilobytes: 120 }));
  await count();

  expect((await findSlot(slotId))?.enabled).toBe(false);
  const [pause, ...others] = await listBudgetPauses(slotId);
  expect(others).toEqual([]);
  expect(pause).toMatchObject({ measure: 'task', budget: 200, readers: 60, over: 20, lineItem: null, resumedAt: null });
  const entry = await db.auditEntry.findFirst({ where: { subjectId: slotId }, orderBy: { createdAt: 'desc' } });
  expect(entry).toMatchObject({ actorId: null, action: 'slot.switch-off' });
  expect(JSON.parse(entry?.data ?? '')).toEqual({ over: 'task', budget: 200, readers: 60, readersOver: 20 });
  const notices = await readDashboardNotices(await actorWith('ads'));
  expect(notices.slotOverBudget).toMatchObject({ slot: { id: slotId }, readers: 60, over: 20 });
  expect((await readDashboardNotices(await actorWith('author'))).slotOverBudget).toBeNull();

  const { total, byContent, byDevice, days } = await readSlotHealth(await actorWith('ads'), { slotId }, window);
  expect(typicalCost('task', total.task)).toBe(500);
  expect(typicalCost('bytes', total.bytes)).toBe(250);
  expect([...byContent.keys()]).toEqual([creativeId]);
  expect([...byDevice.keys()]).toEqual(['desktop']);
  expect(days.at(-1)?.costs).toEqual(total);
});

test('code that moves the page is disabled; a quarter over the budget, and few readers, are tolerated', async () => {
  const { slotId, box } = await aSlot('<script>grow()</script>');
  measureMany(box, 49, () => ({ shift: 0.4 }));
  await count();
  expect((await findSlot(slotId))?.enabled).toBe(true);
  measure(box, '203.0.113.1', { shift: 0.4 });
  await count();
  expect((await findSlot(slotId))?.enabled).toBe(false);

  const { slotId: tolerated, box: other } = await aSlot('<script>grow("a little")</script>');
  await db.slot.update({ where: { id: tolerated }, data: { enabled: true } });
  await db.slotHealth.deleteMany();
  measureMany(other, 60, (number) => ({ shift: number <= 15 ? 0.4 : 0.1 }));
  await count();
  expect((await findSlot(tolerated))?.enabled).toBe(true);
});

test('nothing is disabled for what has no budget', async () => {
  await storeSettings({ shiftBudget: 0, taskBudget: 1_000 });
  const { slotId, box } = await aSlot('<script>free()</script>');
  measureMany(box, 60, () => ({ shift: 2, task: 900 }));
  await count();
  expect((await findSlot(slotId))?.enabled).toBe(true);
});

test('a reader counts once a day, and staff, robots and what the slot does not show not at all', async () => {
  const { slotId, creativeId, box } = await aSlot('<script>forged()</script>');
  const editor = await actorWith('editor');
  for (let times = 0; times < 200; times += 1) measure(box, '203.0.113.9', { task: 5_000 });
  measure(box, '203.0.113.10', { task: 5_000 }, { userId: editor.id });
  measure(box, '203.0.113.11', { task: 5_000 }, { userAgent: 'Googlebot/2.1' });
  measure(`${slotId}.00000000-0000-4000-8000-000000000000.1`, '203.0.113.12', { task: 5_000 });
  measure(`nowhere.${creativeId}.1`, '203.0.113.13', { task: 5_000 });
  await count();

  const { total } = await readSlotHealth(await actorWith('owner'), { slotId }, window);
  expect([...total.task.values()]).toEqual([1]);
  const rows = await db.filteredStatistic.findMany({ where: { event: 'cost' }, orderBy: { reason: 'asc' } });
  expect(rows.map(({ reason, count: times }) => `${reason} ${times}`)).toEqual([
    'bot 1',
    'other-content 1',
    'staff 1',
    'unknown 1',
  ]);
  expect((await findSlot(slotId))?.enabled).toBe(true);
});

test.each([
  ['negative', [-1, 0, 0, 0]],
  ['no number', ['0.1', 0, 0, 0]],
  ['too large', [101, 0, 0, 0]],
  ['not whole', [0, 0.5, 0, 0]],
  ['too few', [0, 0]],
])('a cost that is %s is not readable', async (_, values) => {
  const { box } = await aSlot('<script>bounds()</script>');
  const body = JSON.parse(JSON.stringify({ ...pageBatch([['view']]), events: [['cost', box, ...values]] }));
  expect(intake.receive(body, reader())).toBe(false);
});

test('enabling the slot keeps it, and measures its code anew', async () => {
  const actor = await actorWith('ads');
  const { slotId, creativeId, box } = await aSlot('<script>resumed()</script>');
  measureMany(box, 60, () => ({ task: 900 }));
  await count();
  await switchSlot(actor, { slotId, enabled: true });
  expect((await listBudgetPauses(slotId))[0]?.resumedAt).toBeInstanceOf(Date);
  expect((await readDashboardNotices(actor)).slotOverBudget).toBeNull();

  await pauseOverBudget([creativeId]);
  expect((await findSlot(slotId))?.enabled).toBe(true);
  const later = new Date(Date.now() + 2 * HOUR_MS);
  await db.slotHealth.updateMany({ data: { bucket: hourOf(later.getTime()) } });
  await pauseOverBudget([creativeId], later);
  expect((await findSlot(slotId))?.enabled).toBe(false);
  expect(await listBudgetPauses(slotId)).toHaveLength(2);
});

test('of several line items only the one over the budget is disabled', async () => {
  const { slotId } = await fillSlot('post-end', textDraft()).then(({ id }) => ({ slotId: id }));
  const { id } = await addLineItem('post-end', codeDraft('<script>one_of_two()</script>'));
  const item = await findLineItem(slotId, id);
  measureMany(`${slotId}.${item?.creative?.id}.1`, 60, () => ({ task: 900 }));
  await count();

  expect((await findSlot(slotId))?.enabled).toBe(true);
  expect((await findLineItem(slotId, id))?.enabled).toBe(false);
  expect(await listBudgetPauses(slotId)).toMatchObject([{ lineItem: { id } }]);
  await switchLineItem(await actorWith('ads'), { slotId, lineItemId: id, enabled: true });
  expect((await listBudgetPauses(slotId))[0]?.resumedAt).toBeInstanceOf(Date);
});

test('late measurements of a version that was replaced pause nothing', async () => {
  const { box, slotId } = await aSlot('<script>replaced()</script>');
  await db.slotStatistic.create({
    data: {
      slotId,
      period: 'hour',
      bucket: hourOf(Date.now()),
      creativeId: box.split('.')[1] ?? '',
      device: 'desktop',
      eligible: 1,
      served: 1,
      viewable: 0,
      clicks: 0,
    },
  });
  await aSlot('<script>its_successor()</script>');
  measureMany(box, 60, () => ({ task: 900 }));
  await count();
  expect(await db.slotHealth.count()).toBeGreaterThan(0);
  expect((await findSlot(slotId))?.enabled).toBe(true);
});

test.each(['editor', 'author', 'moderator', 'reader'] as const)('health is not for %s', async (role) => {
  await expect(readSlotHealth(await actorWith(role), {}, window)).rejects.toMatchObject({ code: 'forbidden' });
});

test('what was measured more than 35 days ago is removed', async () => {
  const { slotId, creativeId } = await aSlot('<script>old()</script>');
  const row = { slotId, creativeId, device: 'mobile', measure: 'shift', step: 0, count: 1 };
  const days = (count: number) => hourOf(Date.now() - count * 24 * HOUR_MS);
  await db.slotHealth.createMany({ data: [30, 36].map((age) => ({ ...row, bucket: days(age) })) });
  await deleteOldHealth();
  expect(await db.slotHealth.findMany({ select: { bucket: true } })).toEqual([{ bucket: days(30) }]);
});
