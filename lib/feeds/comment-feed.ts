import { translatorOf } from '@/lib/i18n/translator';
import { commentExcerpt } from '@/lib/comments/plain-text';
import { paths } from '@/lib/web/paths';
import type { PublicPost } from '@/lib/posts/listing/queries';
import { titleOf } from '@/lib/posts/title';
import { siteIcon, type SiteIdentity } from '@/lib/seo/head';
import { shorten } from '@/lib/text/shorten';
import { htmlForFeeds } from './html-for-feeds';
import type { Feed, FeedFormat, FeedItem } from './feed';
import { iriOf, latest } from './post-feed';

export type FeedComment = {
  id: string;
  /** The comment it replies to; null if top-level or not public. */
  parentId: string | null;
  html: string;
  authorName: string;
  createdAt: Date;
  changedAt: Date;
  post: { id: string; slug: string; title: string; feedId: string };
};

/** The feed of the comments on one post, newest first. */
export function commentFeed(site: SiteIdentity, post: PublicPost, format: FeedFormat, comments: FeedComment[]): Feed {
  const path = paths.post(post.slug);
  return {
    id: `${iriOf(post)}#comments`,
    title: translatorOf(site.settings.language)('feed.comments', { title: titleOf(post) }),
    description: '',
    language: post.locale || site.settings.language,
    timeZone: site.settings.timeZone,
    pageUrl: `${site.siteUrl}${path}`,
    selfUrl: site.siteUrl + paths.feed(path, format),
    updatedAt: latest([post.publishAt, ...comments.map((comment) => comment.changedAt)], ''),
    iconUrl: siteIcon(site).url,
    items: comments.map((comment) => commentItem(site, comment)),
  };
}

/** The feed of the newest comments on all posts. */
export function allCommentsFeed(site: SiteIdentity, format: FeedFormat, comments: FeedComment[]): Feed {
  const { settings, siteUrl } = site;
  return {
    id: `${siteUrl}/comments`,
    title: translatorOf(settings.language)('feed.comments', { title: settings.siteName }),
    description: '',
    language: settings.language,
    timeZone: settings.timeZone,
    pageUrl: `${siteUrl}/`,
    selfUrl: siteUrl + paths.feed(paths.comments(), format),
    updatedAt: latest(
      comments.map((comment) => comment.changedAt),
      settings.setUpAt,
    ),
    iconUrl: siteIcon(site).url,
    items: comments.map((comment) => commentItem(site, comment)),
  };
}

function commentItem({ siteUrl, settings }: SiteIdentity, comment: FeedComment): FeedItem {
  const { post, parentId } = comment;
  const iri = `urn:uuid:${comment.id}`;
  const postUrl = siteUrl + paths.post(post.slug);
  return {
    id: iri,
    iri,
    url: siteUrl + paths.comment(post.slug, comment.id),
    title: translatorOf(settings.language)('feed.comment', { name: comment.authorName, title: titleOf(post) }),
    summary: shorten(commentExcerpt(comment.html), 500),
    html: htmlForFeeds(comment.html, postUrl),
    language: '',
    publishedAt: comment.createdAt,
    updatedAt: comment.changedAt,
    authors: [{ name: comment.authorName, url: '' }],
    tags: [],
    image: null,
    enclosures: [],
    comments: null,
    inReplyTo: parentId
      ? { iri: `urn:uuid:${parentId}`, url: siteUrl + paths.comment(post.slug, parentId) }
      : { iri: iriOf(post), url: postUrl },
  };
}
