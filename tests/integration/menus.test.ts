import { beforeEach, describe, expect, test } from 'vitest';
import type { Actor } from '@/lib/auth/actor';
import { cacheTags } from '@/lib/caching/cache-tags';
import { db } from '@/lib/database/db';
import {
  addEntry,
  changeEntry,
  dropEntry,
  fillMenu,
  moveEntry,
  removeEntry,
  type EntryDraft,
} from '@/lib/menus/changing';
import { MAX_ENTRIES, type Place } from '@/lib/menus/menu';
import { findEntry, findMenus, listChoices, listMenus } from '@/lib/menus/queries';
import { newId } from '@/lib/platform/ids';
import { deletePost, trashPost, unpublishPost } from '@/lib/posts/publishing/unpublishing';
import { renameTag } from '@/lib/posts/tagging/tag-changes';
import { eventsOf } from '../factories/emitted-events';
import { setMenu } from '../factories/menus';
import { createPost } from '../factories/posts';
import { madeStaleBy } from '../factories/stale-tags';
import { actorWith } from '../factories/users';

let owner: Actor;

beforeEach(async () => {
  owner = await actorWith('owner');
  await db.siteMenu.deleteMany();
});

const add = (draft: Partial<EntryDraft>, place: Place = 'header') =>
  addEntry(owner, place, { target: '', address: '', label: '', ...draft });

async function edited(place: Place = 'header') {
  return (await listMenus(owner)).find((menu) => menu.place === place)!;
}

async function shown() {
  return (await findMenus()).header?.map(({ label, href, children }) => ({
    label,
    href,
    beneath: children.map((child) => child.label),
  }));
}

async function usedTag(name: string) {
  const id = newId();
  const tag = await db.tag.create({ data: { id, slug: `tag-${id}`, name, createdAt: new Date() } });
  const post = await createPost();
  await db.postTag.create({ data: { postId: post.id, tagId: tag.id, position: 0 } });
  return { ...tag, post };
}

describe('what readers find in a menu', () => {
  test('is nobody’s choice until an owner adds an entry', async () => {
    expect(await findMenus()).toMatchObject({ header: null, footer: null });
    await add({ address: '/archive', label: 'Everything' });
    expect(await findMenus()).toMatchObject({ header: [{ label: 'Everything', href: '/archive' }], footer: null });
  });

  test('has the title of a page until it gets a label of its own, and follows it', async () => {
    const page = await createPost({ type: 'page', title: 'About', slug: `about-${newId()}` });
    await add({ target: `post:${page.id}` });
    await add({ target: `post:${page.id}`, label: 'Who we are' });
    await db.post.update({ where: { id: page.id }, data: { title: 'About us' } });
    expect(await shown()).toEqual([
      { label: 'About us', href: `/${page.slug}`, beneath: [] },
      { label: 'Who we are', href: `/${page.slug}`, beneath: [] },
    ]);
  });

  test('takes the address of a post or tag of this site for the post or tag', async () => {
    const post = await createPost({ title: 'Tides', slug: `2026/03/tides-${newId()}` });
    const tag = await usedTag('Boats');
    await add({ address: `/${post.slug}` });
    await add({ address: `/tag/${tag.slug}` });
    await add({ address: `/${post.slug}#comments`, label: 'Talk' });
    const moved = `moved-${newId()}`;
    await db.post.update({ where: { id: post.id }, data: { slug: moved } });
    expect(await shown()).toEqual([
      { label: 'Tides', href: `/${moved}`, beneath: [] },
      { label: 'Boats', href: `/tag/${tag.slug}`, beneath: [] },
      { label: 'Talk', href: `/${post.slug}#comments`, beneath: [] },
    ]);
  });

  test('leaves out what is not public, for whose nested entries there is room above, and shows it again', async () => {
    const page = await createPost({ type: 'page', title: 'About' });
    const draft = await createPost({ title: 'Plans', status: 'draft', publishAt: null });
    await setMenu('header', [
      { kind: 'post', target: page.id },
      { label: 'Team', isNested: true },
      { kind: 'post', target: draft.id, isNested: true },
      { kind: 'post', target: newId() },
    ]);
    const about = { label: 'About', href: `/${page.slug}`, beneath: ['Team'] };
    expect(await shown()).toEqual([about]);

    await unpublishPost(owner, { id: page.id });
    expect(await shown()).toEqual([{ label: 'Team', href: '/archive', beneath: [] }]);
    expect((await edited()).entries.map(({ absence }) => absence)).toEqual(['Draft', null, 'Draft', 'deleted']);

    await db.post.update({
      where: { id: page.id },
      data: { status: 'published', publishAt: new Date(Date.now() - 60_000) },
    });
    expect(await shown()).toEqual([about]);
    await trashPost(owner, { id: page.id });
    expect((await edited()).entries[0]).toMatchObject({ absence: 'Trash', title: 'About' });
    await deletePost(owner, { id: page.id });
    expect((await edited()).entries[0]).toMatchObject({ absence: 'deleted', title: '' });
  });

  test('leaves out a tag without public posts', async () => {
    const tag = await usedTag('Knots');
    await add({ target: `tag:${tag.id}` });
    expect(await shown()).toMatchObject([{ label: 'Knots' }]);
    await trashPost(owner, { id: tag.post.id });
    expect(await shown()).toEqual([]);
    expect((await edited()).entries).toMatchObject([{ absence: 'unused' }]);
  });
});

describe('a menu', () => {
  test('is put in order with what is nested', async () => {
    await setMenu('header', [{ label: 'A' }, { label: 'B' }, { label: 'C' }]);
    const [a, b, c] = (await edited()).entries;
    const now = async () => ({ place: 'header' as const, version: (await edited()).version });

    expect(await moveEntry(owner, c!.id, await now(), 'up')).toEqual({ name: 'C', standing: 2, of: 3, beneath: '' });
    expect(await moveEntry(owner, c!.id, await now(), 'indent')).toMatchObject({ standing: 1, of: 1, beneath: 'A' });
    await dropEntry(owner, await now(), { id: b!.id, target: a!.id, side: 'before' });
    expect(await shown()).toMatchObject([{ label: 'B' }, { label: 'A', beneath: ['C'] }]);
    await removeEntry(owner, a!.id, await now());
    expect(await shown()).toMatchObject([{ label: 'B' }, { label: 'C' }]);
  });

  test('refuses what was meant for it as it was, and keeps what was saved first', async () => {
    await setMenu('header', [{ label: 'A' }, { label: 'B' }]);
    const { version, entries } = await edited();
    const menu = { place: 'header', version } as const;
    const [a, b] = entries;
    await changeEntry(owner, a!.id, menu, { target: '', address: '/search', label: 'Find' });

    const late = changeEntry(owner, a!.id, menu, { target: '', address: '/archive', label: 'Look' });
    await expect(late).rejects.toMatchObject({ code: 'conflict' });
    await expect(moveEntry(owner, b!.id, menu, 'up')).rejects.toMatchObject({ code: 'conflict' });
    expect(await shown()).toMatchObject([{ label: 'Find' }, { label: 'B' }]);
    // Adding takes nothing from anybody.
    await add({ address: '/archive', label: 'C' });
    expect(await shown()).toHaveLength(3);
  });

  test('gets every entry that is added at the same time', async () => {
    await Promise.all(['A', 'B', 'C', 'D'].map((label) => add({ address: '/archive', label })));
    expect((await shown())?.map(({ label }) => label).sort()).toEqual(['A', 'B', 'C', 'D']);
  });

  test('begins with what readers saw there, once', async () => {
    const page = await createPost({ type: 'page', title: 'Imprint' });
    await fillMenu(owner, 'footer');
    const { footer, pages } = await findMenus();
    expect(footer?.map(({ label }) => label)).toEqual(pages.map(({ title }) => title));
    expect((await edited('footer')).entries.map(({ target }) => target)).toContain(page.id);
    await expect(fillMenu(owner, 'footer')).rejects.toThrow('This menu has entries already.');
  });

  test('takes no more than it may hold', async () => {
    await setMenu(
      'header',
      Array.from({ length: MAX_ENTRIES }, (_, at) => ({ label: `Entry ${at}` })),
    );
    await expect(add({ address: '/archive', label: 'One more' })).rejects.toThrow('A menu has at most 50 entries.');
    await add({ address: '/archive', label: 'One more' }, 'footer');
  });

  const odd = ['javascript:alert(1)', '//evil.example', '/\\evil.example', 'mailto:a@b.example', 'https://', 'about'];
  const refusals: [Partial<EntryDraft>, string][] = [
    [{}, 'Choose what it leads to, or enter an address.'],
    [{ target: 'post:x', address: '/archive' }, 'Choose what it leads to or enter an address, not both.'],
    [{ target: 'post:x' }, 'This no longer exists. Choose something else.'],
    [{ target: 'media:x' }, 'This no longer exists. Choose something else.'],
    [{ address: '/archive' }, 'Enter a label: an address has no title.'],
    [{ address: '/archive', label: 'x'.repeat(61) }, 'Use at most 60 characters for the label.'],
    [{ address: `/${'x'.repeat(500)}`, label: 'Long' }, 'Use at most 500 characters for the address.'],
    ...odd.map((address): [Partial<EntryDraft>, string] => [
      { address, label: 'Odd' },
      'Enter an address that starts with https:// or http://',
    ]),
  ];

  test.each(refusals)('refuses %j', async (draft, sentence) => {
    await expect(add(draft)).rejects.toThrow(sentence);
    expect(await findMenus()).toMatchObject({ header: null });
  });

  test.each(['editor', 'author', 'reader'] as const)('is no business of %s', async (role) => {
    const actor = await actorWith(role);
    const [entry] = await setMenu('header', [{ label: 'A' }]);
    const menu = { place: 'header', version: 1 } as const;
    const draft = { target: '', address: '/archive', label: 'B' };
    const attempts = await Promise.allSettled([
      addEntry(actor, 'header', draft),
      changeEntry(actor, entry!.id, menu, draft),
      moveEntry(actor, entry!.id, menu, 'down'),
      removeEntry(actor, entry!.id, menu),
      fillMenu(actor, 'footer'),
      listMenus(actor),
      findEntry(actor, entry!.id),
      listChoices(actor),
    ]);
    expect(new Set(attempts.map((each) => each.status === 'rejected' && each.reason.code))).toEqual(
      new Set(['forbidden']),
    );
    expect(await shown()).toMatchObject([{ label: 'A' }]);
  });
});

describe('pages with a menu go stale', () => {
  test('when it is saved, and the log says who changed what', async () => {
    const { tags } = await madeStaleBy(() => add({ address: '/archive', label: 'Everything' }));
    expect(tags).toContain(cacheTags.menu);
    const [entry] = (await edited()).entries;
    const events = await eventsOf(async () =>
      removeEntry(owner, entry!.id, { place: 'header', version: (await edited()).version }),
    );
    expect(events).toEqual([
      { type: 'site-menu.changed', actorId: owner.id, place: 'header', change: 'removed', entry: 'Everything' },
    ]);
    expect(await db.auditEntry.findFirst({ where: { action: 'menu.remove', actorId: owner.id } })).toMatchObject({
      subjectId: 'header',
      data: JSON.stringify({ entry: 'Everything' }),
    });
  });

  test('when a post in it changes, or a tag is renamed', async () => {
    const post = await createPost();
    const tag = await usedTag('Rigging');
    await setMenu('footer', [
      { kind: 'post', target: post.id },
      { kind: 'tag', target: tag.id },
    ]);
    const { postIds } = await findMenus();
    expect(postIds).toEqual([post.id]);
    const unpublished = await madeStaleBy(() => unpublishPost(owner, { id: post.id }));
    expect(unpublished.tags).toContain(cacheTags.post(post.id));
    const renamed = await madeStaleBy(() => renameTag(owner, { id: tag.id, name: `Ropes ${newId()}` }));
    expect(renamed.tags).toContain(cacheTags.menu);
  });
});

test('pages, tags and the newest posts are offered, and what is not public is not', async () => {
  const page = await createPost({ type: 'page', title: 'Imprint' });
  const post = await createPost({ title: 'Newest' });
  const draft = await createPost({ title: 'Draft', status: 'draft', publishAt: null });
  const { pages, posts } = await listChoices(owner);
  expect(pages).toContainEqual({ id: page.id, name: 'Imprint' });
  expect(posts).toContainEqual({ id: post.id, name: 'Newest' });
  expect([...pages, ...posts].map(({ id }) => id)).not.toContain(draft.id);
});
