import { beforeEach, expect, test } from 'vitest';
import { db } from '@/lib/database/db';
import { newId } from '@/lib/platform/ids';
import { storeSettings } from '@/lib/settings/queries';
import { readLearnedHeights } from '@/lib/statistics/learned-heights';
import { listDays } from '@/lib/statistics/queries';
import { rollUp } from '@/lib/upkeep/statistics';
import { actorWith } from '../../factories/users';

const now = new Date('2026-11-27T12:00:00Z');
const slot = { slotId: newId(), creativeId: newId(), device: 'desktop' };
const counts = { eligible: 4, served: 3, viewable: 2, clicks: 1 };

const viewsIn = (period: string, bucket: string, count: number) => ({
  period,
  bucket,
  dimension: 'views',
  value: '',
  count,
});

beforeEach(async () => {
  await Promise.all([
    db.readerStatistic.deleteMany(),
    db.readerSketch.deleteMany(),
    db.slotStatistic.deleteMany(),
    db.filteredStatistic.deleteMany(),
  ]);
  await storeSettings({ timeZone: 'Europe/Vienna' });
});

const rows = async () => {
  const found = await db.readerStatistic.findMany({ orderBy: [{ period: 'asc' }, { bucket: 'asc' }] });
  return found.map(({ period, bucket, count }) => `${period} ${bucket} ${count}`);
};

test('hours become days of the site’s time zone after 35 days, days become months after thirteen', async () => {
  await db.readerStatistic.createMany({
    data: [
      viewsIn('hour', '2026-10-01T21', 1),
      viewsIn('hour', '2026-10-01T22', 2),
      viewsIn('hour', '2026-10-02T10', 4),
      viewsIn('hour', '2026-11-01T10', 8),
      viewsIn('day', '2025-09-30', 16),
      viewsIn('day', '2025-09-01', 32),
      viewsIn('month', '2025-09', 64),
    ],
  });
  const expected = ['day 2026-10-01 1', 'day 2026-10-02 6', 'hour 2026-11-01T10 8', 'month 2025-09 112'];
  await rollUp(now);
  expect(await rows()).toEqual(expected);
  await rollUp(now);
  expect(await rows()).toEqual(expected);
});

test('heights that were measured long ago decide less and less', async () => {
  const { slotId } = slot;
  const measured = (creativeId: string, height: number, count: number) =>
    db.slotHeight.create({ data: { slotId, creativeId, device: 'mobile', height, count } });
  const learned = async (id: string) =>
    (await readLearnedHeights([{ id: slotId, lineItems: [{ creative: { id } }] }]))[id]?.mobile;
  const [often, seldom] = [newId(), newId()];
  await Promise.all([measured(often, 600, 900), measured(often, 100, 101), measured(seldom, 600, 1_000)]);
  expect(await learned(often)).toBe(600);

  await rollUp(now);
  await rollUp(now);
  expect(await db.slotHeight.findMany({ where: { slotId }, orderBy: { count: 'asc' } })).toMatchObject([
    { height: 100, count: 50 },
    { height: 600, count: 450 },
    { creativeId: seldom, count: 1_000 },
  ]);
  const was = { slotId_creativeId_device_height: { slotId, creativeId: often, device: 'mobile', height: 100 } };
  for (let hour = 0; hour < 5; hour++) {
    await db.slotHeight.update({ where: was, data: { count: { increment: 800 } } });
    await rollUp(now);
  }
  expect(await learned(often)).toBe(100);
});

test('two machines that do it at once add nothing twice', async () => {
  const hours = Array.from({ length: 10 }, (_, i) => viewsIn('hour', `2026-10-02T0${i}`, 3));
  await db.readerStatistic.createMany({ data: hours });
  await Promise.all([rollUp(now), rollUp(now), rollUp(now)]);
  expect(await rows()).toEqual(['day 2026-10-02 30']);
});

test('slots and what was filtered are rolled up too', async () => {
  await db.slotStatistic.createMany({
    data: ['2026-10-02T09', '2026-10-02T10'].map((bucket) => ({ period: 'hour', bucket, ...slot, ...counts })),
  });
  const filtered = { slotId: slot.slotId, reason: 'bot', event: 'served', count: 7 };
  await db.filteredStatistic.createMany({
    data: ['2025-09-01', '2025-09-02'].map((bucket) => ({ period: 'day', bucket, ...filtered })),
  });
  await rollUp(now);

  expect(await db.slotStatistic.findMany()).toEqual([
    { period: 'day', bucket: '2026-10-02', ...slot, eligible: 8, served: 6, viewable: 4, clicks: 2 },
  ]);
  expect(await db.filteredStatistic.findMany()).toEqual([
    { ...filtered, period: 'month', bucket: '2025-09', count: 14 },
  ]);
});

test('a day that is over keeps the number of its readers alone, and the reader of today is shown meanwhile', async () => {
  const marks = (day: string) => [1, 2, 3].map((register) => ({ day, register, rank: 1 }));
  await db.readerSketch.createMany({ data: [...marks('2026-11-26'), ...marks('2026-11-27')] });
  const editor = await actorWith('editor');
  const shown = async () => (await listDays(editor, { timeZone: 'Europe/Vienna', now })).slice(-2);
  const expected = [
    { day: '2026-11-26', views: 0, readers: 3 },
    { day: '2026-11-27', views: 0, readers: 3 },
  ];
  expect(await shown()).toEqual(expected);
  await rollUp(now);
  expect(await shown()).toEqual(expected);
  expect(await db.readerSketch.count({ where: { day: '2026-11-26' } })).toBe(0);
});
