import { beforeEach, expect, test } from 'vitest';
import { db } from '@/lib/database/db';
import { newId } from '@/lib/platform/ids';
import { countViews, listDays, listFiltered, listTop, listTopPosts } from '@/lib/statistics/queries';
import { readSlotFigures } from '@/lib/statistics/slot-queries';
import { readerTable, slotTable } from '@/lib/statistics/tables';
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
  expect(await countViews([own.id, newId()])).toEqual(new Map([[own.id, 5]]));
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
