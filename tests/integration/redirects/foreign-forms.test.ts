import { expect, test } from 'vitest';
import { db } from '@/lib/database/db';
import { newId } from '@/lib/platform/ids';
import { findRedirect } from '../../factories/imports';
import { createSampleSite } from '../../factories/sample-site';
import { createPost } from '../../factories/posts';

const tails = ['amp', 'embed', 'trackback', 'comment-page-2', 'page/2', 'comment-page-2/amp'];
const moveFrom = async (path: string) => (await findRedirect(path)).move;

async function createTag(slug: string) {
  return db.tag.create({ data: { id: newId(), slug, name: slug, createdAt: new Date() } });
}

async function createRedirect(from: string, to: { to: string } | { postId: string }) {
  await db.redirect.create({
    data: { id: newId(), from, to: '', status: 301, source: 'import', createdAt: new Date(), ...to },
  });
}

test('redirects other systems’ addresses of a post, whether its address stayed the same or not', async () => {
  const { slug, id } = await createPost({ slug: 'old-gallery' });
  const page = await createPost({ slug: 'about-the-quay', type: 'page', commentsMode: 'off' });
  await createRedirect('/2014/05/gallery', { postId: id });

  for (const base of [`/${slug}`, '/2014/05/gallery']) {
    for (const tail of tails) expect(await moveFrom(`${base}/${tail}`)).toEqual({ to: `/${slug}`, status: 301 });
    for (const feed of ['feed', 'rss', 'feed/rss2', 'comment-page-1/feed'])
      expect(await moveFrom(`${base}/${feed}`)).toEqual({ to: `/${slug}/rss.xml`, status: 301 });
    expect(await moveFrom(`${base}/feed/atom`)).toEqual({ to: `/${slug}/feed.xml`, status: 301 });
  }
  expect(await moveFrom(`/${page.slug}/feed`)).toEqual({ to: `/${page.slug}`, status: 301 });
  expect(await moveFrom(`/?name=${slug}`)).toEqual({ to: `/${slug}`, status: 301 });
});

test('does not redirect addresses of hidden posts until they are public', async () => {
  const soon = new Date(Date.now() + 60_000);
  const draft = await createPost({ slug: 'hidden-draft', status: 'draft', publishAt: null });
  const planned = await createPost({ slug: 'planned', publishAt: soon });
  await createTag('layoffs');

  const forms = [`/${draft.slug}/amp`, '/nobody/amp', '/tag/layoffs/feed', '/author/nobody/feed', '/?tag=layoffs'];
  expect(await Promise.all(forms.map(moveFrom))).toEqual(forms.map(() => null));
  const { move, changesAt } = await findRedirect(`/${planned.slug}/amp`);
  expect([move, changesAt]).toEqual([null, soon]);
});

test('feeds of tags, authors and months lead to ours, and our own further pages stay', async () => {
  const { tag, ada } = await createSampleSite();

  expect(await moveFrom(`/tag/${tag.slug}/feed`)).toEqual({ to: `/tag/${tag.slug}/rss.xml`, status: 301 });
  expect(await moveFrom(`/author/${ada.slug}/rss`)).toEqual({ to: `/author/${ada.slug}/rss.xml`, status: 301 });
  expect(await moveFrom('/2024/03/feed')).toEqual({ to: '/2024/03/rss.xml', status: 301 });
  expect(await moveFrom(`/?category_name=${tag.slug}`)).toEqual({ to: `/tag/${tag.slug}`, status: 301 });
  const own = [`/tag/${tag.slug}/page/2`, `/author/${ada.slug}/page/2`, '/2024/page/2', '/2024/03/page/2'];
  expect(await Promise.all(own.map(moveFrom))).toEqual(own.map(() => null));
});

test('a feed of what leads to the home page is the site’s, on this host', async () => {
  await createRedirect('/tower', { to: '/' });

  expect(await moveFrom('/tower/feed')).toEqual({ to: '/rss.xml', status: 301 });
});

test('answers 410 for technical addresses of other systems', async () => {
  expect(await moveFrom('/wp-login.php')).toEqual({ to: '', status: 410 });
  expect(await moveFrom('/xmlrpc.php')).toEqual({ to: '', status: 410 });
});
