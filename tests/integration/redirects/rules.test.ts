import { beforeEach, describe, expect, test } from 'vitest';
import type { Actor } from '@/lib/auth/actor';
import { cacheTags } from '@/lib/caching/cache-tags';
import { db } from '@/lib/database/db';
import { legacyAddresses } from '@/lib/import/importers/legacy-addresses';
import { findRedirectPage } from '@/lib/redirects/admin-queries';
import { saveRedirect } from '@/lib/redirects/editing';
import { forgetAddresses } from '@/lib/redirects/forgetting';
import { removeRedirects, restoreRedirects } from '@/lib/redirects/removing';
import type { RedirectDraft } from '@/lib/redirects/redirect';
import { findRedirect } from '../../factories/imports';
import { createPost } from '../../factories/posts';
import { changePublished, publishedPost } from '../../factories/published-posts';
import { madeStaleBy } from '../../factories/stale-tags';
import { actorWith } from '../../factories/users';

let owner: Actor;

beforeEach(async () => {
  await db.redirect.deleteMany();
  owner = await actorWith('owner');
});

const save = (from: string, to: string, more: Partial<RedirectDraft> & { id?: string } = {}) =>
  saveRedirect(owner, { id: null, from, to, status: 301, kind: 'exact', ...more }, legacyAddresses);

const prefix = { kind: 'prefix' } as const;

async function leads(from: string) {
  const { move } = await findRedirect(from);
  return move && { to: move.to, status: move.status };
}

async function idOf(from: string) {
  return (await db.redirect.findUniqueOrThrow({ where: { from }, select: { id: true } })).id;
}

describe('a redirect', () => {
  test('leads on from its source, however that is written, and makes it stale', async () => {
    const { tags } = await madeStaleBy(() => save('/Old-Post/', 'https://other.example/new?x=1#part'));
    expect(tags).toEqual([cacheTags.address('/old-post')]);
    expect(await leads('/old-post')).toEqual({ to: 'https://other.example/new?x=1#part', status: 301 });
  });

  test('may be temporary, or say that the address is gone', async () => {
    await save('/for-now', '/search', { status: 302 });
    await save('/gone-for-good', '/ignored', { status: 410 });
    expect(await leads('/for-now')).toEqual({ to: '/search', status: 302 });
    expect(await leads('/gone-for-good')).toEqual({ to: '', status: 410 });
  });

  test('with all below it keeps the rest of the path; the nearest one and an exact one come first', async () => {
    await save('/blog', '/news/', prefix);
    await save('/blog/deep', 'https://other.example', prefix);
    await save('/blog/deep/one', '/one');
    expect(await leads('/blog')).toEqual({ to: '/news/', status: 301 });
    expect(await leads('/blog/a/b')).toEqual({ to: '/news/a/b', status: 301 });
    expect(await leads('/blog/deep/x')).toEqual({ to: 'https://other.example/x', status: 301 });
    expect(await leads('/blog/deep/one')).toEqual({ to: '/one', status: 301 });
    expect(await leads('/blogs/a')).toBeNull();
  });

  test('from a query of another blog system is found', async () => {
    await save('/?p=4711', '/search');
    expect(await leads('/?p=4711')).toEqual({ to: '/search', status: 301 });
  });

  test('is changed, at its old source too, and removed', async () => {
    await save('/before', '/search');
    const id = await idOf('/before');
    const { tags } = await madeStaleBy(() => save('/after', '/archive', { id, status: 302 }));
    expect(tags).toEqual([cacheTags.address('/before'), cacheTags.address('/after')]);
    expect(await leads('/before')).toBeNull();
    expect(await leads('/after')).toEqual({ to: '/archive', status: 302 });
    await removeRedirects(owner, [id]);
    expect(await leads('/after')).toBeNull();
    await expect(removeRedirects(owner, [id])).rejects.toMatchObject({ code: 'not_found' });
  });

  test('is deleted with others, and restored as it was, but for what is taken or would go in a circle', async () => {
    const { id: postId } = await publishedPost(owner, { slug: 'slipway' });
    await changePublished(owner, postId, { slug: 'boat-ramp' });
    await save('/kept', '/search');
    await save('/retaken', '/search');
    await save('/round', '/about-turn');
    const ids = await Promise.all(['/slipway', '/kept', '/retaken', '/round'].map(idOf));
    const { count, undo } = await removeRedirects(owner, [...ids, 'gone']);
    expect(count).toBe(4);
    expect(await leads('/slipway')).toBeNull();
    await save('/retaken', '/archive');
    await save('/about-turn', '/round');

    await expect(restoreRedirects(await actorWith('editor'), undo, legacyAddresses)).rejects.toMatchObject({
      code: 'forbidden',
    });
    const { tags } = await madeStaleBy(async () => {
      expect(await restoreRedirects(owner, undo, legacyAddresses)).toEqual({ count: 2, left: 2 });
    });
    expect(tags).toEqual([cacheTags.address('/slipway'), cacheTags.address('/kept')]);
    expect(await leads('/slipway')).toEqual({ to: '/boat-ramp', status: 301 });
    await changePublished(owner, postId, { slug: 'boat-slip' });
    expect(await leads('/slipway')).toEqual({ to: '/boat-slip', status: 301 });
    expect(await leads('/retaken')).toEqual({ to: '/archive', status: 301 });
    expect(await leads('/round')).toBeNull();
    await expect(restoreRedirects(owner, undo, legacyAddresses)).rejects.toThrow('can no longer be undone');
  });

  test('addresses that were not found are taken from their list one by one', async () => {
    const row = { count: 1, firstAt: new Date(), lastAt: new Date() };
    await db.missingAddress.createMany({ data: ['/gone-a', '/gone-b'].map((address) => ({ address, ...row })) });
    await expect(forgetAddresses(await actorWith('editor'), ['/gone-a'])).rejects.toMatchObject({ code: 'forbidden' });
    expect(await forgetAddresses(owner, ['/gone-a', '/never'])).toBe(1);
    expect(await db.missingAddress.findMany({ select: { address: true } })).toEqual([{ address: '/gone-b' }]);
    await db.missingAddress.deleteMany();
  });

  test('goes on following its post when only its status changes', async () => {
    const { id } = await publishedPost(owner, { slug: 'first-berth' });
    await changePublished(owner, id, { slug: 'second-berth' });
    await save('/first-berth', '/second-berth', { id: await idOf('/first-berth'), status: 302 });
    await changePublished(owner, id, { slug: 'third-berth' });
    expect(await leads('/first-berth')).toEqual({ to: '/third-berth', status: 302 });
  });

  test('takes its address from the list of those that were not found', async () => {
    const row = { count: 1, firstAt: new Date(), lastAt: new Date() };
    const addresses = ['/lost', '/lost/below', '/other'];
    await db.missingAddress.createMany({ data: addresses.map((address) => ({ address, ...row })) });
    await save('/lost', '/search', prefix);
    expect(await db.missingAddress.findMany({ select: { address: true } })).toEqual([{ address: '/other' }]);
    await db.missingAddress.deleteMany();
  });

  test('gives way to a post that is published at its source', async () => {
    await save('/quay-wall', '/search', prefix);
    await publishedPost(owner, { slug: 'quay-wall' });
    expect(await leads('/quay-wall')).toBeNull();
  });

  test('is of the owner and administrators alone', async () => {
    const editor = await actorWith('editor');
    const draft = { id: null, from: '/a', to: '/b', status: 301, kind: 'exact' } as const;
    await expect(saveRedirect(editor, draft, legacyAddresses)).rejects.toMatchObject({ code: 'forbidden' });
    await expect(findRedirectPage(editor, { search: '', order: 'newest', page: 1 })).rejects.toMatchObject({
      code: 'forbidden',
    });
    await save('/a', '/b');
    await expect(removeRedirects(editor, [await idOf('/a')])).rejects.toMatchObject({ code: 'forbidden' });
    expect(await leads('/a')).not.toBeNull();
  });
});

describe('targets that are redirected themselves', () => {
  test('are passed over, by what is added and by what was there', async () => {
    await save('/first', '/second');
    expect(await save('/second', '/third')).toMatchObject({ led: 1, isShortened: false });
    expect(await save('/zeroth', '/first')).toMatchObject({ to: '/third', isShortened: true });
    for (const from of ['/zeroth', '/first', '/second'])
      expect(await leads(from)).toEqual({ to: '/third', status: 301 });
  });

  test('a chain over a prefix is passed over, too', async () => {
    await save('/one', '/old/one');
    expect(await save('/old', '/new', prefix)).toMatchObject({ led: 1 });
    expect(await leads('/one')).toEqual({ to: '/new/one', status: 301 });
  });
});

describe('refused with a sentence', () => {
  test.each([
    ['', '/b', { from: 'Enter the address that is redirected.' }],
    ['old', '/b', { from: 'The source has to be a path of this site, such as /old-post.' }],
    ['//other.example/a', '/b', { from: 'The source has to be a path of this site, such as /old-post.' }],
    ['/a#b', '/b', { from: 'Leave out what follows “#” in the source: browsers do not send it.' }],
    ['/a?b=c', '/b', { from: expect.stringContaining('Leave out the query string of the source') }],
    ['/admin/old', '/b', { from: '/admin/old is an address that the site needs itself.' }],
    ['/2019/05', '/b', { from: '/2019/05 is an address that the site needs itself.' }],
    ['/a', '', { to: 'Enter the address to which it leads.' }],
    ['/a', 'javascript:alert(1)', { to: expect.stringContaining('The target has to be a path of this site') }],
    ['/a', '//other.example/', { to: expect.stringContaining('The target has to be a path of this site') }],
    ['/a', '/\t/other.example/', { to: expect.stringContaining('The target has to be a path of this site') }],
    ['/a', 'https://ada:word@other.example/', { to: expect.stringContaining('The target has to be a path') }],
    ['/a', '/A/', { to: 'The redirect would lead in a circle, over /a.' }],
    ['/a', '/a?x=1', { to: 'The redirect would lead in a circle, over /a.' }],
    [`/${'a'.repeat(1_000)}`, '/b', { from: 'The source can have at most 1000 characters.' }],
    ['old', 'ftp://x', { from: expect.any(String), to: expect.any(String) }],
  ])('from %j to %j', async (from, to, fields) => {
    await expect(save(from, to)).rejects.toMatchObject({ code: 'invalid', fields });
    expect(await db.redirect.count()).toBe(0);
  });

  test('a source that a post, a tag or an author has', async () => {
    const post = await createPost({ slug: 'harbour-lights' });
    await createPost({ slug: 'comes-later', publishAt: new Date(Date.now() + 60_000) });
    await db.tag.create({ data: { id: post.id, slug: 'ropes', name: 'Ropes', createdAt: new Date() } });
    const { slug } = await db.user.findUniqueOrThrow({ where: { id: owner.id }, select: { slug: true } });
    const belongs = { from: expect.stringContaining(' belongs to ') };
    const taken = [
      '/harbour-lights',
      '/harbour-lights/comments/page/2',
      '/comes-later',
      '/tag/ropes',
      `/author/${slug}`,
    ];
    for (const from of taken) await expect(save(from, '/search')).rejects.toMatchObject({ fields: belongs });
    await save('/tag/no-such-tag', '/search');
    expect(await leads('/tag/no-such-tag')).toEqual({ to: '/search', status: 301 });
  });

  test('a second one from the same source, also of two people at the same moment', async () => {
    const results = await Promise.allSettled([save('/twice', '/search'), save('/Twice', '/archive')]);
    const refused = results.filter((result) => result.status === 'rejected');
    expect(refused).toMatchObject([
      { reason: { code: 'invalid', fields: { from: 'There is a redirect from /twice already. Change that one.' } } },
    ]);
    expect(await db.redirect.count()).toBe(1);
  });

  test('a circle, also if two people would close it at the same moment', async () => {
    await save('/old', '/new', prefix);
    await expect(save('/new/part', '/old/part')).rejects.toMatchObject({
      fields: { to: 'The redirect would lead in a circle, over /new/part.' },
    });
    const results = await Promise.allSettled([save('/hen', '/egg'), save('/egg', '/hen')]);
    expect(results.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
  });

  test('a circle that a new prefix closes behind a rule that is there', async () => {
    await save('/b/c', '/a/c');
    await expect(save('/a', '/b', prefix)).rejects.toMatchObject({
      fields: { to: expect.stringContaining('in a circle') },
    });
  });

  test('a target that is gone', async () => {
    await save('/gone', '', { status: 410 });
    await expect(save('/a', '/gone')).rejects.toMatchObject({
      fields: { to: 'The target /gone is marked as gone (410).' },
    });
  });

  test('a change of what was deleted meanwhile', async () => {
    await expect(save('/a', '/b', { id: 'none' })).rejects.toMatchObject({ code: 'not_found' });
  });
});

describe('the list', () => {
  test('is searched by both addresses, ordered and paged, with the number of all', async () => {
    const rows = Array.from({ length: 60 }, (_, at) => ({
      id: `r${String(at).padStart(2, '0')}`,
      from: `/old/${at}`,
      to: at === 7 ? '/Harbour' : '/new',
      source: at % 2 === 0 ? 'manual' : 'import',
      hitCount: at,
      lastHitAt: at === 3 ? new Date() : null,
      createdAt: new Date(),
    }));
    await db.redirect.createMany({ data: rows });
    const find = (search: string, order: 'newest' | 'from' | 'hits' | 'last' = 'newest', page = 1) =>
      findRedirectPage(owner, { search, order, page });
    const all = await find('');
    expect(all).toMatchObject({ total: 60, page: 1, pages: 2, first: 0 });
    expect(all.redirects.map(({ id }) => id).slice(0, 2)).toEqual(['r59', 'r58']);
    expect((await find('', 'newest', 9)).redirects).toHaveLength(10);
    expect((await find('', 'hits')).redirects[0]).toMatchObject({ from: '/old/59', hitCount: 59 });
    expect((await find('', 'last')).redirects[0]).toMatchObject({ from: '/old/3' });
    expect((await find('', 'from')).redirects[1]).toMatchObject({ from: '/old/1' });
    expect((await find('OLD/7')).redirects).toMatchObject([{ from: '/old/7', to: '/Harbour', source: 'import' }]);
    expect((await find('Harbour')).total).toBe(1);
    expect((await find('nothing')).redirects).toEqual([]);
  });

  test('shows where a post is now, and is searched by it', async () => {
    const { id } = await publishedPost(owner, { slug: 'old-mole' });
    await changePublished(owner, id, { slug: 'new-mole' });
    const { redirects } = await findRedirectPage(owner, { search: '/new-mole', order: 'newest', page: 1 });
    expect(redirects).toMatchObject([{ from: '/old-mole', to: '/new-mole', source: 'slug-change' }]);
  });
});
