import 'server-only';
import { translatorOf } from '@/lib/i18n/translator';
import { cacheTags } from '@/lib/caching/cache-tags';
import { cachedRead } from '@/lib/caching/cached-read';
import { readClosingState } from '@/lib/comments/closing-state';
import type { ThreadPage } from '@/lib/comments/comment';
import { listCorrections, listCorrectionsOf, type PublishedCorrection } from '@/lib/corrections/queries';
import { nextShownScore } from '@/lib/comments/likes';
import { getThreadPage } from '@/lib/comments/queries';
import { env } from '@/lib/platform/env';
import type { FeedComment } from '@/lib/feeds/comment-feed';
import { readSiteImages } from '@/lib/identity/queries';
import { listFeedComments, listNewestComments } from '@/lib/feeds/queries';
import { paths } from '@/lib/web/paths';
import type { ArchiveYear } from '@/lib/posts/listing/archive';
import { countArchive } from '@/lib/posts/listing/archive-queries';
import { earliest, nextScheduledTime, nextPublication, publicationAt } from '@/lib/posts/publishing/schedule';
import {
  findPostPage,
  listNewestIds,
  listPinnedPosts,
  outlineOf,
  type Outline,
  type PostPage,
  type Scope,
} from '@/lib/posts/listing/listing-queries';
import { findRelated, type Related } from '@/lib/posts/listing/related-queries';
import {
  findNeighbours,
  findPublicPost,
  listPublicPosts,
  listWholePosts,
  type Neighbours,
  type PostTeaser,
  type PublicPost,
} from '@/lib/posts/listing/queries';
import {
  findAuthor,
  findPagesAbove,
  findTag,
  type AuthorSubject,
  type TagSubject,
} from '@/lib/posts/listing/subject-queries';
import { findMenus, type Menus } from '@/lib/menus/queries';
import type { SiteIdentity } from '@/lib/seo/head';
import { listSitemap, outlineSitemap, type SitemapOutline } from '@/lib/seo/queries';
import { securityText } from '@/lib/seo/security-text';
import type { SitemapEntry, SitemapKind } from '@/lib/seo/sitemap';
import { readSettings } from '@/lib/settings/queries';
import { countsIn, readList } from './list-reads';
import { tagsOfThread } from './thread-reads';

/** How long a security.txt is cached before its date is renewed, in ms. */
const SECURITY_TEXT_TTL_MS = 30 * 24 * 60 * 60 * 1000;
/** Posts per feed. */
const FEED_LENGTH = 25;

/** Settings, images and URL of the site; the URL comes from the environment at rendering. */
export async function readSite(): Promise<SiteIdentity> {
  const [settings, images] = await Promise.all([readSettings(), readSiteImages()]);
  return { settings, images, siteUrl: env().siteUrl };
}

/** Writes in the site's language. */
export async function readTranslator() {
  return translatorOf((await readSettings()).language);
}

/** What the header and footer show. */
export function readMenus() {
  return cachedRead<Menus>({
    key: 'menus',
    tags: ({ postIds }) => [cacheTags.menu, cacheTags.site, ...postIds.map(cacheTags.post)],
    load: findMenus,
    atBuild: { sections: [], pages: [], header: null, footer: null, withheld: '', postIds: [] },
  });
}

/** A page of the home list, pinned posts first on page 1; null past the end. */
export async function readHome(page: number) {
  const pinned = await readList<PostTeaser[]>('pinned', () => listPinnedPosts(), [], countsIn);
  const list = await readListing(
    { kind: 'site' },
    page,
    pinned.map((post) => post.id),
  );
  return list && { ...list, pinned: page === 1 ? pinned : [] };
}

/** A page of any list of posts; null past the end. */
export async function readListing(scope: Scope, page: number, without: string[] = []): Promise<PostPage | null> {
  const { postsPerPage: perPage } = await readSettings();
  const key = `${JSON.stringify(scope)}:${without.join()}`;
  const outline = await readList<Outline>(`outline:${key}`, () => outlineOf(scope, without), {
    total: 0,
    positions: [],
  });
  if (page < 1 || page > Math.max(1, Math.ceil(outline.total / perPage))) return null;
  return readList<PostPage | null>(
    `page:${page}:${perPage}:${outline.total}:${key}`,
    () => findPostPage(scope, page, { outline, perPage, without }),
    page === 1 ? { posts: [], page: 1, pages: 1 } : null,
    (found) => countsIn(found?.posts ?? []),
  );
}

/** The newest posts of a list in full. New comment counts do not invalidate feeds. */
export function readFeedPosts(scope: Scope) {
  return readList<PublicPost[]>(
    `feed:${JSON.stringify(scope)}`,
    async () => listWholePosts(await listNewestIds(scope, FEED_LENGTH)),
    [],
    (posts) => posts.flatMap((post) => tagsOf(post).filter((tag) => tag !== cacheTags.comments(post.id))),
  );
}

export function readFeedComments(postId: string) {
  return cachedRead<FeedComment[]>({
    key: `feed-comments:${postId}`,
    tags: [cacheTags.comments(postId)],
    load: () => listFeedComments(postId),
    atBuild: [],
  });
}

/** The newest comments on all posts; may be a moment late, as counts are, but never shows removed ones. */
export function readNewestComments() {
  return readList<FeedComment[]>('newest-comments', listNewestComments, [], (comments) => [
    cacheTags.conversations,
    ...new Set(comments.map(({ post }) => cacheTags.comments(post.id))),
  ]);
}

export function readSitemapOutline() {
  const none = { total: 0, cursors: [] };
  const atBuild = { posts: none, pages: none, tags: none, authors: none, series: none };
  return readList<SitemapOutline>('sitemap', outlineSitemap, atBuild);
}

export async function readSitemap(kind: SitemapKind, part: number) {
  const [{ siteUrl }, outline] = await Promise.all([readSite(), readSitemapOutline()]);
  return readList<SitemapEntry[]>(`sitemap:${kind}:${part}`, () => listSitemap({ kind, part, outline }, siteUrl), []);
}

/** The security.txt, or "" without a contact in the settings; renewed long before it expires. */
export async function readSecurityText() {
  const { siteUrl, settings } = await readSite();
  return cachedRead({
    key: 'security.txt',
    tags: [cacheTags.site],
    load: async () => {
      const { securityContact } = settings;
      return securityContact ? securityText(siteUrl, securityContact, new Date()) : '';
    },
    expiresAt: () => Date.now() + SECURITY_TEXT_TTL_MS,
    atBuild: '',
  });
}

/** The newest posts, for pages without content. */
export function readNewest(take: number) {
  return readList<PostTeaser[]>(`newest:${take}`, () => listPublicPosts(take), [], countsIn);
}

export async function readArchive() {
  const { timeZone } = await readSettings();
  return readList<ArchiveYear[]>(`archive:${timeZone}`, () => countArchive(timeZone), []);
}

export function readTag(slug: string) {
  return readList<TagSubject | null>(
    `tag:${slug}`,
    () => findTag(slug),
    null,
    (tag) => [cacheTags.address(paths.tag(slug)), ...(tag ? [cacheTags.tag(tag.id)] : [])],
  );
}

export function readAuthor(slug: string) {
  return readList<AuthorSubject | null>(
    `author:${slug}`,
    () => findAuthor(slug),
    null,
    (author) => (author ? [cacheTags.author(author.id)] : []),
  );
}

/** The post or page at an address. "Not found" is cached until something is saved there or a scheduled change is due. */
/** The pages above a page; none for a post. */
export async function readPagesAbove({ type, slug }: Pick<PublicPost, 'type' | 'slug'>) {
  if (type !== 'page' || !slug.includes('/')) return [];
  return cachedRead({
    key: `pages-above:${slug}`,
    tags: [cacheTags.site, cacheTags.list],
    load: () => findPagesAbove(slug),
    atBuild: [],
  });
}

export async function readPost(slug: string) {
  const { post } = await cachedRead<{ post: PublicPost | null; until: number | null }>({
    key: `post:${slug}`,
    tags: ({ post }) => (post ? tagsOf(post) : [cacheTags.address(slug)]),
    load: async () => {
      const found = await findPublicPost(slug);
      if (!found) return { post: null, until: earliest(await publicationAt(slug)) };
      const asked = { rule: await readSettings(), now: new Date() };
      const { post, closesAt } = await readClosingState(found, asked);
      return { post, until: earliest(post.unpublishAt, closesAt) };
    },
    expiresAt: ({ until }) => until,
    atBuild: { post: null, until: null },
  });
  return post;
}

/**
 * The previous and the next post. Publishing, moving or unpublishing a post invalidates its neighbours, so this depends
 * on three posts and not on the whole list; only the newest post also depends on scheduled ones.
 */
export async function readNeighbours(post: PublicPost): Promise<Neighbours> {
  if (post.type !== 'post') return { previous: null, next: null };
  const { neighbours } = await cachedRead<{ neighbours: Neighbours; until: number | null }>({
    key: `neighbours:${post.id}`,
    tags: ({ neighbours: { previous, next } }) =>
      [post, previous, next].flatMap((each) => (each ? [cacheTags.post(each.id)] : [])),
    load: async () => {
      const neighbours = await findNeighbours(post);
      const { previous, next } = neighbours;
      const until = earliest(previous?.unpublishAt, next ? next.unpublishAt : await nextPublication());
      return { neighbours, until };
    },
    expiresAt: ({ until }) => until,
    atBuild: { neighbours: { previous: null, next: null }, until: null },
  });
  return neighbours;
}

/**
 * What to read after a post. A new post with one of its tags makes the article stale anyway; only an article whose tags
 * give too few depends on the whole list.
 */
export async function readRelated(post: Pick<PublicPost, 'id' | 'type' | 'tags'>): Promise<Related> {
  if (post.type !== 'post') return noRelated;
  const { related } = await cachedRead<{ related: Related; until: number | null }>({
    key: `related:${post.id}:${post.tags.map(({ id }) => id).join()}`,
    tags: ({ related: { posts, hasNewest } }) => [
      ...[post, ...posts].map(({ id }) => cacheTags.post(id)),
      ...post.tags.map(({ id }) => cacheTags.tag(id)),
      ...(hasNewest ? [cacheTags.list] : []),
    ],
    load: async () => {
      const until = await nextScheduledTime();
      return { related: await findRelated(post), until };
    },
    expiresAt: ({ until }) => until,
    atBuild: { related: noRelated, until: null },
  });
  return related;
}

const noRelated: Related = { posts: [], hasNewest: false };

/** One page of a post's conversation. */
export function readThread(postId: string, page: number) {
  return cachedRead<ThreadPage | null>({
    key: `thread:${postId}:${page}`,
    tags: (thread) => tagsOfThread(postId, thread),
    load: () => getThreadPage(postId, page),
    expiresAt: (thread) => nextShownScore(thread?.comments ?? []),
    atBuild: null,
  });
}

/** What was corrected in an article; without any, nothing is read. */
export async function readCorrectionsOf({ id, correctionCount }: Pick<PublicPost, 'id' | 'correctionCount'>) {
  if (correctionCount === 0) return [];
  return cachedRead<PublishedCorrection[]>({
    key: `corrections:${id}`,
    tags: (corrections) => [cacheTags.post(id), cacheTags.comments(id), ...creditedIn(corrections)],
    load: () => listCorrectionsOf(id),
    atBuild: [],
  });
}

/** One page of everything that was corrected. */
export function readCorrections(page: number) {
  return readList<Awaited<ReturnType<typeof listCorrections>>>(
    `corrections:${page}`,
    () => listCorrections(page),
    { corrections: [], pages: 1 },
    ({ corrections }) => [
      ...creditedIn(corrections),
      ...new Set(corrections.map(({ post }) => cacheTags.comments(post.id))),
    ],
  );
}

function creditedIn(corrections: readonly PublishedCorrection[]) {
  return [...new Set(corrections.flatMap(({ by }) => (by?.authorId ? cacheTags.author(by.authorId) : [])))];
}

function tagsOf(post: PublicPost) {
  return [
    cacheTags.post(post.id),
    cacheTags.comments(post.id),
    ...post.tags.map((tag) => cacheTags.tag(tag.id)),
    ...post.authors.map((author) => cacheTags.author(author.id)),
  ];
}
