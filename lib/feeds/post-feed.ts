import { escapeHtml } from '@/lib/html/escaping';
import { translatorOf } from '@/lib/i18n/translator';
import { paths } from '@/lib/web/paths';
import { variantUpTo } from '@/lib/images/variants';
import { withLabels } from '@/lib/posts/rendering/label-marks';
import type { PublicPost } from '@/lib/posts/listing/queries';
import { lastChange, shareImage, shorten, siteIcon, type SiteIdentity } from '@/lib/seo/head';
import { htmlForFeeds } from './html-for-feeds';
import type { Feed, FeedFormat, FeedItem } from './feed';
import { feedIdOf } from './feed-identity';

/** A listing; `path` is its address. */
export type Listed = { title: string; description: string; path: string };

/** The feed of a list of posts, with full texts or, as the owner chose, their beginning and a link to the rest. */
export function postFeed(site: SiteIdentity, list: Listed, format: FeedFormat, posts: PublicPost[]): Feed {
  const { settings, siteUrl } = site;
  return {
    id: feedIdOf(site, list.path),
    title: list.title,
    description: list.description,
    language: settings.language,
    timeZone: settings.timeZone,
    pageUrl: `${siteUrl}${list.path}`,
    selfUrl: siteUrl + paths.feed(list.path, format),
    updatedAt: latest(posts.map(lastChange), settings.setUpAt),
    iconUrl: siteIcon(site).url,
    items: posts.map((post) => postItem(site, post, format)),
  };
}

/** The latest of several times; `begin` without any. */
export function latest(moments: Date[], begin: string) {
  const times = moments.map((moment) => moment.getTime());
  return new Date(times.length > 0 ? Math.max(...times) : Date.parse(begin) || 0);
}

function postItem(site: SiteIdentity, post: PublicPost, format: FeedFormat): FeedItem {
  const { settings, siteUrl } = site;
  const path = paths.post(post.slug);
  const url = siteUrl + path;
  const summary = shorten(post.excerpt || post.subtitle || post.bodyText, 500);
  const whole = () => withLabels(post.renderedHtml, translatorOf(settings.language), post.id);
  const text = settings.feedContent === 'full' ? whole() : excerptHtml(settings.language, summary, url);
  return {
    id: post.feedId,
    iri: iriOf(post),
    url,
    title: post.title.trim(),
    summary,
    html: htmlForFeeds(coverHtml(site, post) + text, url),
    language: post.locale,
    publishedAt: post.publishAt,
    updatedAt: lastChange(post),
    authors: post.authors.map(({ name, slug }) => ({ name, url: siteUrl + paths.author(slug) })),
    tags: post.tags.map((tag) => tag.name),
    image: coverFile(site, post),
    enclosures: post.enclosures.map(({ url, type, bytes }) => ({
      url: url.startsWith('/') ? siteUrl + url : url,
      mime: type,
      bytes,
    })),
    comments:
      post.commentsMode === 'off'
        ? null
        : { count: post.commentCount, url: `${url}#comments`, feedUrl: siteUrl + paths.feed(path, format) },
    inReplyTo: null,
  };
}

/** The feed id as an IRI; our own if the imported one is not an IRI. */
export function iriOf(post: { id: string; feedId: string }) {
  return /^[a-z][a-z0-9+.-]*:[^\s<>"{}|\\^`]+$/i.test(post.feedId) ? post.feedId : `urn:uuid:${post.id}`;
}

function excerptHtml(language: string, summary: string, url: string) {
  const link = `<a href="${escapeHtml(url)}">${escapeHtml(translatorOf(language)('feed.readOn'))}</a>`;
  return `<p>${escapeHtml(summary)}</p><p>${link}</p>`;
}

function coverHtml(site: SiteIdentity, post: PublicPost) {
  const image = shareImage(site, post);
  if (!image || beginsWithCover(post)) return '';
  return `<p><img src="${image.url}" width="${image.width}" height="${image.height}" alt="${escapeHtml(image.alt)}"></p>`;
}

// Imported bodies often begin with their cover image.
function beginsWithCover({ renderedHtml, cover }: PublicPost) {
  const source = /^(?:\s|<(?!img\b)[^>]*>)*<img\b[^>]*?\ssrc="\/uploads\/([^"]+)"/.exec(renderedHtml)?.[1];
  return source !== undefined && (cover?.variants.some(({ path }) => path === source) ?? false);
}

function coverFile({ siteUrl }: SiteIdentity, post: PublicPost) {
  const variant = post.cover && variantUpTo(post.cover.variants, 1600);
  return variant ? { url: siteUrl + paths.upload(variant.path), mime: variant.mime, bytes: variant.bytes ?? 0 } : null;
}
