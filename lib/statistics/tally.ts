import { MAX_GROWN_PX } from '@/lib/slots/slot';
import { partsOfBox, stages, type PageBatch, type PageEvent, type Stage } from './batch';
import { costMeasures, stepOf, type CostMeasure } from '@/lib/slots/health';
import type { Entry } from './entry';
import type { SeenView, SeenViews } from './page-views';
import type { FilteredEvent, Reason } from './reasons';
import { referrersOfPost } from './referrer-hosts';

/** What the database knows of what the entries name. */
export type Facts = {
  posts: ReadonlySet<string>;
  staff: ReadonlySet<string>;
  /** The contents that each slot may be showing in an open page. */
  slots: ReadonlyMap<string, ReadonlySet<string>>;
  /** Another machine may have counted the beginning of a page view. */
  mayBeElsewhere: boolean;
};

export type ReaderRow = { period: string; dimension: string; bucket: string; value: string; count: number };
export type SlotRow = {
  period: string;
  bucket: string;
  slotId: string;
  creativeId: string;
  device: string;
} & Record<Stage | 'clicks', number>;
export type HeightRow = { slotId: string; creativeId: string; device: string; height: number; count: number };
export type FilteredRow = {
  period: string;
  bucket: string;
  reason: Reason;
  event: FilteredEvent;
  slotId: string;
  count: number;
};
export type HealthRow = {
  bucket: string;
  slotId: string;
  creativeId: string;
  device: string;
  measure: CostMeasure;
  step: number;
  count: number;
};
/** Sums of many entries, ready to be added to the tables. */
export type Tally = {
  readers: Map<string, ReaderRow>;
  slots: Map<string, SlotRow>;
  heights: Map<string, HeightRow>;
  health: Map<string, HealthRow>;
  filtered: Map<string, FilteredRow>;
  /** The highest rank of each register, by day. */
  sketches: Map<string, Map<number, number>>;
};

/** A view counts once the page is shown; timers of browsers may be a few milliseconds early. */
const VIEWABLE_MS = 990;
const HEIGHT_STEP_PX = 10;

export function emptyTally(): Tally {
  return {
    readers: new Map(),
    slots: new Map(),
    heights: new Map(),
    health: new Map(),
    filtered: new Map(),
    sketches: new Map(),
  };
}

type Context = { tally: Tally; facts: Facts; seen: SeenViews };

/** Adds up what counts, once for each page view, and what does not, with the reason. */
export function tallyEntries(entries: readonly Entry[], context: Context) {
  for (const entry of entries) tallyEntry(entry, context);
}

function tallyEntry(entry: Entry, context: Context) {
  const { batch, refused } = entry;
  if (!batch) return filter(context, entry, refused ?? 'unreadable', { event: 'request' });
  const reason = refused ?? (context.facts.staff.has(entry.userId ?? '') ? 'staff' : null);
  if (reason) {
    for (const event of batch.events) filterEvent(context, entry, reason, event);
    return;
  }
  const isNew = !context.seen.has(batch.id);
  const view = context.seen.get(batch.id);
  for (const event of batch.events) {
    if (event[0] === 'view') countView({ ...entry, batch }, view, context);
    else if (event[0] === 'return') filterEvent(context, entry, 'return', event);
    else if (event[0] === 'cost') measureCost({ ...entry, batch }, event, { view, context });
    else countBox({ ...entry, batch }, event, { view, isNew, context });
  }
}

type Counted = Entry & { batch: PageBatch };

function countView(entry: Counted, view: SeenView, context: Context) {
  const { page, post, from, narrow } = entry.batch;
  const isKnown = page && (page === 'post' || page === 'page' ? context.facts.posts.has(post ?? '') : true);
  if (!isKnown) return filterEvent(context, entry, 'unknown', ['view']);
  if (view.isCounted) return filterEvent(context, entry, 'repeated', ['view']);
  view.isCounted = true;
  const { day, country, mark } = entry;
  const add = (period: string, bucket: string, dimension: string, value: string) =>
    addReaders(context.tally, { period, bucket, dimension, value, count: 1 });
  add('hour', hourOf(entry.at), 'views', '');
  add('day', day, 'kind', page);
  add('day', day, 'device', deviceOf(narrow));
  if (typeof from === 'string') add('day', day, 'referrer', from);
  if (typeof from === 'string' && post) add('day', day, referrersOfPost(post), from);
  if (country) add('day', day, 'country', country);
  if (post)
    for (const [period, bucket] of [
      ['day', day],
      ['total', ''],
    ] as const)
      add(period, bucket, 'post', post);
  if (!mark) return;
  const [register, rank] = mark;
  const sketch = context.tally.sketches.get(day) ?? new Map<number, number>();
  context.tally.sketches.set(day, sketch.set(register, Math.max(rank, sketch.get(register) ?? 0)));
}

type CostEvent = Extract<PageEvent, ['cost', ...unknown[]]>;

// It comes from the page view's second script, under a number of its own: what it was shown is not known here.
function measureCost(entry: Counted, event: CostEvent, { view, context }: Omit<Where, 'isNew'>) {
  const [, box, ...values] = event;
  const { slotId, creativeId } = partsOfBox(box);
  const contents = context.facts.slots.get(slotId);
  if (!contents) return filterEvent(context, entry, 'unknown', event);
  if (!contents.has(creativeId)) return filterEvent(context, entry, 'other-content', event);
  if (view.measured.has(box)) return filterEvent(context, entry, 'repeated', event);
  view.measured.add(box);
  for (const [index, measure] of costMeasures.entries()) {
    const row = { slotId, creativeId, measure, step: stepOf(measure, values[index] ?? 0), count: 0 };
    addCost(context.tally, { ...row, bucket: hourOf(entry.at), device: deviceOf(entry.batch.narrow) });
  }
}

function addCost({ health }: Tally, row: HealthRow) {
  const key = [row.bucket, row.slotId, row.creativeId, row.device, row.measure, row.step].join(' ');
  const sum = health.get(key) ?? row;
  health.set(key, sum);
  sum.count += 1;
}

type BoxEvent = Exclude<PageEvent, ['view'] | ['return'] | CostEvent>;
type Where = { view: SeenView; isNew: boolean; context: Context };

function countBox(entry: Counted, event: BoxEvent, { view, isNew, context }: Where) {
  const { slotId, creativeId } = partsOfBox(event[1]);
  const contents = context.facts.slots.get(slotId);
  if (!contents) return filterEvent(context, entry, 'unknown', event);
  if (!contents.has(creativeId)) return filterEvent(context, entry, 'other-content', event);
  const mayTrust = isNew && context.facts.mayBeElsewhere;
  const box = view.boxes.get(event[1]) ?? { stage: mayTrust ? begunElsewhere(event) : 0, isClicked: false };
  view.boxes.set(event[1], box);
  const row = () => slotRow(context.tally, entry, { slotId, creativeId });
  if (event[0] === 'click') {
    const reason = box.stage < 2 ? 'order' : box.isClicked ? 'repeated' : null;
    if (reason) return filterEvent(context, entry, reason, event);
    box.isClicked = true;
    row().clicks += 1;
    return;
  }
  const [, , sent, times, height] = event;
  if (sent > box.stage || sent >= times.length || !isPossible(times)) {
    return filterEvent(context, entry, 'order', event);
  }
  for (const [index, stage] of stages.slice(0, times.length).entries()) {
    if (index < sent) continue;
    if (index < box.stage) filter(context, entry, 'repeated', { event: stage, slotId });
    else row()[stage] += 1;
  }
  if (height && box.stage < stages.length && times.length === stages.length) {
    addHeight(context.tally, { slotId, creativeId, device: deviceOf(entry.batch.narrow), height });
  }
  box.stage = Math.max(box.stage, times.length);
}

function begunElsewhere(event: BoxEvent) {
  return event[0] === 'click' ? 2 : event[2];
}

function isPossible([eligible = 0, served = eligible, viewable]: readonly number[]) {
  return served >= eligible && (viewable === undefined || viewable - served >= VIEWABLE_MS);
}

// Of a box, the stages that the event would have counted.
function filterEvent(context: Context, entry: Entry, reason: Reason, event: PageEvent) {
  if (event[0] === 'view' || event[0] === 'return') return filter(context, entry, reason, { event: 'view' });
  const { slotId } = partsOfBox(event[1]);
  if (event[0] === 'click' || event[0] === 'cost') return filter(context, entry, reason, { event: event[0], slotId });
  for (const stage of stages.slice(event[2], event[3].length)) filter(context, entry, reason, { event: stage, slotId });
  if (event[2] >= event[3].length) filter(context, entry, reason, { event: 'eligible', slotId });
}

type Filtered = { event: FilteredEvent; slotId?: string };

function filter({ tally, facts }: Context, { day }: Entry, reason: Reason, { event, slotId = '' }: Filtered) {
  const known = facts.slots.has(slotId) ? slotId : '';
  const row = { period: 'day', bucket: day, reason, event, slotId: known, count: 0 };
  const key = [day, reason, event, known].join(' ');
  const sum = tally.filtered.get(key) ?? row;
  tally.filtered.set(key, sum);
  sum.count += 1;
}

function addReaders({ readers }: Tally, row: ReaderRow) {
  const key = [row.period, row.dimension, row.bucket, row.value].join(' ');
  const sum = readers.get(key);
  if (sum) sum.count += row.count;
  else readers.set(key, row);
}

function addHeight({ heights }: Tally, { height, ...named }: Omit<HeightRow, 'count'>) {
  const row = {
    ...named,
    height: Math.min(Math.ceil(height / HEIGHT_STEP_PX) * HEIGHT_STEP_PX, MAX_GROWN_PX),
    count: 0,
  };
  const key = Object.values(row).join(' ');
  const sum = heights.get(key) ?? row;
  heights.set(key, sum);
  sum.count += 1;
}

function slotRow({ slots }: Tally, { at, batch }: Counted, named: { slotId: string; creativeId: string }): SlotRow {
  const row = { period: 'hour', bucket: hourOf(at), ...named, device: deviceOf(batch.narrow) };
  const key = Object.values(row).join(' ');
  const sum = slots.get(key) ?? { ...row, eligible: 0, served: 0, viewable: 0, clicks: 0 };
  slots.set(key, sum);
  return sum;
}

function deviceOf(isNarrow: boolean) {
  return isNarrow ? 'mobile' : 'desktop';
}

/** "2026-11-27T21", in UTC. */
export function hourOf(at: number) {
  return new Date(at).toISOString().slice(0, 13);
}
