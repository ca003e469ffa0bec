import { paths } from '@/lib/paths';
import type { PublicPost } from '@/lib/posts/queries';
import { titleOf } from '@/lib/posts/title';
import type { SiteIdentity } from '@/lib/seo/head';
import { withAbsoluteUrls } from './absolute-urls';
import type { Feed, FeedFormat } from './feed';
import { latest } from './post-feed';

/** A comment as a feed tells it; whoever reads it may read it on the page too. */
export type FeedComment = {
  id: string;
  html: string;
  authorName: string;
  createdAt: Date;
  changedAt: Date;
};

/** The feed of the comments on one post, newest first. */
export function commentFeed(site: SiteIdentity, post: PublicPost, format: FeedFormat, comments: FeedComment[]): Feed {
  const path = paths.post(post.slug);
  return {
    id: `${post.feedId}#comments`,
    title: `Comments on ${titleOf(post)}`,
    description: '',
    language: post.locale || site.settings.language,
    pageUrl: `${site.siteUrl}${path}`,
    selfUrl: site.siteUrl + paths.feed(path, format),
    updatedAt: latest([post.publishAt, ...comments.map((comment) => comment.changedAt)], ''),
    items: comments.map((comment) => ({
      id: `urn:uuid:${comment.id}`,
      url: site.siteUrl + paths.comment(post.slug, comment.id),
      title: `${comment.authorName} on ${titleOf(post)}`,
      subtitle: '',
      summary: '',
      html: withAbsoluteUrls(comment.html, `${site.siteUrl}${path}`),
      language: '',
      publishedAt: comment.createdAt,
      updatedAt: comment.changedAt,
      authors: [{ name: comment.authorName, url: '' }],
      tags: [],
      image: null,
      comments: null,
    })),
  };
}
