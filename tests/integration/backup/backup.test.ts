import { execFileSync } from 'node:child_process';
import {
  copyFileSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import sharp from 'sharp';
import { beforeAll, expect, test } from 'vitest';
import { backUp } from '@/lib/backup/backing-up';
import { restoreBackup } from '@/lib/backup/restoring';
import { passingModels, secretTables, tables } from '@/lib/backup/tables';
import { listQueue } from '@/lib/comments/queue';
import { parseQueueFilter } from '@/lib/comments/queue-filter';
import { issueToken } from '@/lib/auth/tokens';
import { readDb, db } from '@/lib/database/db';
import { env } from '@/lib/platform/env';
import { importWordPress } from '../../factories/imports';
import { uploadImage } from '@/lib/media/uploading';
import { indexAdminRows } from '@/lib/search/admin-indexing';
import { secrets } from '@/lib/secrets/secrets';
import { seedSite } from '@/lib/seeding/seeding';
import { storeSettings } from '@/lib/settings/queries';
import { findSlot, listVersions } from '@/lib/slots/queries';
import { Prisma } from '@/prisma/generated/sqlite/client';
import { runMastheadIn } from '../../factories/run-masthead';
import { createCampaign, sellLineItem } from '../../factories/campaigns';
import { createPost } from '../../factories/posts';
import { fillSlot, textDraft } from '../../factories/slots';
import { tableHashes } from '../../factories/table-hashes';
import { actorWith } from '../../factories/users';
import { wxr, wxrComment, wxrFile, wxrItem } from '../../factories/wxr';

const folder = mkdtempSync(join(tmpdir(), 'masthead-backup-'));
const file = join(folder, 'site.tar.gz');
let whole: Awaited<ReturnType<typeof everything>>;

const uploads = () =>
  readdirSync(join(env().dataDir, 'uploads'), { recursive: true })
    .map(String)
    .filter((name) => name.includes('.') && !name.includes('.restoring') && !name.includes('.incoming'))
    .sort();

async function everything() {
  return {
    ...(await tableHashes()),
    settings: await readDb.setting.findMany({ orderBy: { key: 'asc' } }),
    files: uploads(),
  };
}

beforeAll(async () => {
  const owner = await actorWith('owner', 'Olga “Ol” Ritter\u2028');
  const bytes = await sharp({ create: { width: 400, height: 300, channels: 3, background: '#356' } })
    .png()
    .toBuffer();
  const picture = await uploadImage(owner, { bytes, fileName: 'harbour.png' });
  // A title that looks like a moment stays a title.
  await createPost({ title: '2026-01-02T03:04:05.678Z', subtitle: 'Covered', coverId: picture.id });
  // A page that comes before its parent, and posts in more than one reading.
  const child = await createPost({ type: 'page', slug: 'child' });
  const parent = await createPost({ type: 'page', slug: 'parent' });
  await db.post.update({ where: { id: child.id }, data: { parentId: parent.id } });
  await seedSite({ posts: 60, comments: 1_200, thread: 50, seed: 3 });
  const items = [wxrItem({ id: '9', name: 'moved', comments: wxrComment('91') })];
  await importWordPress('operator', { files: [wxrFile(wxr(...items))], oldUrl: null, dryRun: false });
  await storeSettings({ siteName: 'Harbour News' });
  await fillSlot('footer', textDraft());
  const { id: campaignId } = await createCampaign();
  await sellLineItem('footer', { campaignId, name: 'Ropes', creative: textDraft(), served: 8_000 });
  await issueToken({ purpose: 'magic-link', subject: 'somebody@example.test', seconds: 600 });
  secrets();
  const report = await backUp({ file, withSecrets: false });
  expect(report).toMatchObject({ rows: { Post: 64, Comment: 1_251 }, uploads: picture.variants.length });
  whole = await everything();
}, 120_000);

test('every table is in a backup, or left out on purpose', () => {
  const named = [...tables, ...secretTables].map(({ model }) => model);
  expect([...named, ...passingModels].sort()).toEqual(Object.values(Prisma.ModelName).sort());
});

test('every column that holds a moment, and no other, is named as a restore expects it', () => {
  const columns = [
    ...readFileSync('prisma/schema.prisma', 'utf8').matchAll(/^  (\w+)\s+(DateTime|String|Int|Boolean|Float)\b/gm),
  ];
  const wrong = columns.filter(([, name = '', type]) => /(?:At|Until)$/.test(name) !== (type === 'DateTime'));
  expect(columns.length).toBeGreaterThan(200);
  expect(wrong.map(([line]) => line)).toEqual([]);
});

test('what was lost comes back, to the last byte; a site that holds something asks for --replace', async () => {
  await db.comment.deleteMany();
  await createPost({ slug: 'written-since' });
  rmSync(join(env().dataDir, 'uploads', uploads()[0]!));
  const before = await everything();

  await expect(restoreBackup({ file, replace: false })).rejects.toThrow(/^This site is not empty: it holds 65 posts/);
  expect(await everything()).toEqual(before);

  expect(await restoreBackup({ file, replace: true })).toMatchObject({ rows: { Post: 64 } });
  expect(await everything()).toEqual(whole);
});

test('what came back is found by its words, and what is gone is not', async () => {
  const [gone] = await readDb.comment.findMany({ take: 1, orderBy: { id: 'desc' } });
  await db.comment.update({ where: { id: gone!.id }, data: { body: 'Cuttlefish' } });
  const owner = await actorWith('owner');
  const found = async (search: string) => (await listQueue(owner, parseQueueFilter({ state: 'all', search }))).comments;
  expect(await found('cuttlefish')).toHaveLength(1);

  await restoreBackup({ file, replace: true });
  await indexAdminRows();
  expect(await found('cuttlefish')).toEqual([]);
  expect((await found(gone!.body)).map(({ body }) => body)).toContain(gone!.body);
  const [entries] = await readDb.$queryRaw<{ count: number | bigint }[]>`
    SELECT COUNT(*) AS "count" FROM "FindEntry" WHERE "kind" = 'comment'`;
  expect(Number(entries!.count)).toBe(await readDb.comment.count());
});

test('it holds no keys, sessions or links unless it was to', async () => {
  const open = join(folder, 'open.tar.gz');
  await backUp({ file: open, withSecrets: true });
  const text = (path: string) => gunzipSync(readFileSync(path)).toString('latin1');
  expect(text(file)).not.toContain(secrets().signing);
  expect(text(file)).not.toContain('magic-link');
  expect(text(open)).toContain(secrets().signing);
  expect(statSync(file).mode & 0o077).toBe(0);
});

test.each([
  ['cut short', (path: string) => truncateSync(path, statSync(path).size - 2_000)],
  ['cut in the middle', (path: string) => truncateSync(path, Math.floor(statSync(path).size / 2))],
  ['with another letter in it', (path: string) => writeFileSync(path, altered(path, 'Covered', 'Colored'))],
  [
    'with a name that leads out of the folder',
    (path: string) => writeFileSync(path, altered(path, 'uploads/20', '../load/20')),
  ],
  ['no archive at all', (path: string) => writeFileSync(path, 'Dear backup,')],
  ['empty', (path: string) => writeFileSync(path, '')],
])('a file that is %s is refused, and nothing changes', async (_, spoil) => {
  const spoiled = join(folder, 'spoiled.tar.gz');
  copyFileSync(file, spoiled);
  spoil(spoiled);

  await expect(restoreBackup({ file: spoiled, replace: true })).rejects.toThrow(
    /is not a complete backup of Masthead: .*Nothing was changed\./,
  );
  expect(await everything()).toEqual(whole);
  expect(readdirSync(join(env().dataDir, 'uploads')).filter((name) => name.startsWith('.'))).toEqual([]);
});

test('a backup of a newer version is refused in a sentence that says what to do', async () => {
  const newer = join(folder, 'newer.tar.gz');
  writeFileSync(newer, altered(file, /"schema": "\d{4}/, '"schema": "9999'));
  await expect(restoreBackup({ file: newer, replace: true })).rejects.toThrow(
    /newer version of Masthead .* update this one first/,
  );
});

test('a restore that fails at its last row leaves the site as it was', async () => {
  // The row has a dangling reference: the database refuses at the end of the transaction.
  const broken = join(folder, 'broken.tar.gz');
  const owner = await readDb.user.findFirstOrThrow({ where: { role: 'owner' } });
  writeFileSync(
    broken,
    resealed(file, `"uploadedById":"${owner.id}"`, `"uploadedById":"${owner.id.replace(/.$/, 'x')}"`),
  );

  await expect(restoreBackup({ file: broken, replace: true })).rejects.toThrow(/foreign.?key/i);
  expect(await everything()).toEqual(whole);
});

test('a backup with columns that no longer exist is restored without them', async () => {
  const earlier = join(folder, 'earlier.tar.gz');
  writeFileSync(earlier, resealed(file, '"bytes":', '"focalX":0.5,"focalY":0.5,"bytes":'));

  await restoreBackup({ file: earlier, replace: true });

  expect(await everything()).toEqual(whole);
});

test('a backup from before slots had line items is restored with what each slot showed', async () => {
  const { id, creativeId } = await fillSlot('header', textDraft({ headline: 'Shown before' }));
  const before = await findSlot(id);
  await db.creative.updateMany({ data: { lineItemId: null } });
  await db.lineItem.deleteMany();
  await db.slot.update({ where: { id }, data: { creativeId } });
  const earlier = join(folder, 'without-line-items.tar.gz');
  await backUp({ file: earlier, withSecrets: false });

  await restoreBackup({ file: earlier, replace: true });

  expect(await findSlot(id)).toEqual(before);
  expect(await listVersions(id)).toHaveLength(1);
  expect(await db.lineItem.count()).toBe(await db.slot.count());
  expect(await db.slot.findUnique({ where: { id } })).toMatchObject({ creativeId: null });
  await restoreBackup({ file, replace: true });
});

test('an entry that unpacks to more than any that is written is refused before it fills the memory', async () => {
  const place = mkdtempSync(join(folder, 'unpacked-'));
  execFileSync('tar', ['-xzf', file, '-C', place]);
  const names = execFileSync('tar', ['-tzf', file], { encoding: 'utf8' }).trim().split('\n');
  truncateSync(join(place, 'data/Media/000001.ndjson'), 65 * 1024 * 1024);
  const swollen = join(folder, 'swollen.tar.gz');
  execFileSync('tar', ['-czf', swollen, '-C', place, ...names]);
  expect(statSync(swollen).size).toBeLessThan(5_000_000);

  await expect(restoreBackup({ file: swollen, replace: true })).rejects.toThrow(
    '“data/Media/000001.ndjson” is larger than any that a backup holds. Nothing was changed.',
  );
  expect(await everything()).toEqual(whole);
});

test('moved to a new site on SQLite by the tool, and back from there, it is the same site', async () => {
  const elsewhere = mkdtempSync(join(folder, 'elsewhere-'));
  const there = await runMastheadIn(elsewhere, 'restore', file, '--json');
  expect(there).toMatchObject({ code: 0, stderr: '' });
  expect(JSON.parse(there.stdout)).toMatchObject({ rows: { Post: 64 } });
  const back = join(folder, 'back.tar.gz');
  expect(await runMastheadIn(elsewhere, 'backup', back)).toMatchObject({
    code: 0,
    stdout: expect.stringContaining('64 posts and pages, 1,251 comments'),
  });
  await db.post.updateMany({ data: { title: 'Spoiled' } });

  await restoreBackup({ file: back, replace: true });

  expect(await everything()).toEqual(whole);
}, 120_000);

test('a folder is no file, and a folder that is not there holds none', async () => {
  await expect(backUp({ file: folder, withSecrets: false })).rejects.toThrow('is a folder');
  await expect(backUp({ file: '/nowhere/site.tar.gz', withSecrets: false })).rejects.toThrow('There is no folder');
  await expect(backUp({ file: '/proc/site.tar.gz', withSecrets: false })).rejects.toThrow(
    /^\/proc\/site\.tar\.gz cannot be written \(E\w+\): give this account the right to, or name another place\.$/,
  );
  await expect(restoreBackup({ file: '/nowhere.tar.gz', replace: true })).rejects.toThrow('There is no file');
});

/** The archive with one text replaced by another of the same length. */
function altered(path: string, from: string | RegExp, to: string) {
  const text = gunzipSync(readFileSync(path)).toString('latin1');
  const changed = text.replace(from, to);
  expect(changed).not.toBe(text);
  expect(changed.length).toBe(text.length);
  return gzipSync(Buffer.from(changed, 'latin1'));
}

/** The same, packed again with checksums that fit. */
function resealed(path: string, from: string, to: string) {
  const place = mkdtempSync(join(folder, 'unpacked-'));
  execFileSync('tar', ['-xzf', path, '-C', place]);
  const names = execFileSync('tar', ['-tzf', path], { encoding: 'utf8' }).trim().split('\n');
  const media = join(place, 'data/Media/000001.ndjson');
  const text = readFileSync(media, 'utf8');
  expect(text).toContain(from);
  writeFileSync(media, text.replace(from, to));
  const manifest = join(place, 'manifest.json');
  const facts = JSON.parse(readFileSync(manifest, 'utf8')) as { checksums: Record<string, string> };
  facts.checksums['data/Media/000001.ndjson'] = execFileSync('sha256sum', [media], { encoding: 'utf8' }).slice(0, 64);
  writeFileSync(manifest, JSON.stringify(facts));
  return execFileSync('tar', ['-czf', '-', '-C', place, ...names], { maxBuffer: 100 * 1024 * 1024 });
}
