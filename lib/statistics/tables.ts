import 'server-only';
import type { Actor } from '@/lib/auth/actor';
import { writeCsv } from './csv';
import { countryName, deviceName, referrerName } from './names';
import { readPostFigures } from './post-queries';
import { listDays, listFiltered, listTop, listTopPosts } from './queries';
import { filteredEvents, reasonInWords, type FilteredEvent } from './reasons';
import { readSlotFigures, type SlotCounts } from './slot-queries';

/** What one table as a file is asked with. */
type Asked = { actor: Actor; timeZone: string };

const named =
  (dimension: 'referrer' | 'country' | 'device' | 'kind', nameOf = (name: string) => name) =>
  async ({ actor, timeZone }: Asked) => {
    const rows = await listTop(actor, dimension, { timeZone });
    return writeCsv(
      ['Name', 'Views'],
      rows.map(({ name, count }) => [nameOf(name), count]),
    );
  };

const readerTables = {
  days: async ({ actor, timeZone }: Asked) =>
    writeCsv(
      ['Day', 'Views', 'Readers'],
      (await listDays(actor, { timeZone })).map(({ day, views, readers }) => [day, views, readers]),
    ),
  posts: async ({ actor, timeZone }: Asked) =>
    writeCsv(
      ['Post', 'Views'],
      (await listTopPosts(actor, { timeZone })).map(({ title, count }) => [title, count]),
    ),
  referrers: named('referrer', referrerName),
  countries: named('country', countryName),
  devices: named('device', deviceName),
  pages: named('kind'),
  filtered: (asked: Asked) => filteredTable(asked, null),
};

/** A table of the Dashboard as CSV; null if there is none of this name. */
export async function readerTable(name: string, asked: Asked): Promise<string | null> {
  return Object.hasOwn(readerTables, name) ? readerTables[name as keyof typeof readerTables](asked) : null;
}

/** A table of a slot's page as CSV; null if there is none of this name. */
export async function slotTable(name: string, slotId: string, asked: Asked): Promise<string | null> {
  if (name === 'filtered') return filteredTable(asked, slotId);
  const { days, byContent, byDevice } = await readSlotFigures(asked.actor, slotId, asked);
  if (name === 'days') return slotRows('Day', new Map(days.map((row) => [row.day, row])));
  if (name === 'versions') return slotRows('Version', byContent);
  return name === 'devices' ? slotRows('Device', byDevice) : null;
}

/** A table of a post's page as CSV; null if there is none of this name. */
export async function postTable(name: string, postId: string, { actor, timeZone }: Asked): Promise<string | null> {
  const { days, referrers } = await readPostFigures(actor, postId, { timeZone });
  if (name === 'days')
    return writeCsv(
      ['Day', 'Views'],
      days.map(({ day, views }) => [day, views]),
    );
  if (name !== 'referrers') return null;
  return writeCsv(
    ['Name', 'Views'],
    referrers.map((row) => [referrerName(row.name), row.count]),
  );
}

function slotRows(first: string, counts: ReadonlyMap<string, SlotCounts>) {
  return writeCsv(
    [first, 'Eligible', 'Impressions', 'Viewable', 'Clicks'],
    [...counts].map(([name, row]) => [name, row.eligible, row.served, row.viewable, row.clicks]),
  );
}

async function filteredTable({ actor, timeZone }: Asked, slotId: string | null) {
  const rows = await listFiltered(actor, slotId, { timeZone });
  return writeCsv(
    ['Reason', 'What', 'Times'],
    rows.map(({ reason, event, count }) => [
      reasonInWords(reason),
      filteredEvents[event as FilteredEvent] ?? event,
      count,
    ]),
  );
}
