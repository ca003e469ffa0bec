import { beforeAll, expect, test } from 'vitest';
import { reader, writer } from '@/lib/db';
import { getSettings } from '@/lib/settings/queries';
import { welcomeCover, welcomePosts } from '@/lib/welcome/content';
import { hangWelcomeCover, plantWelcomeSite } from '@/lib/welcome/planting';

beforeAll(async () => {
  await writer.setting.deleteMany();
});

test('an empty database gets the welcome site once, however many processes start', async () => {
  const added = await Promise.all([plantWelcomeSite(), plantWelcomeSite()]);

  expect(added.filter(Boolean)).toHaveLength(1);
  expect(await reader.post.count()).toBe(welcomePosts.length);
  expect((await getSettings()).showPlaceholders).toBe(true);
});

test('its picture comes after, once, and is known to be used', async () => {
  await hangWelcomeCover();
  await hangWelcomeCover();

  const covered = await reader.post.findMany({
    where: { coverId: { not: null } },
    select: { slug: true, coverAlt: true, mediaUses: { select: { mediaId: true } }, coverId: true },
  });
  expect(covered).toMatchObject([{ slug: 'the-ferry-that-waits', coverAlt: welcomeCover.alt }]);
  expect(covered[0]?.mediaUses).toEqual([{ mediaId: covered[0]?.coverId }]);
});

test('what was thrown away does not come back', async () => {
  await writer.post.deleteMany();
  await writer.user.deleteMany();

  expect(await plantWelcomeSite()).toBe(false);
  expect(await reader.post.count()).toBe(0);
});
