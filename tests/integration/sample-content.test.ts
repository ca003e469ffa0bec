import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { readDb, db } from '@/lib/database/db';
import { env } from '@/lib/platform/env';
import { getSettings } from '@/lib/settings/queries';
import { sampleCover, samplePosts } from '@/lib/sample-content/content';
import { startAttachingCover } from '@/lib/sample-content/attaching-cover';
import { attachCover, createSampleContent } from '@/lib/sample-content/creation';

beforeAll(async () => {
  await db.setting.deleteMany();
});

test('an empty database gets the sample site once, however many processes start', async () => {
  const added = await Promise.all([createSampleContent(), createSampleContent()]);

  expect(added.filter(Boolean)).toHaveLength(1);
  expect(await readDb.post.count()).toBe(samplePosts.length);
  expect((await getSettings()).showPlaceholders).toBe(true);
});

test('its image is added afterwards, also after a failure, once, and counts as used', async () => {
  const uploads = join(env().dataDir, 'uploads');
  rmSync(uploads, { recursive: true, force: true });
  writeFileSync(uploads, 'in the way');
  await expect(attachCover()).rejects.toThrow('uploads');
  const stop = startAttachingCover(1);
  rmSync(uploads);
  await expect.poll(() => readDb.post.count({ where: { coverId: { not: null } } })).toBe(1);
  await stop();
  await attachCover();

  const covered = await readDb.post.findMany({
    where: { coverId: { not: null } },
    select: { slug: true, coverAlt: true, mediaUses: { select: { mediaId: true } }, coverId: true },
  });
  expect(covered).toMatchObject([{ slug: 'the-ferry-that-waits', coverAlt: sampleCover.alt }]);
  expect(covered[0]?.mediaUses).toEqual([{ mediaId: covered[0]?.coverId }]);
});

test('deleted sample content does not come back', async () => {
  await db.post.deleteMany();
  await db.user.deleteMany();

  expect(await createSampleContent()).toBe(false);
  expect(await readDb.post.count()).toBe(0);
});
