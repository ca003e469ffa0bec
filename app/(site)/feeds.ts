import { allCommentsFeed, commentFeed } from '@/lib/feeds/comment-feed';
import { feedTypes, type Feed, type FeedFormat } from '@/lib/feeds/feed';
import { postFeed, type Listed } from '@/lib/feeds/post-feed';
import { writeFeed } from '@/lib/feeds/writing';
import { formatMonth } from '@/lib/dates';
import { paths } from '@/lib/paths';
import { parseMonth, parseYear, spanOf } from '@/lib/posts/archive';
import type { Scope } from '@/lib/posts/listing-queries';
import { decoded } from './addresses';
import { readAuthor, readFeedComments, readFeedPosts, readNewestComments, readPost, readSite, readTag } from './reads';

/** The newest posts of the whole site. */
export async function siteFeed(format: FeedFormat) {
  const { siteName, tagline } = (await readSite()).settings;
  return answerList({ kind: 'site' }, { title: siteName, description: tagline, path: '/' }, format);
}

export async function tagFeed(slug: string, format: FeedFormat) {
  const [{ settings }, tag] = await Promise.all([readSite(), readTag(decoded(slug))]);
  if (!tag) return noFeed();
  const title = `${tag.name} — ${settings.siteName}`;
  const list = { title, description: tag.description, path: paths.tag(tag.slug) };
  return answerList({ kind: 'tag', tagId: tag.id }, list, format);
}

export async function authorFeed(slug: string, format: FeedFormat) {
  const [{ settings }, author] = await Promise.all([readSite(), readAuthor(decoded(slug))]);
  if (!author) return noFeed();
  const title = `${author.name} — ${settings.siteName}`;
  const list = { title, description: author.bio, path: paths.author(author.slug) };
  return answerList({ kind: 'author', userId: author.id }, list, format);
}

/** The comments on a post; or the posts of a year, which has the same kind of address. */
export async function postOrYearFeed(slug: string, format: FeedFormat) {
  if (parseYear(slug)) return timeFeed(slug, null, format);
  const [site, post] = await Promise.all([readSite(), readPost(decoded(slug))]);
  if (!post || post.commentsMode === 'off') return noFeed();
  return answer(commentFeed(site, post, format, await readFeedComments(post.id)), format);
}

/** The newest comments on all posts. */
export async function siteCommentFeed(format: FeedFormat) {
  const [site, comments] = await Promise.all([readSite(), readNewestComments()]);
  return answer(allCommentsFeed(site, format, comments), format);
}

/** The posts of a year or of one month of it. */
export async function timeFeed(yearText: string, monthText: string | null, format: FeedFormat) {
  const { settings } = await readSite();
  const year = parseYear(yearText);
  const month = monthText === null ? null : parseMonth(monthText);
  if (!year || (monthText !== null && !month)) return noFeed();
  const title = month ? formatMonth({ year, month }, settings.language) : String(year);
  const path = month ? paths.month(year, month) : paths.year(year);
  const scope = { kind: 'time' as const, ...spanOf(year, month, settings.timeZone) };
  if ((await readFeedPosts(scope)).length === 0) return noFeed();
  return answerList(scope, { title: `${title} — ${settings.siteName}`, description: '', path }, format);
}

async function answerList(scope: Scope, list: Listed, format: FeedFormat) {
  const [site, posts] = await Promise.all([readSite(), readFeedPosts(scope)]);
  return answer(postFeed(site, list, format, posts), format);
}

function answer(feed: Feed, format: FeedFormat) {
  return new Response(writeFeed(feed, format), { headers: { 'Content-Type': feedTypes[format] } });
}

function noFeed() {
  return new Response('There is no such feed.\n', {
    status: 404,
    headers: { 'Content-Type': 'text/plain; charset=utf-8' },
  });
}
