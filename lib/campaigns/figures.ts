import 'server-only';
import type { Actor } from '@/lib/auth/actor';
import { requireCapability } from '@/lib/auth/guards';
import { readDb } from '@/lib/database/db';
import { listCampaignItems, type CampaignItem } from '@/lib/slots/campaign-items';
import { progressOf, type Progress } from '@/lib/slots/pacing';
import { lineItemStateOf, type SlotState } from '@/lib/slots/slot';
import { hourOf } from '@/lib/statistics/tally';
import { dayLabel } from '@/lib/time/dates';
import { noCounts, sumOf, type Counts } from './counts';
import type { ReportRange } from './report-range';

const DAY_MS = 24 * 60 * 60 * 1000;

export type ItemFigures = {
  item: CampaignItem;
  state: SlotState;
  /** Of all time. */
  total: Counts;
  progress: Progress | null;
  /** Clicks into pasted code are guessed from the focus. */
  isEstimated: boolean;
};

/** What became of the line items of campaigns, by the campaigns' ids. */
export async function readCampaignFigures(actor: Actor, campaignIds: readonly string[], now = new Date()) {
  requireCapability(actor, 'slots.edit');
  return Map.groupBy(await figuresOf(campaignIds, now), ({ item }) => item.campaignId ?? '');
}

export type DayFigures = Counts & { day: string };
export type ReportedItem = ItemFigures & {
  /** Of the days asked for. */
  counts: Counts;
  /** Those on which anything was counted, oldest first. */
  days: DayFigures[];
};
export type CampaignReport = { items: ReportedItem[]; total: Counts; days: DayFigures[] };

type Window = { range: ReportRange; timeZone: string; now?: Date };

/** The report of a campaign; the caller has checked that it may be read. */
export async function readCampaignReport(
  campaignId: string,
  { range, timeZone, now = new Date() }: Window,
): Promise<CampaignReport> {
  const figures = await figuresOf([campaignId], now);
  const rows = await rowsIn(
    figures.map(({ item }) => item),
    range,
    timeZone,
  );
  const items = figures.map((each) => {
    const own = new Set(each.item.creatives.map(({ id }) => id));
    const ownRows = rows.filter(({ creativeId }) => own.has(creativeId));
    return { ...each, counts: sumOf(ownRows), days: byDay(ownRows) };
  });
  return { items, total: sumOf(rows), days: byDay(rows) };
}

async function figuresOf(campaignIds: readonly string[], now: Date): Promise<ItemFigures[]> {
  const items = await listCampaignItems(campaignIds);
  const totals = await totalsOf(items);
  return items.map((item) => {
    const total = sumOf(item.creatives.map(({ id }) => totals.get(id) ?? noCounts));
    const { startsAt = null, endsAt = null } = item.creative ?? {};
    const reached = total[item.goal.kind === 'viewable' || item.goal.kind === 'clicks' ? item.goal.kind : 'served'];
    return {
      item,
      state: item.slot.enabled ? lineItemStateOf(item, now) : 'Disabled',
      total,
      progress: progressOf({ goal: item.goal, startsAt, endsAt }, { total: reached }, now),
      isEstimated: item.creatives.some(({ kind }) => kind === 'code'),
    };
  });
}

const counted = { eligible: true, served: true, viewable: true, clicks: true } as const;

async function totalsOf(items: readonly CampaignItem[]) {
  const rows = await readDb.slotStatistic.groupBy({ by: ['creativeId'], where: shownBy(items), _sum: counted });
  return new Map(
    rows.map(({ creativeId, _sum: { eligible, served, viewable, clicks } }) => [
      creativeId,
      { eligible: eligible ?? 0, served: served ?? 0, viewable: viewable ?? 0, clicks: clicks ?? 0 },
    ]),
  );
}

async function rowsIn(items: readonly CampaignItem[], { from, until }: ReportRange, timeZone: string) {
  const start = Date.parse(`${from}T00:00Z`);
  const end = Date.parse(`${until}T00:00Z`);
  const select = { bucket: true, creativeId: true, ...counted };
  const [hours, days] = await Promise.all([
    readDb.slotStatistic.findMany({
      where: {
        ...shownBy(items),
        period: 'hour',
        bucket: { gte: hourOf(start - DAY_MS), lt: hourOf(end + 2 * DAY_MS) },
      },
      select,
    }),
    readDb.slotStatistic.findMany({
      where: { ...shownBy(items), period: 'day', bucket: { gte: from, lte: until } },
      select,
    }),
  ]);
  return [
    ...hours.map(({ bucket, ...row }) => ({ ...row, day: dayLabel(new Date(`${bucket}:00Z`), timeZone) })),
    ...days.map(({ bucket, ...row }) => ({ ...row, day: bucket })),
  ].filter(({ day }) => day >= from && day <= until);
}

function shownBy(items: readonly CampaignItem[]) {
  return {
    slotId: { in: [...new Set(items.map(({ slotId }) => slotId))] },
    creativeId: { in: items.flatMap(({ creatives }) => creatives.map(({ id }) => id)) },
  };
}

function byDay(rows: readonly DayFigures[]): DayFigures[] {
  return [...Map.groupBy(rows, ({ day }) => day)]
    .map(([day, ofDay]) => ({ day, ...sumOf(ofDay) }))
    .filter(({ served, viewable, clicks }) => served + viewable + clicks > 0)
    .toSorted((a, b) => (a.day < b.day ? -1 : 1));
}
