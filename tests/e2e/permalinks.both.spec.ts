import { getSettings, storeSettings } from '@/lib/settings/queries';
import { dayIn } from '@/lib/time/dates';
import { createComment } from '../factories/comments';
import { createPost } from '../factories/posts';
import { publishedPost } from '../factories/published-posts';
import { actorWith } from '../factories/users';
import { card, saveCard } from './settings-cards';
import { expect, test } from './site';

test('the owner chooses what addresses look like; posts work at the new ones, and old ones lead there in one step', async ({
  page,
  context,
  site,
}) => {
  const { db } = await import('@/lib/database/db');
  await storeSettings({ permalinks: 'slug' });
  const editor = await actorWith('editor');
  const post = await publishedPost(editor, { title: 'The slow ferry', commentsMode: 'open' });
  await site.signIn(context, 'owner', 'Olga Owner');
  const comment = await createComment(post.id, { authorName: 'Ole Mast' });
  await site.refresh(['site', 'list']);
  const { year, month } = dayIn(post.publishAt, (await getSettings()).timeZone);
  const folder = `/${year}/${String(month).padStart(2, '0')}`;
  const forms = { slug: '/the-slow-ferry', month: `${folder}/the-slow-ferry`, blog: '/blog/the-slow-ferry' };
  const answerTo = async (path: string) => {
    const answer = await page.request.get(site.url + path, { maxRedirects: 0 });
    return [answer.status(), answer.headers().location ?? ''];
  };

  const former = new Set([forms.slug]);
  for (const [form, address] of [
    ['month', forms.month],
    ['blog', forms.blog],
    ['slug', forms.slug],
  ] as const) {
    await page.goto(`${site.url}/admin/settings`);
    await page.getByLabel('Permalinks').selectOption(form);
    await saveCard(page, 'Addresses of posts');
    await expect(card(page, 'Addresses of posts').getByText('Settings saved.')).toBeVisible();
    former.add(address);
    for (const other of former) {
      expect([other, ...(await answerTo(other))]).toEqual([other, ...(other === address ? [200, ''] : [301, address])]);
    }
    await page.goto(`${site.url}/`);
    await page.getByRole('link', { name: 'The slow ferry' }).first().click();
    await expect(page).toHaveURL(site.url + address);
    await expect(page.locator('link[rel=canonical]')).toHaveAttribute('href', site.url + address);
    await expect(page.getByText('Ole Mast').first()).toBeVisible();
    for (const below of [`/comments/${comment.id}`, '/reactions', '/feed.xml', '/comments/by/newest', '/card.png'])
      expect([below, (await answerTo(address + below))[0]]).toEqual([below, 200]);
    for (const list of [
      '/feed.xml',
      '/sitemaps/posts-1.xml',
      `/search?q=${encodeURIComponent('slow ferry')}`,
      folder,
    ]) {
      const answer = await page.request.get(site.url + list);
      if (answer.status() === 404) continue;
      const text = await answer.text();
      expect([list, text.includes(`${address}"`) || text.includes(`${address}<`)]).toEqual([list, true]);
    }
    await page.goto(`${site.url}${address}?replytocom=${comment.id}`);
    await expect(page).toHaveURL(new RegExp(`${address}(\\?|#)`));
  }
  expect((await answerTo(`${folder}/no-such-post`))[0]).toBe(404);
  expect((await answerTo('/blog/no-such-post'))[0]).toBe(404);
  expect((await answerTo(`${folder}/page/99`))[0]).toBe(404);
  expect(await db.post.count({ where: { slug: 'the-slow-ferry' } })).toBe(1);
});

test('readers comment on a post in the folder of its month, and arrive there', async ({ page, context, site }) => {
  await storeSettings({ permalinks: 'month' });
  const post = await publishedPost(await actorWith('editor'), { title: 'Fog signal', commentsMode: 'open' });
  await site.refresh(['site', 'list']);
  const reader = await site.signIn(context, 'reader', 'Rita Reader');
  const elsewhere = await createPost({ status: 'draft' });
  await createComment(elsewhere.id, { authorId: reader.id });
  await page.goto(`${site.url}/${post.slug}`);
  await page.getByLabel('Your comment').fill('I heard it at four.');
  await page.getByRole('button', { name: 'Post comment' }).click();
  await expect(page.getByText('I heard it at four.').first()).toBeVisible();
  expect(new URL(page.url()).pathname).toBe(`/${post.slug}`);
  await storeSettings({ permalinks: 'slug' });
});
