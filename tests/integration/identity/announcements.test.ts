import { expect, test } from 'vitest';
import { caches } from '@/lib/caching/process-caches';
import { db } from '@/lib/database/db';
import { findAnnounced } from '@/lib/menus/announced';
import { findMenus } from '@/lib/menus/queries';
import { announcementEnd } from '@/lib/settings/identity';
import { getSettings, readAnnouncement, readSettings, storeSettings } from '@/lib/settings/queries';
import { announcementForm, applySettings, footerForm } from '@/lib/settings/updating';
import { createPost } from '../../factories/posts';
import { madeStaleBy } from '../../factories/stale-tags';
import { actorWith } from '../../factories/users';

const DAY_MS = 86_400_000;
const dayAfter = (days: number) => new Date(Date.now() + days * DAY_MS).toISOString().slice(0, 10);
const typed = {
  announcementText: 'We moved to Quay 4.',
  announcementLink: '/about',
  announcementLinkText: 'How to find us',
  announcementUntil: '',
};

/** When a page that reads the settings has to be made again. */
async function expiryOfPages() {
  const context = { tags: new Set<string>(), expiresAt: Infinity, startedAt: caches.clock.now, deferredHtml: [] };
  await caches.rendering.run(context, () => readSettings());
  return context.expiresAt;
}

const staleTagsOf = async (work: () => Promise<unknown>) => (await madeStaleBy(work)).tags;

test('an announcement is part of pages at once, expires with its last day, and is gone at once when switched off', async () => {
  const owner = await actorWith('owner');
  const save = (fields: Record<string, string>) =>
    applySettings(owner, announcementForm.parse({ ...typed, ...fields }));

  expect(await staleTagsOf(() => save({ announcementOn: 'on', announcementUntil: dayAfter(3) }))).toContain('site');
  expect(await readAnnouncement()).toEqual({
    text: 'We moved to Quay 4.',
    link: '/about',
    linkText: 'How to find us',
  });
  expect(await expiryOfPages()).toBe(announcementEnd(await getSettings())?.getTime());

  expect(await staleTagsOf(() => save({ announcementUntil: dayAfter(3) }))).toContain('site');
  expect(await readAnnouncement()).toBeNull();
  expect(await expiryOfPages()).toBe(Infinity);

  await save({ announcementOn: 'on', announcementUntil: dayAfter(-3) });
  expect(await readAnnouncement()).toBeNull();
  expect(await expiryOfPages()).toBe(Infinity);
});

test('an announcement without words cannot be switched on, nor can a link lead nowhere', () => {
  const fieldsOf = (fields: Record<string, string>) =>
    announcementForm.safeParse({ ...typed, ...fields }).error?.issues.map(({ path }) => path.join('.'));

  expect(fieldsOf({ announcementOn: 'on', announcementText: ' ' })).toEqual(['announcementText']);
  expect(fieldsOf({ announcementText: '', announcementLinkText: '', announcementLink: '' })).toBeUndefined();
  expect(fieldsOf({ announcementLink: '' })).toEqual(['announcementLink']);
  expect(fieldsOf({ announcementLink: 'http://quay.example' })).toEqual(['announcementLink']);
});

test('a link to a post that is not public is withheld while it is not, and pages follow the post', async () => {
  const { id, slug } = await createPost({ type: 'page', status: 'trashed' });
  const withheldFor = async (announcementLink: string) => {
    await storeSettings({ announcementLink });
    return (await findMenus()).withheld;
  };
  for (const link of [`/${slug}`, `/${slug}?from=bar#times`]) {
    expect(await withheldFor(link)).toBe(link);
    expect((await findMenus()).postIds).toContain(id);
    expect(await findAnnounced()).toEqual({ link, postId: id, absence: 'Trash' });
  }
  for (const link of ['', '/archive', '/%', `https://elsewhere.example/${slug}`])
    expect(await withheldFor(link)).toBe('');
  await db.post.update({ where: { id }, data: { status: 'published' } });
  expect(await withheldFor(`/${slug}`)).toBe('');
  expect((await findMenus()).postIds).toContain(id);
});

test('the footer keeps its links in order, and saving the same again changes nothing', async () => {
  const owner = await actorWith('owner');
  const form = footerForm.parse({
    copyright: '© 2026 The Quay',
    footerText: 'One\r\nTwo',
    socialName1: 'Mastodon',
    socialUrl1: 'https://social.example/@quay',
    socialUrl2: 'https://videos.example/quay',
  });

  expect(await applySettings(owner, form)).toEqual(['copyright', 'footerText', 'socialLinks']);
  expect((await getSettings()).footerText).toBe('One\nTwo');
  expect((await getSettings()).socialLinks.map(({ name }) => name)).toEqual(['Mastodon', 'videos.example']);
  expect(await applySettings(owner, form)).toEqual([]);
  await expect(applySettings(await actorWith('editor'), form)).rejects.toMatchObject({ code: 'forbidden' });
});

test('a stored link that is no https address is not shown', async () => {
  await storeSettings({ socialLinks: [{ name: 'Old', url: 'javascript:alert(1)' }] });
  expect((await getSettings()).socialLinks).toEqual([]);
});
