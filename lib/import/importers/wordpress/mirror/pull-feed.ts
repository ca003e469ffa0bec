import 'server-only';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseHtml } from '@/lib/html/parsing';
import { textOf as wordsOf } from '@/lib/html/tree';
import { AppError } from '@/lib/platform/errors';
import { MalformedXml, OtherXml, readRecords, type XmlNode } from '../../../reading/xml/records';
import { askBytes, Refused, type OldSite } from './old-site';
import type { PullOptions } from './pull-rest';
import type { Pulled, PulledComment, PulledItem } from './pulled';

const MAX_PAGES = 20_000;
/** How long a comment may have waited for its moderator. */
const MODERATION_MS = 14 * 24 * 60 * 60 * 1000;
const prefixes: readonly (readonly [RegExp, string])[] = [
  [/^http:\/\/purl\.org\/rss\/1\.0\/modules\/content\/?$/, 'content'],
  [/^http:\/\/purl\.org\/dc\/elements\/1\.[01]\/?$/, 'dc'],
];

type FeedOptions = PullOptions & { folder: string };

/** Pulls posts and comments from the feeds of a WordPress. They do not say what changed, and have no pages. */
export async function pullFeed(site: OldSite, pulled: Pulled, options: FeedOptions) {
  pulled.notes.push({
    where: site.feed.href,
    why: 'The REST API is switched off there, so the feeds were read. They have no pages, no media and no excerpts, and no changes of posts that an export has brought.',
  });
  const { since, loginOf } = options;
  const byLink = new Map<string, string>();
  await readFeed(site, site.feed, { ...options, since: since.posts }, (node) => {
    const found = itemOf(node);
    if (!found) return '';
    const name = found.creator;
    const item = { ...found, creator: loginOf(name) };
    pulled.takeItem(item);
    byLink.set(item.link, item.id);
    if (name) pulled.authors.set(item.creator, { id: '', login: item.creator, name });
    return item.gmt;
  });
  const feed = new URL(`${site.home}/comments/feed/`);
  try {
    await readFeed(site, feed, { ...options, since: since.comments }, (node) => {
      const comment = commentOf(node);
      const postId = byLink.get(valueOf(node, 'link').replace(/(?:comment-page-\d+\/)?#.*$/, ''));
      if (comment && postId) pulled.takeComment(postId, comment);
      return comment?.gmt ?? '';
    });
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    pulled.notes.push({ where: 'comments', why: `Their feed could not be read: ${error.why}.` });
  }
}

type PageOptions = { since: string; folder: string; onProgress: PullOptions['onProgress'] };

async function readFeed(site: OldSite, feed: URL, options: PageOptions, take: (node: XmlNode) => string) {
  const { since, folder, onProgress } = options;
  const last = since && new Date(Date.parse(`${since}Z`) - MODERATION_MS).toISOString();
  const seen = new Set<string>();
  for (let page = 1; page <= MAX_PAGES; page += 1) {
    const url = new URL(feed);
    url.searchParams.set('paged', String(page));
    const nodes = await itemsAt(url, site, { folder, page });
    const fresh = nodes.filter((node) => !seen.has(keyOf(node)));
    // WordPress ends with 404; a cache in front of it may repeat the last page.
    if (fresh.length === 0) return;
    let newest = '';
    for (const node of fresh) {
      seen.add(keyOf(node));
      const moment = take(node);
      if (moment > newest) newest = moment;
    }
    onProgress(page, page + 1);
    if (newest < last) return;
  }
  throw new AppError('invalid', `${feed.href} has more than ${MAX_PAGES} pages. Nothing was imported.`);
}

async function itemsAt(url: URL, { guard }: OldSite, { folder, page }: { folder: string; page: number }) {
  const path = join(folder, 'feed', 'page.xml');
  try {
    const { bytes } = await askBytes(url, guard);
    await mkdir(join(folder, 'feed'), { recursive: true });
    await writeFile(path, bytes);
    const nodes: XmlNode[] = [];
    for await (const { node } of readRecords(path, {
      name: url.href,
      within: ['rss', 'channel'],
      repair: true,
      prefixes,
    }))
      if (node.name === 'item') nodes.push(node);
    return nodes;
  } catch (error) {
    if (error instanceof Refused && error.answered === 404 && page > 1) return [];
    if (error instanceof MalformedXml || error instanceof OtherXml)
      throw new AppError('invalid', `${url.href} answered with something that is no feed. Nothing was imported.`);
    throw error;
  } finally {
    await rm(path, { force: true });
  }
}

function keyOf(node: XmlNode) {
  return valueOf(node, 'guid') || valueOf(node, 'link');
}

/** Null for what has no number, by which an export knows it. */
function itemOf(node: XmlNode): PulledItem | null {
  const [guid, link] = [valueOf(node, 'guid'), valueOf(node, 'link')];
  const id = valueOf(node, 'post-id') || (/[?&]p=(\d+)/.exec(guid)?.[1] ?? '');
  if (!id || !link) return null;
  const gmt = momentOf(node);
  const names = node.children.filter(({ name }) => name === 'category').map(({ text }) => text.trim());
  return {
    id,
    type: 'post',
    title: valueOf(node, 'title'),
    link,
    slug: link.includes('?') ? '' : (new URL(link).pathname.split('/').findLast(Boolean) ?? ''),
    guid,
    date: gmt,
    gmt,
    modified: '',
    creator: valueOf(node, 'dc:creator'),
    html: valueOf(node, 'content:encoded') || valueOf(node, 'description'),
    excerpt: '',
    commentStatus: 'open',
    parent: '',
    order: '',
    isSticky: false,
    cover: '',
    terms: names.filter(Boolean).map((name) => ({ taxonomy: 'post_tag', slug: slugOf(name), name })),
  };
}

const answering = /^\s*<p>[^<]{0,80}<a [^>]*href="[^"]*#comment-(\d+)"[^>]*>[^<]*<\/a>\.?\s*<\/p>/;

function commentOf(node: XmlNode): PulledComment | null {
  const id = /#comment-(\d+)$/.exec(valueOf(node, 'guid') || valueOf(node, 'link'))?.[1];
  if (!id) return null;
  const html = valueOf(node, 'content:encoded') || valueOf(node, 'description');
  const parent = answering.exec(html)?.[1] ?? '';
  const gmt = momentOf(node);
  const author = valueOf(node, 'dc:creator');
  const words = parent ? html.replace(answering, '').trim() : html;
  return { id, parent, type: 'comment', author, url: '', userId: '', date: gmt, gmt, html: words };
}

function momentOf(node: XmlNode) {
  const date = new Date(valueOf(node, 'pubDate'));
  return Number.isNaN(date.getTime()) ? '' : date.toISOString().slice(0, 19);
}

function slugOf(name: string) {
  const words = wordsOf(parseHtml(name)).normalize('NFC').toLowerCase();
  return words.replace(/[^\p{L}\p{N}]+/gu, '-').replace(/^-+|-+$/g, '');
}

function valueOf(node: XmlNode, name: string) {
  return node.children.find((child) => child.name === name)?.text.trim() ?? '';
}
