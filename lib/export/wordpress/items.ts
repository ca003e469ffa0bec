import 'server-only';
import { htmlForFeeds } from '@/lib/feeds/html-for-feeds';
import { escapeXml } from '@/lib/html/xml';
import { isPlainFile, variantUpTo } from '@/lib/images/variants';
import { postStateOf } from '@/lib/posts/visibility';
import { paths } from '@/lib/web/paths';
import type { listMedia } from '../archive/lists';
import type { ExportRun } from '../export-format';
import type { PostRow } from '../reading-posts';
import { localOf, metaXml, NO_DATE, plain, quoted, utcOf } from './elements';

export type Numbers = {
  timeZone: string;
  /** The numbers of attachments by the ids of images, of posts by their slugs. */
  attachments: ReadonlyMap<string, number>;
  posts: ReadonlyMap<string, number>;
  /** What an author is called, by their slug. */
  loginOf: (slug: string) => string;
};

type Item = {
  title: string;
  link: string;
  pubDate: Date;
  creator: string;
  guid: string;
  content: string;
  excerpt: string;
  id: number;
  date: Date;
  isDated: boolean;
  changed: Date;
  comments: 'open' | 'closed';
  name: string;
  status: string;
  parent: number;
  order: number;
  type: string;
  isSticky: boolean;
  /** What stands at the end: attachment_url, categories and fields. */
  rest: string;
};

/** The elements in the order in which WordPress writes them; the comments follow before the end. */
function itemXml(item: Item, timeZone: string) {
  const local = localOf(item.date, timeZone);
  const gmt = item.isDated ? utcOf(item.date) : NO_DATE;
  const lines = [
    quoted('title', item.title),
    plain('link', item.link),
    plain('pubDate', item.pubDate.toUTCString().replace('GMT', '+0000')),
    quoted('dc:creator', item.creator),
    `<guid isPermaLink="false">${escapeXml(item.guid)}</guid>`,
    '<description></description>',
    quoted('content:encoded', item.content),
    quoted('excerpt:encoded', item.excerpt),
    plain('wp:post_id', item.id),
    quoted('wp:post_date', local),
    quoted('wp:post_date_gmt', gmt),
    quoted('wp:post_modified', localOf(item.changed, timeZone)),
    quoted('wp:post_modified_gmt', utcOf(item.changed)),
    quoted('wp:comment_status', item.comments),
    quoted('wp:ping_status', 'closed'),
    quoted('wp:post_name', item.name),
    quoted('wp:status', item.status),
    plain('wp:post_parent', item.parent),
    plain('wp:menu_order', item.order),
    quoted('wp:post_type', item.type),
    quoted('wp:post_password', ''),
    plain('wp:is_sticky', item.isSticky ? 1 : 0),
  ];
  return `\t<item>\n${lines.map((line) => `\t\t${line}\n`).join('')}${item.rest}`;
}

export const itemEnd = '\t</item>\n';

const statuses = {
  Draft: 'draft',
  'In review': 'pending',
  Scheduled: 'future',
  Published: 'publish',
  // Public no longer: there is no word for it.
  Expired: 'private',
  Private: 'private',
  Trash: 'trash',
} as const;

/** A post or page without its end. What hides it here hides it there. */
export function postXml(row: PostRow, numbers: Numbers, run: ExportRun) {
  const link = run.siteUrl + paths.post(row.slug);
  const state = postStateOf(row, run.now);
  const name = row.slug.slice(row.slug.lastIndexOf('/') + 1);
  const date = row.publishAt ?? row.createdAt;
  if (state === 'Expired') run.note(`${row.slug} is public no longer; it is private in the file.`);
  else if (row.unpublishAt) run.note(`${row.slug} stays public there: the format has no time at which a post ends.`);
  return itemXml(
    {
      title: row.title,
      link,
      pubDate: date,
      creator: row.authors[0] ? numbers.loginOf(row.authors[0].user.slug) : '',
      guid: row.feedId,
      content: htmlForFeeds(row.bodyHtml, link),
      excerpt: row.excerpt || row.subtitle,
      id: numbers.posts.get(row.slug) ?? 0,
      date,
      isDated: state !== 'Draft' && state !== 'In review',
      changed: row.contentUpdatedAt,
      comments: row.commentsMode === 'open' ? 'open' : 'closed',
      name: state === 'Trash' ? `${name}__trashed` : name,
      status: statuses[state],
      parent: numbers.posts.get(row.parent?.slug ?? '') ?? 0,
      order: row.menuOrder,
      type: row.type,
      isSticky: row.pinnedAt !== null,
      rest: termsXml(row) + fieldsXml(row, numbers),
    },
    numbers.timeZone,
  );
}

function termsXml({ authors, tags }: PostRow) {
  const term = (domain: string, { slug, name }: { slug: string; name: string }, prefix = '') =>
    `\t\t<category domain="${domain}" nicename="${escapeXml(prefix + slug)}"><![CDATA[${name.replaceAll(']]>', ']]]]><![CDATA[>')}]]></category>\n`;
  // As Co-Authors Plus writes the authors of a post that has several.
  const several = authors.length > 1 ? authors.map(({ user }) => term('author', user, 'cap-')) : [];
  return [...tags.map(({ tag }) => term('post_tag', tag)), ...several].join('');
}

function fieldsXml(row: PostRow, { attachments }: Numbers) {
  const cover = attachments.get(row.cover?.id ?? '');
  const fields: [string, string][] = [
    ['_thumbnail_id', cover ? String(cover) : ''],
    ['_yoast_wpseo_title', row.seoTitle],
    ['_yoast_wpseo_metadesc', row.seoDescription],
    ['_yoast_wpseo_canonical', row.canonicalUrl],
    ['_yoast_wpseo_opengraph-title', row.socialTitle],
    ['_yoast_wpseo_opengraph-description', row.socialDescription],
    ['_yoast_wpseo_meta-robots-noindex', row.noindex ? '1' : ''],
  ];
  return fields.map(([key, value]) => (value ? metaXml(key, value) : '')).join('');
}

type Media = Awaited<ReturnType<typeof listMedia>>[number];

/** An image of the library as an attachment, whose file the other system fetches. */
export function attachmentXml(
  media: Media,
  number: number,
  { timeZone, siteUrl }: { timeZone: string; siteUrl: string },
) {
  // The file that texts show, so that WordPress finds its address in them and puts its own there.
  const shown = media.variants.find((variant) => isPlainFile(variant.path, media.key));
  const file = shown ?? variantUpTo(media.variants, Number.MAX_SAFE_INTEGER);
  const path = file?.path ?? media.key;
  const url = siteUrl + paths.upload(path);
  const name = media.key.slice(media.key.lastIndexOf('/') + 1);
  return (
    itemXml(
      {
        title: media.fileName.replace(/\.[a-z0-9]+$/i, ''),
        link: url,
        pubDate: media.createdAt,
        creator: '',
        guid: url,
        content: '',
        excerpt: media.caption,
        id: number,
        date: media.createdAt,
        isDated: true,
        changed: media.createdAt,
        comments: 'closed',
        name,
        status: 'inherit',
        parent: 0,
        order: 0,
        type: 'attachment',
        isSticky: false,
        rest: `\t\t${quoted('wp:attachment_url', url)}\n${metaXml('_wp_attached_file', path)}${media.alt ? metaXml('_wp_attachment_image_alt', media.alt) : ''}`,
      },
      timeZone,
    ) + itemEnd
  );
}
