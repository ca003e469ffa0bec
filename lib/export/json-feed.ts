import 'server-only';
import { feedIdOf } from '@/lib/feeds/feed-identity';
import { htmlForFeeds } from '@/lib/feeds/html-for-feeds';
import { parseVariants, variantUpTo } from '@/lib/images/variants';
import { parseEnclosures } from '@/lib/posts/rendering/enclosures';
import { getSettings } from '@/lib/settings/queries';
import { paths } from '@/lib/web/paths';
import { nameOfCommenter } from './commenters';
import type { ExportRun } from './export-format';
import { LeftOut, readPublishedSlices } from './published';
import type { PostRow } from './reading-posts';
import { withThreads, type ThreadComment } from './reading-threads';

/** Every public post and page in one JSON Feed 1.1, with whole texts and the comments that readers see, as an extension. */
export async function* writeJsonFeed(run: ExportRun): AsyncGenerator<string> {
  const { siteUrl } = run;
  const settings = await getSettings(run.tx);
  const about = {
    version: 'https://jsonfeed.org/version/1.1',
    title: settings.siteName,
    home_page_url: `${siteUrl}/`,
    ...(settings.tagline ? { description: settings.tagline } : {}),
    language: settings.language,
    _masthead: { id: feedIdOf({ settings, siteUrl }, '/'), about: 'Every post and page, with its comments.' },
  };
  yield `${JSON.stringify(about).slice(0, -1)},"items":[`;
  const leftOut = new LeftOut();
  let separator = '\n';
  for await (const rows of readPublishedSlices(run)) {
    for await (const { post: row, threads } of withThreads(run.tx, rows)) {
      const { comments, ...item } = itemOf(row, run);
      yield `${separator}${JSON.stringify(item).slice(0, -1)}`;
      separator = ',\n';
      if (comments) yield* commentsOf(row, threads, { run, leftOut });
      yield '}';
      run.count(row.type === 'page' ? 'pages' : 'posts');
    }
  }
  leftOut.tell(run, 'Comments that were left out, because readers do not see them');
  yield '\n]}\n';
}

function itemOf(row: PostRow, { siteUrl }: ExportRun) {
  const url = siteUrl + paths.post(row.slug);
  const absolute = (address: string) => (address.startsWith('/') ? siteUrl + address : address);
  const cover = row.cover && variantUpTo(parseVariants(row.cover.variants), 1_600);
  const enclosures = parseEnclosures(row.enclosures);
  return {
    id: row.feedId,
    url,
    ...(row.title.trim() ? { title: row.title.trim() } : {}),
    content_html: htmlForFeeds(row.bodyHtml, url),
    ...(row.excerpt || row.subtitle ? { summary: row.excerpt || row.subtitle } : {}),
    ...(cover ? { image: siteUrl + paths.upload(cover.path) } : {}),
    date_published: (row.publishAt ?? row.createdAt).toISOString(),
    date_modified: row.contentUpdatedAt.toISOString(),
    authors: row.authors.map(({ user }) => ({ name: user.name, url: siteUrl + paths.author(user.slug) })),
    tags: row.tags.map(({ tag }) => tag.name),
    ...(row.locale ? { language: row.locale } : {}),
    ...(enclosures.length > 0
      ? {
          attachments: enclosures.map(({ url: address, type, bytes }) => ({
            url: absolute(address),
            mime_type: type,
            ...(bytes > 0 ? { size_in_bytes: bytes } : {}),
          })),
        }
      : {}),
    ...(row.type === 'page' ? { _masthead: { type: 'page' } } : {}),
    comments: row.commentsMode !== 'off',
  };
}

type Context = { run: ExportRun; leftOut: LeftOut };

async function* commentsOf(row: PostRow, threads: AsyncIterable<ThreadComment[]>, { run, leftOut }: Context) {
  const url = run.siteUrl + paths.post(row.slug);
  yield `,"_comments":{"count":${row.commentCount},"url":${JSON.stringify(`${url}#comments`)},"items":[`;
  let separator = '\n';
  for await (const comments of threads) {
    for (const comment of comments) {
      const item = commentOf(comment, url);
      if (item === null) {
        leftOut.add(comment.status);
        continue;
      }
      yield separator + JSON.stringify(item);
      separator = ',\n';
      run.count('comments');
    }
  }
  yield ']}';
}

/** Null for what readers do not see; of what others reply to, its place. */
function commentOf(comment: ThreadComment, url: string) {
  const { key, parentKey, status, createdAt, authorUrl, bodyHtml, type } = comment;
  const place = {
    id: key,
    ...(parentKey ? { parent: parentKey } : {}),
    date_published: createdAt.toISOString(),
  };
  if (status !== 'approved') return comment.leadsToSeen ? { ...place, deleted: true } : null;
  const author = { name: nameOfCommenter(comment), ...(authorUrl ? { url: authorUrl } : {}) };
  return { ...place, ...(type === 'comment' ? {} : { type }), author, content_html: htmlForFeeds(bodyHtml, url) };
}
