import 'server-only';
import { reader } from '@/lib/db';
import { paths } from '@/lib/paths';
import { variantUpTo, type Variant } from '@/lib/posts/images';
import { isListedNow, isPublicNow } from '@/lib/posts/queries';
import { lastChange } from './head';
import { SITEMAP_LIMIT, type SitemapEntry, type SitemapKind } from './sitemap';

/** How many addresses of each kind a search engine may keep. */
export async function countSitemap(): Promise<Record<SitemapKind, number>> {
  const [posts, pages, tags, authors] = await Promise.all([
    reader.post.count({ where: indexable('post') }),
    reader.post.count({ where: indexable('page') }),
    reader.tag.count({ where: withPosts() }),
    reader.user.count({ where: withBylines() }),
  ]);
  return { posts, pages, tags, authors };
}

/** The entries of one part, oldest first, so that a part once full hardly changes. */
export function listSitemap(kind: SitemapKind, part: number, siteUrl: string): Promise<SitemapEntry[]> {
  const window = { take: SITEMAP_LIMIT, skip: (part - 1) * SITEMAP_LIMIT };
  if (kind === 'tags') return listTags(window, siteUrl);
  if (kind === 'authors') return listAuthors(window, siteUrl);
  return listPosts(kind === 'posts' ? 'post' : 'page', window, siteUrl);
}

type Window = { take: number; skip: number };

async function listPosts(type: 'post' | 'page', window: Window, siteUrl: string): Promise<SitemapEntry[]> {
  const rows = await reader.post.findMany({
    where: indexable(type),
    orderBy: [{ publishAt: 'asc' }, { id: 'asc' }],
    ...window,
    select: { slug: true, publishAt: true, contentUpdatedAt: true, cover: { select: { variants: true } } },
  });
  return rows.map((row) => {
    const cover = row.cover && variantUpTo(JSON.parse(row.cover.variants) as Variant[], 1600);
    return {
      url: siteUrl + paths.post(row.slug),
      changedAt: lastChange({ contentUpdatedAt: row.contentUpdatedAt, publishAt: row.publishAt ?? new Date(0) }),
      images: cover ? [siteUrl + paths.upload(cover.path)] : [],
    };
  });
}

async function listTags(window: Window, siteUrl: string): Promise<SitemapEntry[]> {
  const rows = await reader.tag.findMany({
    where: withPosts(),
    orderBy: { id: 'asc' },
    ...window,
    select: { slug: true },
  });
  return rows.map((row) => ({ url: siteUrl + paths.tag(row.slug), changedAt: null }));
}

async function listAuthors(window: Window, siteUrl: string): Promise<SitemapEntry[]> {
  const rows = await reader.user.findMany({
    where: withBylines(),
    orderBy: { id: 'asc' },
    ...window,
    select: { slug: true },
  });
  return rows.map((row) => ({ url: siteUrl + paths.author(row.slug), changedAt: null }));
}

// A page that is elsewhere in truth, or asks not to be kept, has no place in a sitemap.
function indexable(type: 'post' | 'page') {
  return { type, noindex: false, canonicalUrl: '', ...isPublicNow() };
}

function withPosts() {
  return { posts: { some: isListedNow() } };
}

function withBylines() {
  return { postAuthors: { some: isListedNow() } };
}
