import { beforeEach, describe, expect, test } from 'vitest';
import type { PageEvent } from './batch';
import type { Entry } from './entry';
import { SeenViews } from './page-views';
import { emptyTally, tallyEntries, type Facts } from './tally';

const uuid = (digit: string) => `${digit.repeat(8)}-0000-7000-8000-000000000000`;
const [post, slot, shown, replaced] = ['1', '2', '3', '4'].map(uuid) as [string, string, string, string];
const box = `${slot}.${shown}.1`;
const at = Date.UTC(2026, 10, 27, 23, 30);

const facts: Facts = {
  posts: new Set([post]),
  staff: new Set(['editor']),
  slots: new Map([[slot, new Set([shown])]]),
  mayBeElsewhere: false,
};

let seen: SeenViews;
beforeEach(() => void (seen = new SeenViews()));

function entry(events: PageEvent[], more: Partial<Entry> = {}, batch: Partial<Entry['batch']> = {}): Entry {
  const page = { id: 'view-one', page: 'post' as const, post, from: 'news.example', narrow: false };
  return { at, day: '2026-11-28', batch: { ...page, events, ...batch }, ...more };
}

function tally(entries: Entry[], known = facts) {
  const sums = emptyTally();
  tallyEntries(entries, { tally: sums, facts: known, seen });
  const { readers, slots, filtered } = sums;
  return {
    readers: [...readers.values()].map((row) =>
      [row.period, row.dimension, row.bucket, row.value, row.count].join(' '),
    ),
    slots: [...slots.values()].map((row) => [row.eligible, row.served, row.viewable, row.clicks]),
    filtered: [...filtered.values()].map((row) => `${row.reason}: ${row.count} ${row.event}`),
  };
}

describe('a view', () => {
  test('counts by hour of UTC, by the site’s day, and for its post, referrer, device and country', () => {
    expect(tally([entry([['view']], { country: 'AT' })])).toEqual({
      readers: [
        'hour views 2026-11-27T23  1',
        'day kind 2026-11-28 post 1',
        'day device 2026-11-28 desktop 1',
        'day referrer 2026-11-28 news.example 1',
        'day referrer 11111111-0000-7000-8000-000000000000 2026-11-28 news.example 1',
        'day country 2026-11-28 AT 1',
        `day post 2026-11-28 ${post} 1`,
        `total post  ${post} 1`,
      ],
      slots: [],
      filtered: [],
    });
  });

  test('counts once, whatever is sent again', () => {
    tally([entry([['view']])]);
    expect(tally([entry([['view'], ['view']])])).toEqual({ readers: [], slots: [], filtered: ['repeated: 2 view'] });
  });

  test('from a page of this site has no referrer, and one without any has an empty one', () => {
    expect(tally([entry([['view']], {}, { from: null })]).readers.join()).not.toContain('referrer');
    expect(tally([entry([['view']], {}, { id: 'view-two', from: '' })]).readers).toContain(
      'day referrer 2026-11-28  1',
    );
  });

  test.each([
    ['unknown', entry([['view']], {}, { post: uuid('9') })],
    ['unknown', entry([['view']], {}, { post: null })],
    ['unknown', entry([['view']], {}, { page: null })],
    ['staff', entry([['view']], { userId: 'editor' })],
    ['return', entry([['return']])],
    ['bot', entry([['view']], { refused: 'bot' })],
  ])('is filtered: %s', (reason, sent) => {
    expect(tally([sent])).toEqual({ readers: [], slots: [], filtered: [`${reason}: 1 view`] });
  });

  test('of a signed-in reader counts', () => {
    expect(tally([entry([['view']], { userId: 'reader' })]).filtered).toEqual([]);
  });
});

describe('a box', () => {
  test('that may grow tells the height of what was seen, once, in tens and no more than a box may have', () => {
    const heights = (...events: PageEvent[]) => {
      const sums = emptyTally();
      tallyEntries([entry(events)], { tally: sums, facts, seen });
      return [...sums.heights.values()];
    };
    const seenAt = (height?: number): PageEvent => ['slot', box, 0, [5, 40, 1_040], height];
    const row = { slotId: slot, creativeId: shown, device: 'desktop', count: 1 };

    expect(heights(['slot', box, 0, [5, 40], 301])).toEqual([]);
    expect(heights(['slot', box, 2, [5, 40, 1_040], 301])).toEqual([{ ...row, height: 310 }]);
    expect(heights(seenAt(301), ['slot', box, 2, [5, 40, 1_040], 900])).toEqual([]);
    seen = new SeenViews();
    expect(heights(seenAt(99_999))).toEqual([{ ...row, height: 1_200 }]);
    seen = new SeenViews();
    expect(heights(seenAt(), ['slot', `${slot}.${replaced}.1`, 0, [5, 40, 1_040], 301])).toEqual([]);
  });

  test('advances through its stages, in one batch or several', () => {
    expect(tally([entry([['slot', box, 0, [5, 40, 1_040]]])]).slots).toEqual([[1, 1, 1, 0]]);
    const other = { id: 'view-two' };
    expect(
      tally([
        entry([['slot', box, 0, [5]]], {}, other),
        entry([['slot', box, 1, [5, 40]]], {}, other),
        entry(
          [
            ['slot', box, 2, [5, 40, 1_040]],
            ['click', box],
          ],
          {},
          other,
        ),
      ]),
    ).toEqual({ readers: [], slots: [[1, 1, 1, 1]], filtered: [] });
  });

  test('counts each stage once when a batch is sent again', () => {
    const sent = entry([
      ['slot', box, 0, [5, 40]],
      ['click', box],
    ]);
    expect(tally([sent, sent, sent])).toEqual({
      readers: [],
      slots: [[1, 1, 0, 1]],
      filtered: ['repeated: 2 eligible', 'repeated: 2 served', 'repeated: 2 click'],
    });
  });

  test.each<[string, PageEvent[], string[]]>([
    ['seen before it was there', [['slot', box, 2, [5, 40, 1_040]]], ['order: 1 viewable']],
    [
      'seen for less than a second',
      [['slot', box, 0, [5, 40, 900]]],
      ['order: 1 eligible', 'order: 1 served', 'order: 1 viewable'],
    ],
    ['there before it was considered', [['slot', box, 0, [50, 40]]], ['order: 1 eligible', 'order: 1 served']],
    [
      'clicked before it was there',
      [
        ['slot', box, 0, [5]],
        ['click', box],
      ],
      ['order: 1 click'],
    ],
    ['sent as if it said nothing new', [['slot', box, 1, [5]]], ['order: 1 eligible']],
  ])('%s is out of order', (_, events, filtered) => {
    const counted = tally([entry(events)]);
    expect(counted.filtered).toEqual(filtered);
    expect(counted.slots.flat().reduce((sum, count) => sum + count, 0)).toBeLessThanOrEqual(1);
  });

  test('of content that the slot does not show, or of no slot, is filtered', () => {
    const other: PageEvent = ['slot', `${slot}.${replaced}.1`, 0, [5]];
    const none: PageEvent = ['click', `${uuid('9')}.${shown}.1`];
    expect(tally([entry([other, none])])).toEqual({
      readers: [],
      slots: [],
      filtered: ['other-content: 1 eligible', 'unknown: 1 click'],
    });
  });

  test('continues here after it began on another machine, once', () => {
    const several = { ...facts, mayBeElsewhere: true };
    const sent = entry([['slot', box, 2, [5, 40, 1_040]]]);
    expect(tally([sent, sent], several)).toEqual({
      readers: [],
      slots: [[0, 0, 1, 0]],
      filtered: ['repeated: 1 viewable'],
    });
  });
});

test('a request in which nothing can be read is one request, and a line without a batch does no harm', () => {
  const nothing: Entry = { at, day: '2026-11-28', refused: 'unreadable' };
  expect(tally([nothing, nothing, { at, day: '2026-11-28' }]).filtered).toEqual(['unreadable: 3 request']);
});

test('limits how many views are remembered', () => {
  seen = new SeenViews(2);
  for (const id of ['view-one', 'view-two', 'view-three']) tally([entry([['view']], {}, { id })]);
  expect(['view-one', 'view-two', 'view-three'].map((id) => seen.has(id))).toEqual([false, true, true]);
});

describe('what a content costs', () => {
  const cost: PageEvent = ['cost', box, 0.12, 240, 1, 300];
  const health = (entries: Entry[]) => {
    const sums = emptyTally();
    tallyEntries(entries, { tally: sums, facts, seen });
    return [...sums.health.values()].map(
      ({ bucket, device, measure, step, count }) => `${bucket} ${device} ${measure} ${step} ${count}`,
    );
  };

  test('falls into classes by hour and device', () => {
    expect(health([entry([cost], {}, { narrow: true })])).toEqual([
      '2026-11-27T23 mobile shift 5 1',
      '2026-11-27T23 mobile task 4 1',
      '2026-11-27T23 mobile failed 1 1',
      '2026-11-27T23 mobile bytes 4 1',
    ]);
  });

  test('counts once for each page view', () => {
    expect(tally([entry([cost]), entry([cost])]).filtered).toEqual(['repeated: 1 cost']);
  });

  test.each([
    ['unknown', `${uuid('9')}.${shown}.1`],
    ['other-content', `${slot}.${replaced}.1`],
  ])('is filtered: %s', (reason, other) => {
    expect(tally([entry([['cost', other, 0, 0, 0, 0]])]).filtered).toEqual([`${reason}: 1 cost`]);
  });
});
