import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { db } from '@/lib/database/db';
import { newId } from '@/lib/platform/ids';
import { storeSettings } from '@/lib/settings/queries';
import { Counter, apply } from '@/lib/statistics/counting';
import { writeEntries } from '@/lib/statistics/entry';
import { Intake } from '@/lib/statistics/intake';
import { Journal, journalFolder } from '@/lib/statistics/journal';
import { readLearnedHeights } from '@/lib/statistics/learned-heights';
import { listJournals } from '@/lib/statistics/journal-files';
import { referrersOfPost } from '@/lib/statistics/referrer-hosts';
import type { Tally } from '@/lib/statistics/tally';
import { createPost } from '../../factories/posts';
import { pageBatch, reader } from '../../factories/page-batches';
import { fillSlot, textDraft } from '../../factories/slots';
import { actorWith } from '../../factories/users';

let journal: Journal;
let intake: Intake;
beforeEach(async () => {
  rmSync(journalFolder(), { recursive: true, force: true });
  await Promise.all([
    db.readerStatistic.deleteMany(),
    db.readerSketch.deleteMany(),
    db.slotStatistic.deleteMany(),
    db.slotHeight.deleteMany(),
    db.filteredStatistic.deleteMany(),
    db.statisticBatch.deleteMany(),
  ]);
  await storeSettings({ timeZone: 'UTC' });
  journal = new Journal();
  intake = new Intake(journal);
});
afterEach(() => journal.close());

async function count(counter = new Counter()) {
  await journal.close();
  await counter.count();
}

const views = async () => {
  const rows = await db.readerStatistic.findMany({ where: { dimension: 'views' }, select: { count: true } });
  return rows.reduce((sum, row) => sum + row.count, 0);
};
const filtered = async () => {
  const rows = await db.filteredStatistic.findMany({ orderBy: [{ reason: 'asc' }, { event: 'asc' }] });
  return rows.map(({ reason, event, count }) => `${reason}: ${count} ${event}`);
};

test('what readers sent is in the tables once, and the journal is gone', async () => {
  const post = await createPost();
  for (const client of ['192.0.2.1', '192.0.2.1', '192.0.2.2']) {
    expect(intake.receive(pageBatch([['view']], { page: 'post', post: post.id }), reader(client))).toBe(true);
  }
  await count();

  const total = { period: 'total', dimension: 'post', bucket: '', value: post.id };
  expect(await db.readerStatistic.findFirst({ where: total, select: { count: true } })).toEqual({ count: 3 });
  expect(await views()).toBe(3);
  expect(await db.readerSketch.count()).toBe(2);
  expect(await listJournals()).toEqual([]);
});

test('counts are added to those that are there', async () => {
  const counter = new Counter();
  for (let i = 0; i < 3; i += 1) {
    intake.receive(pageBatch([['view']]), reader());
    await count(counter);
  }
  expect(await views()).toBe(3);
});

test('does not count a journal twice after a crash that followed the commit', async () => {
  intake.receive(pageBatch([['view']]), reader());
  await journal.close();
  const [id = ''] = await listJournals();
  const nothing: Tally = {
    readers: new Map(),
    slots: new Map(),
    heights: new Map(),
    health: new Map(),
    filtered: new Map(),
    sketches: new Map(),
  };
  await apply(id, nothing);
  await new Counter().count();

  expect(await views()).toBe(0);
  expect(await listJournals()).toEqual([]);
});

test('the journal of a killed process is counted, without the line that it was writing', async () => {
  const batch = pageBatch([['view']]);
  const entry = { at: Date.now(), day: '2026-11-27', batch };
  mkdirSync(journalFolder(), { recursive: true });
  // No process has this number.
  const path = join(journalFolder(), `1764000000000-4194305-${newId()}.open`);
  writeFileSync(path, `${writeEntries([entry, { ...entry, batch: pageBatch([['view']]) }])}{"at":17640`);
  await new Counter().count();

  expect(await views()).toBe(2);
  expect(readdirSync(journalFolder())).toEqual([]);
});

test('leaves the journal of a running process alone', async () => {
  intake.receive(pageBatch([['view']]), reader());
  await journal.written();
  await new Counter().count();

  expect(await views()).toBe(0);
  await count();
  expect(await views()).toBe(1);
});

test('adds up what several machines count at once', async () => {
  const batches = Array.from({ length: 40 }, () => pageBatch([['view']]));
  const tally = (value: string): Tally => {
    const row = { period: 'day', dimension: 'referrer', bucket: '2026-11-27', value, count: 5 };
    const other = { ...row, value: 'b.example' };
    return {
      readers: new Map(
        [
          [value, row],
          ['b', other],
        ].map(([key, each]) => [String(key), { ...(each as typeof row) }]),
      ),
      slots: new Map(),
      heights: new Map(),
      health: new Map(),
      filtered: new Map(),
      sketches: new Map([['2026-11-27', new Map([[7, value === 'a.example' ? 3 : 9]])]]),
    };
  };
  await Promise.all(batches.map(({ id }, i) => apply(id, tally(i % 2 ? 'a.example' : 'c.example'))));

  const rows = await db.readerStatistic.findMany({ orderBy: { value: 'asc' }, select: { value: true, count: true } });
  expect(rows).toEqual([
    { value: 'a.example', count: 100 },
    { value: 'b.example', count: 200 },
    { value: 'c.example', count: 100 },
  ]);
  expect(await db.readerSketch.findMany({ select: { register: true, rank: true } })).toEqual([
    { register: 7, rank: 9 },
  ]);
});

test('a slot’s stages and clicks are counted by content and device, and what else is sent of it is filtered', async () => {
  const { id, creativeId } = await fillSlot('header', textDraft());
  const box = `${id}.${creativeId}.1`;
  intake.receive(
    pageBatch([
      ['slot', box, 0, [5, 40, 1_040]],
      ['click', box],
    ]),
    reader(),
  );
  intake.receive(pageBatch([['slot', box, 0, [5]]], { narrow: true }), reader());
  const other = await fillSlot('footer', textDraft({ headline: 'Sails' }));
  intake.receive(pageBatch([['slot', `${id}.${other.creativeId}.1`, 0, [5]]]), reader());
  intake.receive(pageBatch([['click', `${newId()}.${creativeId}.1`]]), reader());
  await count();

  const rows = await db.slotStatistic.findMany({ orderBy: { device: 'asc' } });
  expect(rows).toMatchObject([
    { slotId: id, creativeId, device: 'desktop', eligible: 1, served: 1, viewable: 1, clicks: 1 },
    { slotId: id, creativeId, device: 'mobile', eligible: 1, served: 0, viewable: 0, clicks: 0 },
  ]);
  expect(await filtered()).toEqual(['other-content: 1 eligible', 'unknown: 1 click']);
});

test('content that a slot showed until a moment ago still counts; what it never showed does not', async () => {
  const { id, creativeId } = await fillSlot('header', textDraft());
  const seen = () => intake.receive(pageBatch([['slot', `${id}.${creativeId}.1`, 0, [5]]]), reader());
  seen();
  await count();
  await fillSlot('header', textDraft({ headline: 'Another' }));
  seen();
  await count();

  expect(await db.slotStatistic.findMany({ select: { eligible: true } })).toEqual([{ eligible: 2 }]);
});

test('staff, robots, browsers without a window and pages loaded ahead are told apart from readers', async () => {
  const editor = await actorWith('editor');
  const member = await actorWith('reader');
  const senders = [
    reader('192.0.2.1', { userId: editor.id }),
    reader('192.0.2.1', { userId: member.id }),
    reader('192.0.2.1', { userAgent: 'Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)' }),
    reader('192.0.2.1', { userAgent: '' }),
    reader('192.0.2.1', { brands: '"HeadlessChrome";v="156"' }),
    reader('192.0.2.1', { purpose: 'prefetch;prerender' }),
  ];
  for (const sender of senders) intake.receive(pageBatch([['view']]), sender);
  await count();

  expect(await views()).toBe(1);
  expect(await filtered()).toEqual(['bot: 2 view', 'headless: 1 view', 'prefetch: 1 view', 'staff: 1 view']);
});

test('one client counts thirty views a minute', async () => {
  const moment = Date.UTC(2026, 10, 27, 12);
  for (let i = 0; i < 50; i += 1) intake.receive(pageBatch([['view']]), reader(), moment);
  intake.receive(pageBatch([['view']]), reader('192.0.2.2'), moment);
  await count();

  expect(await views()).toBe(31);
  expect(await filtered()).toEqual(['rate: 20 view']);
});

test('a day names two hundred referring sites; the rest are others', async () => {
  const post = await createPost();
  for (let i = 0; i < 210; i += 1) {
    const batch = pageBatch([['view']], { page: 'post', post: post.id, from: `site-${i}.example` });
    intake.receive(batch, reader(`192.0.2.${i}`));
  }
  await count();
  intake.receive(pageBatch([['view']], { from: 'late.example' }), reader('198.51.100.1'));
  intake.receive(pageBatch([['view']], { from: 'site-0.example' }), reader('198.51.100.2'));
  await count();

  const rows = await db.readerStatistic.findMany({ where: { dimension: 'referrer' } });
  expect(rows).toHaveLength(201);
  expect(rows.find(({ value }) => value === '*')?.count).toBe(11);
  expect(rows.find(({ value }) => value === 'site-0.example')?.count).toBe(2);
  const ofPost = await db.readerStatistic.findMany({ where: { dimension: referrersOfPost(post.id) } });
  expect(ofPost).toHaveLength(201);
  expect(ofPost.find(({ value }) => value === '*')?.count).toBe(10);
});

test('counts an unreadable request, and stores nothing of it', async () => {
  expect(intake.receive({ id: '<script>' }, reader())).toBe(false);
  intake.refuse('cross-site');
  await count();

  expect(await filtered()).toEqual(['cross-site: 1 request', 'unreadable: 1 request']);
  expect(await db.readerStatistic.count()).toBe(0);
});

test('a view in the evening counts for the site’s day', async () => {
  await storeSettings({ timeZone: 'Europe/Vienna' });
  await new Counter().count();
  intake = new Intake(journal);
  intake.receive(pageBatch([['view']]), reader(), Date.UTC(2026, 10, 27, 23, 30));
  await count();

  const rows = await db.readerStatistic.findMany({ where: { dimension: { in: ['views', 'kind'] } } });
  expect(rows.map(({ bucket }) => bucket).toSorted()).toEqual(['2026-11-27T23', '2026-11-28']);
});

test('no address, browser or cookie is on the disk, in the journal or in the tables', async () => {
  intake.receive(pageBatch([['view']]), reader('203.0.113.77', { userId: null }));
  await journal.close();
  const [id = ''] = await listJournals();
  const path = join(journalFolder(), `${id}.ready`);
  expect(existsSync(path)).toBe(true);
  expect(readFileSync(path, 'utf8')).not.toMatch(/203\.0\.113|Mozilla/);
});

test('pages learn the height that nine of ten readers needed, by device, of what is shown', async () => {
  const { id: slotId, creativeId } = await fillSlot('header', textDraft({ headline: 'High' }));
  const shown = `${slotId}.${creativeId}.1`;
  const heights = [...Array.from({ length: 18 }, () => 301), 900, 5_000];
  for (const [index, height] of heights.entries()) {
    const view = pageBatch([['slot', shown, 0, [1, 2, 1_100], height]]);
    intake.receive(view, reader(`198.51.100.${index}`));
  }
  await count();

  const slots = [{ id: slotId, lineItems: [{ creative: { id: creativeId ?? '' } }] }];
  expect(await readLearnedHeights(slots)).toEqual({ [creativeId ?? '']: { desktop: 310 } });
  expect(await readLearnedHeights([])).toEqual({});
});
