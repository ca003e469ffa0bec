import { beforeEach, expect, test } from 'vitest';
import { db } from '@/lib/database/db';
import { goalSchema, type Goal } from '@/lib/slots/line-item';
import { saveLineItem } from '@/lib/slots/line-items';
import { findLineItem } from '@/lib/slots/queries';
import { readDelivery, readProgress } from '@/lib/statistics/delivery';
import { answerManifest } from '@/server/rendering/slot-manifest';
import { addLineItem, fillSlot, removeLineItems, textDraft } from '../../factories/slots';
import { actorWith } from '../../factories/users';

const now = new Date('2026-11-28T12:30Z');
const inUtc = { timeZone: 'UTC', now };

beforeEach(async () => {
  await removeLineItems();
  await db.slotStatistic.deleteMany();
});

function count(slotId: string, creativeId: string, [period, bucket]: [string, string], counts: object = {}) {
  const row = { slotId, creativeId, period, bucket, device: 'desktop', eligible: 0, served: 0, viewable: 0, clicks: 0 };
  return db.slotStatistic.create({ data: { ...row, ...counts } });
}

async function sell(goal: Partial<Goal>) {
  await fillSlot('header', textDraft({ headline: 'House' }));
  const sold = goalSchema.parse({ kind: 'impressions', amount: 100, pace: 'fast', ...goal });
  const { id, slotId, settings } = await addLineItem('header', textDraft({ headline: 'Sold' }), {
    goal: sold,
    tier: 'guaranteed',
  });
  const creativeId = (await findLineItem(slotId, id))?.creative?.id ?? '';
  return { id, slotId, settings, creativeId, goal: sold };
}

test('a line item’s delivery is that of all its versions, over all time, and today by the site’s clock', async () => {
  const { id, slotId, settings, creativeId, goal } = await sell({});
  const creative = textDraft({ headline: 'Sold anew' });
  await saveLineItem(await actorWith('ads'), { slotId, id, version: 2, settings, creative });
  const later = (await findLineItem(slotId, id))?.creative?.id ?? '';
  await count(slotId, creativeId, ['month', '2025-10'], { served: 40 });
  await count(slotId, creativeId, ['hour', '2026-11-27T22'], { served: 7, eligible: 9 });
  await count(slotId, later, ['hour', '2026-11-27T23'], { served: 5, eligible: 80, viewable: 2 });
  await count(slotId, later, ['hour', '2026-11-28T12'], { served: 3, eligible: 20, viewable: 1, clicks: 1 });
  await count(slotId, 'other', ['hour', '2026-11-28T12'], { served: 900, eligible: 30 });

  const item = { id, slotId, goal };
  const of = async (more: object, timeZone = 'UTC') =>
    (await readDelivery([{ ...item, goal: { ...goal, ...more } }], { timeZone, now })).get(id);
  expect(await of({})).toEqual({ total: 55, today: 3, opportunities: { recent: 100, busiest: 100 } });
  expect(await of({}, 'Europe/Berlin')).toMatchObject({ today: 8 });
  expect(await of({ kind: 'viewable' })).toMatchObject({ total: 3, today: 1 });
  expect(await of({ kind: 'clicks' })).toMatchObject({ total: 1 });
  expect((await readDelivery([], inUtc)).size).toBe(0);
});

test('the manifest holds back what is ahead, and what has reached its goal', async () => {
  const { id, slotId, creativeId } = await sell({ pace: 'fast' });
  const share = async () => {
    const { body } = await answerManifest();
    const { items } = JSON.parse(body.toString()) as { items: Record<string, { share?: number }> };
    return [items[slotId]?.share, items[id]?.share];
  };

  expect(await share()).toEqual([undefined, 1]);
  await count(slotId, creativeId, ['day', '2026-11-01'], { served: 100 });
  expect(await share()).toEqual([undefined, 0]);
});

test('the progress of what was sold is for those who edit slots', async () => {
  const { id, slotId, goal, creativeId } = await sell({ kind: 'clicks', amount: 4 });
  await count(slotId, creativeId, ['day', '2026-11-01'], { served: 100, clicks: 1 });
  const item = { id, slotId, goal, creative: null };

  const progress = await readProgress(await actorWith('ads'), [item], inUtc);

  expect(progress.get(id)).toMatchObject({ kind: 'clicks', reached: 1, amount: 4, due: null });
  await expect(readProgress(await actorWith('editor'), [item], inUtc)).rejects.toMatchObject({ code: 'forbidden' });
});
