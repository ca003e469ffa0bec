import { mkdtempSync, readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, expect, test } from 'vitest';
import { db } from '@/lib/database/db';
import { findMissingPage } from '@/lib/redirects/admin-queries';
import { countVisits } from '@/lib/redirects/counting';
import { deleteOldMissingAddresses, emptyMissingAddresses, forgetWorkingAddresses } from '@/lib/redirects/forgetting';
import { listVisitFiles, readVisitFile, Visits } from '@/lib/redirects/visits';
import { paths } from '@/lib/web/paths';
import { createPost } from '../../factories/posts';
import { actorWith, createUser } from '../../factories/users';

const DAY_MS = 24 * 60 * 60 * 1000;

beforeEach(async () => {
  await db.redirect.deleteMany();
  await db.missingAddress.deleteMany();
});

const rule = (id: string) => ({ id, from: `/${id}`, to: '/search', source: 'manual', createdAt: new Date() });
const miss = (address: string, count = 1, at = new Date()) => ({ address, count, firstAt: at, lastAt: at });

test('hits are counted in batches, of several processes too, and those of deleted redirects are forgotten', async () => {
  await db.redirect.createMany({ data: ['one', 'two'].map(rule) });
  const [first, second] = [new Visits(), new Visits()];
  for (const id of ['one', 'one', 'two', 'deleted']) first.hit(id, 1_000);
  second.hit('one', 2_000);
  await Promise.all([first.flush(), second.flush()]);
  await countVisits();
  await countVisits();
  const counted = await db.redirect.findMany({ orderBy: { id: 'asc' }, select: { hitCount: true, lastHitAt: true } });
  expect(counted).toEqual([
    { hitCount: 3, lastHitAt: new Date(2_000) },
    { hitCount: 1, lastHitAt: new Date(1_000) },
  ]);
  expect(await listVisitFiles()).toEqual([]);
});

test('an address that is not found is noted with its times and the last host that led there, and nothing of who asked', async () => {
  const visits = new Visits();
  visits.miss('/lost', 'https://other.example/page?user=ada', 1_000);
  visits.miss('/lost', undefined, 2_000);
  visits.miss('/wp-login.php', undefined, 2_000);
  await visits.flush();
  await countVisits();
  visits.miss('/lost', undefined, 3_000);
  visits.miss('/rare', undefined, 4_000);
  await visits.flush();
  await countVisits();
  const owner = await actorWith('owner');
  expect(await findMissingPage(owner, { order: 'most', page: 1 })).toMatchObject({
    total: 2,
    addresses: [
      { address: '/lost', count: 3, lastAt: new Date(3_000), referrer: 'other.example' },
      { address: '/rare', count: 1 },
    ],
  });
  const latest = await findMissingPage(owner, { order: 'last', page: 1 });
  expect(latest.addresses.map(({ address }) => address)).toEqual(['/rare', '/lost']);
});

test('a thousand addresses are kept, those that are asked for most, and for thirty days', async () => {
  const rows = Array.from({ length: 1_000 }, (_, at) => miss(`/lost/${at}`, at + 2));
  await db.missingAddress.createMany({ data: rows });
  const visits = new Visits();
  visits.miss('/once', undefined);
  visits.miss('/lost/999', undefined);
  await visits.flush();
  await countVisits();
  expect(await db.missingAddress.count()).toBe(1_000);
  expect(await db.missingAddress.findUnique({ where: { address: '/once' } })).toBeNull();
  expect(await db.missingAddress.findUnique({ where: { address: '/lost/999' } })).toMatchObject({ count: 1_002 });

  await db.missingAddress.update({
    where: { address: '/lost/5' },
    data: { lastAt: new Date(Date.now() - 31 * DAY_MS) },
  });
  await deleteOldMissingAddresses();
  expect(await db.missingAddress.count()).toBe(999);
});

test('what leads to something by now is not listed, and is taken from the list', async () => {
  const shown = await createPost();
  const hidden = await createPost({ status: 'draft', publishAt: null, firstPublishedAt: null });
  const author = await createUser({ role: 'author' });
  await db.postAuthor.create({ data: { postId: shown.id, userId: author.id, position: 0 } });
  const lost = ['/lost', paths.post(hidden.slug), `${paths.post(shown.slug)}/comments/9`];
  const working = [paths.post(shown.slug), paths.author(author.slug)];
  await db.missingAddress.createMany({ data: [...lost, ...working].map((address) => miss(address)) });

  const { addresses, total } = await findMissingPage(await actorWith('owner'), { order: 'address', page: 1 });
  expect(addresses.map(({ address }) => address).sort()).toEqual(lost.toSorted());
  expect(total).toBe(3);
  await forgetWorkingAddresses();
  expect(await db.missingAddress.count()).toBe(3);
  expect(await db.missingAddress.count({ where: { address: { in: working } } })).toBe(0);
});

test('a process holds so many addresses at most', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'masthead-visits-'));
  const visits = new Visits(folder);
  for (let at = 0; at < 600; at += 1) visits.miss(`/lost/${at}`, undefined);
  await visits.flush();
  await visits.flush();
  expect(readdirSync(folder)).toHaveLength(1);
  const [file = ''] = await listVisitFiles(folder);
  expect((await readVisitFile(file)).misses).toHaveLength(500);
});

test('the list is seen and emptied by the owner and administrators alone', async () => {
  await db.missingAddress.create({ data: miss('/lost') });
  const editor = await actorWith('editor');
  await expect(findMissingPage(editor, { order: 'most', page: 1 })).rejects.toMatchObject({ code: 'forbidden' });
  await expect(emptyMissingAddresses(editor)).rejects.toMatchObject({ code: 'forbidden' });
  expect(await db.missingAddress.count()).toBe(1);
  await emptyMissingAddresses(await actorWith('admin'));
  expect(await db.missingAddress.count()).toBe(0);
});
