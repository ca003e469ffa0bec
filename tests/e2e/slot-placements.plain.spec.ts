import type { Page } from '@playwright/test';
import { pageTypes, placementFacts, placements, type PageType, type Placement } from '@/lib/slots/placements';
import { signPreview } from '@/lib/slots/preview-link';
import { defaultSlotSettings, type SlotSettings } from '@/lib/slots/slot';
import { db } from '@/lib/database/db';
import { createComment } from '../factories/comments';
import { createPost } from '../factories/posts';
import { bodyOf, fillSlot, textDraft } from '../factories/slots';
import { createUser } from '../factories/users';
import { expect, test } from './site';

/** One box on every page that has the placement. */
function everywhere(placement: Placement): SlotSettings {
  const shipped = defaultSlotSettings(placement);
  const size = { width: 300, height: 250, mobileWidth: 300, mobileHeight: 250 };
  return {
    ...shipped,
    ...size,
    position: { ...shipped.position, after: [2], every: 2, maximum: 1 },
    rules: { ...shipped.rules, pages: [...placementFacts[placement].pages], minimumWords: 0 },
  };
}

const headlineOf = (placement: Placement) => `Shown in ${placementFacts[placement].name}`;
const boxesOn = (page: Page) =>
  page.locator('[data-slot]').evaluateAll((boxes) => boxes.map((box) => box.getAttribute('data-slot') ?? ''));

let addresses: Record<PageType, string>;

test.beforeAll(async ({ sites }, { file }) => {
  const site = await sites.of(file);
  const author = await createUser({ role: 'author', name: 'Ida Brandt', slug: 'ida-brandt' });
  const tag = await db.tag.create({ data: { id: 'sea', name: 'Sea', slug: 'sea', createdAt: new Date() } });
  const listed = {
    ...bodyOf(6),
    authors: { create: { userId: author.id, position: 0 } },
    tags: { create: { tagId: tag.id, position: 0 } },
  };
  const posts = [];
  for (let count = 0; count < 4; count += 1) posts.push(await createPost(listed));
  const page = await createPost({ ...bodyOf(6), type: 'page' });
  for (const { id } of [posts[3]!, page]) for (let count = 0; count < 4; count += 1) await createComment(id);
  for (const placement of placements) {
    await fillSlot(placement, textDraft({ headline: headlineOf(placement) }), { settings: everywhere(placement) });
  }
  await site.refresh(['slots', 'list']);
  addresses = {
    home: '/',
    post: `/${posts[3]!.slug}`,
    page: `/${page.slug}`,
    tag: '/tag/sea',
    author: '/author/ida-brandt',
    archive: `/${new Date().getFullYear()}`,
    search: '/search?q=tide',
    'not-found': '/no/such/place',
  };
});

for (const type of pageTypes) {
  const expected = placements.filter((placement) => placementFacts[placement].pages.includes(type));

  test(`a page of the type ${type} has one box for each of its placements, and no other`, async ({ page, site }) => {
    await page.goto(site.url + addresses[type]);

    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    expect((await boxesOn(page)).toSorted()).toEqual(expected.toSorted());
    for (const placement of expected) {
      await expect(page.locator(`[data-slot="${placement}"]`)).toContainText(headlineOf(placement));
    }
  });
}

test('the preview of every slot has its box, once, and says nothing against it', async ({ page, site }) => {
  for (const placement of placements) {
    const { id } = await db.slot.findFirstOrThrow({ where: { placement }, select: { id: true } });
    const token = signPreview({ slotId: id, creativeId: null, settings: everywhere(placement) });
    await page.goto(`${site.url}/preview/slots/${token}`);

    await expect(page.locator(`[data-slot="${placement}"]`), placement).toContainText('Put your ad code here');
    await expect(page.getByText('It is not shown on this page')).toHaveCount(0);
  }
});

test('the admin’s map of a page leads to every slot, once', async ({ page, context, site }) => {
  await site.signIn(context, 'ads');
  await page.goto(`${site.url}/admin/slots`);

  for (const placement of placements) {
    await expect(page.getByRole('link', { name: placementFacts[placement].name, exact: true })).toHaveCount(1);
  }
});

test('the private preview of a post has no slots', async ({ page, site }) => {
  const { actorWith } = await import('../factories/users');
  const { createPreviewLink } = await import('@/lib/posts/previews/preview-links');
  const post = await createPost(bodyOf(6));
  const { secret } = await createPreviewLink(await actorWith('editor'), post.id);

  await page.goto(`${site.url}/preview/${secret}`);

  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  expect(await boxesOn(page)).toEqual([]);
});
