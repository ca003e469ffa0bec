import { allCommentsFeed, commentFeed } from '@/lib/feeds/comment-feed';
import { correctionsFeed } from '@/lib/feeds/corrections-feed';
import { feedTypes, formatOf, type Feed, type FeedForm } from '@/lib/feeds/feed';
import { postFeed, type Listed } from '@/lib/feeds/post-feed';
import { writeFeed } from '@/lib/feeds/writing';
import { formatMonth } from '@/lib/time/dates';
import { paths } from '@/lib/web/paths';
import { parseMonth, parseYear, spanOf } from '@/lib/posts/listing/archive';
import type { Scope } from '@/lib/posts/listing/listing-queries';
import { decoded } from './addresses';
import {
  readAuthor,
  readCorrections,
  readFeedComments,
  readFeedPosts,
  readNewestComments,
  readPost,
  readSite,
  readTag,
} from './reads';
import { readSeries } from './series-reads';

/** A feed opened in a browser may load its style sheet and nothing else. */
const ofPages = {
  'Content-Security-Policy': "default-src 'none'; style-src 'self'; base-uri 'none'; frame-ancestors 'none'",
  'X-Robots-Tag': 'noindex',
};

/** A feed, given by path segments, as an HTML page. */
export async function feedPage(address: string[]) {
  const form = address.at(-1) === 'feed.xml' ? 'atom-page' : address.at(-1) === 'rss.xml' ? 'rss-page' : null;
  const [first, second, ...more] = address.slice(0, -1);
  if (!form) return noFeed();
  if (first !== undefined && isOfNestedPage(first, second)) return feedOfOne([first, second, ...more].join('/'), form);
  if (more.length > 0) return noFeed();
  if (first === undefined) return siteFeed(form);
  if (second === undefined) return feedOfOne(first, form);
  if (first === 'tag') return tagFeed(second, form);
  if (first === 'series') return seriesFeed(second, form);
  return first === 'author' ? authorFeed(second, form) : timeFeed(first, second, form);
}

function isOfNestedPage(first: string, second: string | undefined) {
  return second !== undefined && !['tag', 'series', 'author'].includes(first) && !parseYear(first);
}

function feedOfOne(segment: string, form: FeedForm) {
  if (segment === 'comments') return siteCommentFeed(form);
  return segment === 'corrections' ? siteCorrectionsFeed(form) : postOrYearFeed(segment, form);
}

/** The newest posts of the whole site. */
export async function siteFeed(form: FeedForm) {
  const { siteName, tagline } = (await readSite()).settings;
  return answerList({ kind: 'site' }, { title: siteName, description: tagline, path: '/' }, form);
}

export async function tagFeed(slug: string, form: FeedForm) {
  const [{ settings }, tag] = await Promise.all([readSite(), readTag(decoded(slug))]);
  if (!tag) return noFeed();
  const title = `${tag.name} — ${settings.siteName}`;
  const list = { title, description: tag.description, path: paths.tag(tag.slug) };
  return answerList({ kind: 'tag', tagId: tag.id }, list, form);
}

/** The newest parts of a series. */
export async function seriesFeed(slug: string, form: FeedForm) {
  const [{ settings }, series] = await Promise.all([readSite(), readSeries(decoded(slug))]);
  if (!series) return noFeed();
  const title = `${series.title} — ${settings.siteName}`;
  const list = { title, description: series.description, path: paths.series(series.slug) };
  return answerList({ kind: 'series', seriesId: series.id }, list, form);
}

export async function authorFeed(slug: string, form: FeedForm) {
  const [{ settings }, author] = await Promise.all([readSite(), readAuthor(decoded(slug))]);
  if (!author) return noFeed();
  const title = `${author.name} — ${settings.siteName}`;
  const list = { title, description: author.bio, path: paths.author(author.slug) };
  return answerList({ kind: 'author', userId: author.id }, list, form);
}

/** The comments on a post, or the posts of a year: both have URLs of one segment. */
export async function postOrYearFeed(slug: string, form: FeedForm) {
  if (parseYear(slug)) return timeFeed(slug, null, form);
  const [site, post] = await Promise.all([readSite(), readPost(decoded(slug))]);
  if (!post || post.commentsMode === 'off') return noFeed();
  return answer(commentFeed(site, post, formatOf(form), await readFeedComments(post.id)), form);
}

/** The newest comments on all posts. */
export async function siteCommentFeed(form: FeedForm) {
  const [site, comments] = await Promise.all([readSite(), readNewestComments()]);
  return answer(allCommentsFeed(site, formatOf(form), comments), form);
}

/** The newest corrections of all articles. */
export async function siteCorrectionsFeed(form: FeedForm) {
  const [site, { corrections }] = await Promise.all([readSite(), readCorrections(1)]);
  return answer(correctionsFeed(site, formatOf(form), corrections), form);
}

/** The posts of a year or of one month of it. */
export async function timeFeed(yearText: string, monthText: string | null, form: FeedForm) {
  const { settings } = await readSite();
  const year = parseYear(yearText);
  const month = monthText === null ? null : parseMonth(monthText);
  if (!year || (monthText !== null && !month)) return noFeed();
  const title = month ? formatMonth({ year, month }, settings.language) : String(year);
  const path = month ? paths.month(year, month) : paths.year(year);
  const scope = { kind: 'time' as const, ...spanOf(year, month, settings.timeZone) };
  if ((await readFeedPosts(scope)).length === 0) return noFeed();
  return answerList(scope, { title: `${title} — ${settings.siteName}`, description: '', path }, form);
}

async function answerList(scope: Scope, list: Listed, form: FeedForm) {
  const [site, posts] = await Promise.all([readSite(), readFeedPosts(scope)]);
  return answer(postFeed(site, list, formatOf(form), posts), form);
}

function answer(feed: Feed, form: FeedForm) {
  const headers = { 'Content-Type': feedTypes[form], ...(form === formatOf(form) ? {} : ofPages) };
  return new Response(writeFeed(feed, form), { headers });
}

function noFeed() {
  return new Response('Feed not found.\n', {
    status: 404,
    headers: { 'Content-Type': 'text/plain; charset=utf-8' },
  });
}
