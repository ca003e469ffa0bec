import { beforeEach, expect, test } from 'vitest';
import { db } from '@/lib/database/db';
import { newId } from '@/lib/platform/ids';
import { listDays, listFiltered, listTop, listTopPosts } from '@/lib/statistics/queries';
import { readFigures, readSlotFigures } from '@/lib/statistics/slot-queries';
import { listViewsByDay, readPostFigures } from '@/lib/statistics/post-queries';
import { referrersOfPost } from '@/lib/statistics/referrer-hosts';
import { postTable, readerTable, slotTable } from '@/lib/statistics/tables';
import { createPost } from '../../factories/posts';
import { actorWith } from '../../factories/users';

const now = new Date('2026-11-27T12:00:00Z');
const window = { timeZone: 'Europe/Vienna', now };
const slotId = newId();

beforeEach(async () => {
  await Promise.all([
    db.readerStatistic.deleteMany(),
    db.slotStatistic.deleteMany(),
    db.filteredStatistic.deleteMany(),
  ]);
});

async function viewed(postId: string, count: number) {
  const row = { dimension: 'post', value: postId, count };
  await db.readerStatistic.createMany({
    data: [
      { ...row, period: 'day', bucket: '2026-11-20' },
      { ...row, period: 'total', bucket: '' },
    ],
  });
}

test('an editor sees all posts, an author their own, and nobody else any', async () => {
  const [editor, author, moderator] = await Promise.all([
    actorWith('editor'),
    actorWith('author'),
    actorWith('moderator'),
  ]);
  const own = await createPost({ title: 'Ropes' });
  await db.postAuthor.create({ data: { postId: own.id, userId: author.id, position: 0 } });
  const other = await createPost({ title: 'Fog' });
  await viewed(own.id, 5);
  await viewed(other.id, 9);

  expect((await listTopPosts(editor, window)).map(({ title, count }) => `${title} ${count}`)).toEqual([
    'Fog 9',
    'Ropes 5',
  ]);
  expect(await listTopPosts(author, window)).toEqual([{ id: own.id, title: 'Ropes', count: 5 }]);
  await expect(listTopPosts(moderator, window)).rejects.toMatchObject({ code: 'forbidden' });
});

test.each(['author', 'moderator', 'ads', 'reader'] as const)(
  'the figures of the whole site are not for %s',
  async (role) => {
    const actor = await actorWith(role);
    await expect(listDays(actor, window)).rejects.toMatchObject({ code: 'forbidden' });
    await expect(listTop(actor, 'referrer', window)).rejects.toMatchObject({ code: 'forbidden' });
    await expect(listFiltered(actor, null, window)).rejects.toMatchObject({ code: 'forbidden' });
  },
);

test('views are shown by the days of the site’s time zone', async () => {
  const hour = { period: 'hour', dimension: 'views', value: '' };
  await db.readerStatistic.createMany({
    data: [
      { ...hour, bucket: '2026-11-26T22', count: 1 },
      { ...hour, bucket: '2026-11-26T23', count: 2 },
      { ...hour, bucket: '2026-10-01T10', count: 9 },
    ],
  });
  const days = await listDays(await actorWith('editor'), window);
  expect(days).toHaveLength(30);
  expect(days.slice(-2).map(({ day, views }) => `${day} ${views}`)).toEqual(['2026-11-26 1', '2026-11-27 2']);
});

test('a slot’s figures and reasons are for those who edit slots', async () => {
  const row = { period: 'hour', bucket: '2026-11-26T23', slotId, creativeId: newId(), device: 'mobile' };
  await db.slotStatistic.create({ data: { ...row, eligible: 4, served: 3, viewable: 2, clicks: 1 } });
  await db.filteredStatistic.create({
    data: { period: 'day', bucket: '2026-11-26', slotId, reason: 'bot', event: 'served', count: 7 },
  });
  const ads = await actorWith('ads');
  const { days, total, byDevice } = await readSlotFigures(ads, slotId, window);
  expect(total).toEqual({ eligible: 4, served: 3, viewable: 2, clicks: 1 });
  expect(days.at(-1)).toEqual({ day: '2026-11-27', ...total });
  expect(byDevice).toEqual(new Map([['mobile', total]]));
  expect(await listFiltered(ads, slotId, window)).toEqual([{ reason: 'bot', event: 'served', count: 7 }]);
  const editor = await actorWith('editor');
  await expect(readSlotFigures(editor, slotId, window)).rejects.toMatchObject({ code: 'forbidden' });
  await expect(listFiltered(editor, slotId, window)).rejects.toMatchObject({ code: 'forbidden' });
});

test('every table has a file, and other names have none', async () => {
  const asked = { actor: await actorWith('owner'), timeZone: 'UTC' };
  for (const name of ['days', 'posts', 'referrers', 'countries', 'devices', 'pages', 'filtered']) {
    expect(await readerTable(name, asked)).toMatch(/^"(Day|Post|Name|Reason)",/);
  }
  for (const name of ['days', 'versions', 'devices', 'filtered']) {
    expect(await slotTable(name, slotId, asked)).toMatch(/^"(Day|Version|Device|Reason)",/);
  }
  expect(await readerTable('toString', asked)).toBeNull();
  expect(await slotTable('nothing', slotId, asked)).toBeNull();
});

test('an author reads the figures of their own post by day and referring site, an editor those of any', async () => {
  const [editor, author, ads] = await Promise.all([actorWith('editor'), actorWith('author'), actorWith('ads')]);
  const own = await createPost({ title: 'Ropes' });
  await db.postAuthor.create({ data: { postId: own.id, userId: author.id, position: 0 } });
  const other = await createPost({ title: 'Fog' });
  await viewed(own.id, 5);
  await viewed(other.id, 9);
  const referrer = { period: 'day', dimension: referrersOfPost(own.id), bucket: '2026-11-20' };
  await db.readerStatistic.createMany({
    data: [
      { ...referrer, value: 'news.example', count: 4 },
      { ...referrer, value: '', count: 1 },
      { ...referrer, dimension: referrersOfPost(other.id), value: 'other.example', count: 9 },
    ],
  });

  const figures = await readPostFigures(author, own.id, window);
  expect(figures).toMatchObject({ title: 'Ropes', total: 5 });
  expect(figures.days.filter(({ views }) => views > 0)).toEqual([{ day: '2026-11-20', views: 5 }]);
  expect(figures.referrers).toEqual([
    { name: 'news.example', count: 4 },
    { name: '', count: 1 },
  ]);
  await expect(readPostFigures(author, other.id, window)).rejects.toMatchObject({ code: 'not_found' });
  await expect(readPostFigures(ads, own.id, window)).rejects.toMatchObject({ code: 'forbidden' });
  expect((await readPostFigures(editor, other.id, window)).total).toBe(9);
  const byDay = await listViewsByDay([own.id, other.id, newId()], { ...window, days: 28 });
  expect([...byDay.values()].map((days) => [days.length, days.reduce((sum, count) => sum + count, 0)])).toEqual([
    [28, 5],
    [28, 9],
  ]);
  const asked = { actor: editor, timeZone: 'UTC' };
  expect(await postTable('days', own.id, asked)).toMatch(/^"Day","Views"/);
  expect(await postTable('referrers', own.id, asked)).toMatch(/^"Name","Views"/);
  expect(await postTable('nothing', own.id, asked)).toBeNull();
});

test('the figures of slots are told apart by slot, version and device', async () => {
  const [one, other, version] = [newId(), newId(), newId()];
  const row = { period: 'hour', bucket: '2026-11-26T23', eligible: 4, viewable: 2, clicks: 1 };
  await db.slotStatistic.createMany({
    data: [
      { ...row, slotId: one, creativeId: version, device: 'mobile', served: 3 },
      { ...row, slotId: one, creativeId: newId(), device: 'desktop', served: 5 },
      { ...row, slotId: other, creativeId: newId(), device: 'mobile', served: 7 },
    ],
  });
  const ads = await actorWith('ads');
  const served = async (filter: Parameters<typeof readFigures>[1]) =>
    (await readFigures(ads, filter, window)).total.served;
  expect(await served({})).toBe(15);
  expect(await served({ slotId: one })).toBe(8);
  expect(await served({ slotId: one, creativeId: version })).toBe(3);
  expect(await served({ device: 'mobile' })).toBe(10);
  expect([...(await readFigures(ads, {}, window)).bySlot.keys()].toSorted()).toEqual([one, other].toSorted());
  await expect(readFigures(await actorWith('editor'), {}, window)).rejects.toMatchObject({ code: 'forbidden' });
});
