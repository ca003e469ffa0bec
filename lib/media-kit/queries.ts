import 'server-only';
import { readDb } from '@/lib/database/db';
import { isPlacement, placementFacts, type Placement } from '@/lib/slots/placements';
import type { BoxSizes } from '@/lib/slots/slot';
import { daysUntil } from '@/lib/statistics/queries';
import { hourOf } from '@/lib/statistics/tally';
import { dayLabel } from '@/lib/time/dates';
import { ratesOf, type SlotRates } from './media-kit';

const MEASURED_DAYS = 28;
const HOUR_MS = 60 * 60 * 1000;
const DAY_MS = 24 * HOUR_MS;

const shown = {
  id: true,
  name: true,
  placement: true,
  forSale: true,
  width: true,
  height: true,
  mobileWidth: true,
  mobileHeight: true,
} as const;

/** Every slot by name, and whether it is for sale. */
export async function listOffers(): Promise<{ id: string; name: string; forSale: boolean }[]> {
  const slots = await readSlots();
  return slots.map(({ id, name, forSale }) => ({ id, name, forSale }));
}

export type OfferedSlot = { id: string; name: string; place: Placement; sizes: BoxSizes; rates: SlotRates };
export type MediaKit = { slots: OfferedSlot[]; from: string; until: string };

/** The slots for sale, in page order, with what was counted in the last 28 days that are over. */
export async function readMediaKit({
  timeZone,
  now = new Date(),
}: {
  timeZone: string;
  now?: Date;
}): Promise<MediaKit> {
  const slots = (await readSlots()).filter(({ forSale }) => forSale);
  const days = daysUntil({ timeZone, now, days: MEASURED_DAYS + 1 });
  const [from = '', today = ''] = [days[0], days.at(-1)];
  const measured = await measure(
    slots.map(({ id }) => id),
    { from, today, timeZone },
  );
  return {
    slots: slots.map(({ id, name, placement, width, height, mobileWidth, mobileHeight }) => ({
      id,
      name,
      place: placement,
      sizes: { width, height, mobileWidth, mobileHeight },
      rates: ratesOf(measured(id)),
    })),
    from,
    until: days.at(-2) ?? '',
  };
}

async function readSlots() {
  const rows = await readDb.slot.findMany({ orderBy: [{ sortOrder: 'asc' }, { id: 'asc' }], select: shown });
  return rows
    .flatMap(({ placement, ...row }) => (isPlacement(placement) ? [{ ...row, placement }] : []))
    .toSorted((a, b) => placementFacts[a.placement].order - placementFacts[b.placement].order);
}

type Window = { from: string; today: string; timeZone: string };

async function measure(slotIds: string[], { from, today, timeZone }: Window) {
  const hours = { gte: firstHourOf(from, timeZone), lt: firstHourOf(today, timeZone) };
  const rows = await readDb.slotStatistic.groupBy({
    by: ['slotId', 'creativeId'],
    where: {
      slotId: { in: slotIds },
      OR: [
        { period: 'hour', bucket: hours },
        { period: 'day', bucket: { gte: from, lt: today } },
      ],
    },
    _sum: { served: true, viewable: true, clicks: true },
  });
  const code = await readDb.creative.findMany({
    where: { id: { in: rows.map(({ creativeId }) => creativeId) }, kind: 'code' },
    select: { id: true },
  });
  const isCode = new Set(code.map(({ id }) => id));
  return (slotId: string) => {
    const own = rows.filter((row) => row.slotId === slotId);
    const exact = own.filter(({ creativeId }) => !isCode.has(creativeId));
    return {
      served: sum(own.map(({ _sum }) => _sum.served)),
      viewable: sum(own.map(({ _sum }) => _sum.viewable)),
      exactlyClicked: {
        served: sum(exact.map(({ _sum }) => _sum.served)),
        clicks: sum(exact.map(({ _sum }) => _sum.clicks)),
      },
    };
  };
}

/** The first hour (of UTC, as they are counted in) that begins in a day of the site. */
function firstHourOf(day: string, timeZone: string) {
  let at = Date.parse(`${day}T00:00Z`) - DAY_MS;
  while (dayLabel(new Date(at), timeZone) < day) at += HOUR_MS;
  return hourOf(at);
}

function sum(counts: (number | null)[]) {
  return counts.reduce<number>((total, count) => total + (count ?? 0), 0);
}
