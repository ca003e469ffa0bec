import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** WordPress exports of an invented site. */
export const OLD_SITE = 'https://old-harbour.example';

type Item = Partial<{
  id: string;
  type: string;
  title: string;
  link: string;
  name: string;
  status: string;
  date: string;
  gmt: string;
  pubDate: string;
  creator: string;
  content: string;
  excerpt: string;
  parent: string;
  order: string;
  password: string;
  sticky: string;
  commentStatus: string;
  categories: string;
  meta: Record<string, string>;
  comments: string;
  extra: string;
}>;

let lastId = 1_000;

export function wxrItem(item: Item = {}) {
  lastId += 1;
  const id = item.id ?? String(lastId);
  const name = item.name ?? `entry-${id}`;
  const link = item.link ?? `${OLD_SITE}/2014/05/06/${name}/`;
  const meta = Object.entries(item.meta ?? {}).map(
    ([key, value]) =>
      `<wp:postmeta><wp:meta_key>${key}</wp:meta_key><wp:meta_value><![CDATA[${value}]]></wp:meta_value></wp:postmeta>`,
  );
  return `<item>
<title>${item.title ?? `Entry ${id}`}</title>
<link>${link}</link>
<pubDate>${item.pubDate ?? 'Tue, 06 May 2014 08:30:00 +0000'}</pubDate>
<dc:creator><![CDATA[${item.creator ?? 'keeper'}]]></dc:creator>
<guid isPermaLink="false">${OLD_SITE}/?p=${id}</guid>
<content:encoded><![CDATA[${item.content ?? `Text of entry ${id}.`}]]></content:encoded>
<excerpt:encoded><![CDATA[${item.excerpt ?? ''}]]></excerpt:encoded>
<wp:post_id>${id}</wp:post_id>
<wp:post_date>${item.date ?? '2014-05-06 10:30:00'}</wp:post_date>
<wp:post_date_gmt>${item.gmt ?? '2014-05-06 08:30:00'}</wp:post_date_gmt>
<wp:comment_status>${item.commentStatus ?? 'open'}</wp:comment_status>
<wp:post_name>${name}</wp:post_name>
<wp:status>${item.status ?? 'publish'}</wp:status>
<wp:post_parent>${item.parent ?? '0'}</wp:post_parent>
<wp:menu_order>${item.order ?? '0'}</wp:menu_order>
<wp:post_type>${item.type ?? 'post'}</wp:post_type>
<wp:post_password>${item.password ?? ''}</wp:post_password>
<wp:is_sticky>${item.sticky ?? '0'}</wp:is_sticky>
${item.categories ?? ''}
${meta.join('\n')}
${item.comments ?? ''}
${item.extra ?? ''}
</item>`;
}

type Comment = Partial<{
  author: string;
  parent: string;
  approved: string;
  type: string;
  date: string;
  gmt: string;
  content: string;
}>;

export function wxrComment(id: string, comment: Comment = {}) {
  return `<wp:comment>
<wp:comment_id>${id}</wp:comment_id>
<wp:comment_author><![CDATA[${comment.author ?? 'A reader'}]]></wp:comment_author>
<wp:comment_author_email>secret-${id}@old-harbour.example</wp:comment_author_email>
<wp:comment_author_url>https://reader.example/</wp:comment_author_url>
<wp:comment_author_IP>203.0.113.77</wp:comment_author_IP>
<wp:comment_date>${comment.date ?? '2014-05-07 10:00:00'}</wp:comment_date>
<wp:comment_date_gmt>${comment.gmt ?? '2014-05-07 08:00:00'}</wp:comment_date_gmt>
<wp:comment_content><![CDATA[${comment.content ?? `Comment ${id}.`}]]></wp:comment_content>
<wp:comment_approved>${comment.approved ?? '1'}</wp:comment_approved>
<wp:comment_type>${comment.type ?? ''}</wp:comment_type>
<wp:comment_parent>${comment.parent ?? '0'}</wp:comment_parent>
<wp:comment_user_id>0</wp:comment_user_id>
</wp:comment>`;
}

export function wxrHead() {
  return `<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:excerpt="http://wordpress.org/export/1.2/excerpt/" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:wp="http://wordpress.org/export/1.2/">
<channel>
<title>The Old Harbour</title>
<link>${OLD_SITE}</link>
<wp:wxr_version>1.2</wp:wxr_version>
<wp:base_site_url>${OLD_SITE}</wp:base_site_url>
<wp:base_blog_url>${OLD_SITE}</wp:base_blog_url>
<wp:author><wp:author_id>7</wp:author_id><wp:author_login><![CDATA[keeper]]></wp:author_login><wp:author_email><![CDATA[keeper@old-harbour.example]]></wp:author_email><wp:author_display_name><![CDATA[Ola Keeper]]></wp:author_display_name></wp:author>
<wp:category><wp:term_id>3</wp:term_id><wp:category_nicename><![CDATA[boats]]></wp:category_nicename><wp:category_parent></wp:category_parent><wp:cat_name><![CDATA[Boats]]></wp:cat_name></wp:category>
<wp:category><wp:term_id>4</wp:term_id><wp:category_nicename><![CDATA[sloops]]></wp:category_nicename><wp:category_parent>boats</wp:category_parent><wp:cat_name><![CDATA[Sloops]]></wp:cat_name></wp:category>
<wp:tag><wp:term_id>5</wp:term_id><wp:tag_slug><![CDATA[%ce%b8%ce%ac%ce%bb%ce%b1%cf%83%cf%83%ce%b1]]></wp:tag_slug><wp:tag_name><![CDATA[θάλασσα]]></wp:tag_name></wp:tag>
`;
}

export function wxr(...items: string[]) {
  return `${wxrHead()}${items.join('\n')}\n</channel>\n</rss>\n`;
}

/** Writes an export into a new folder and returns its path. */
export function wxrFile(text: string, name = 'export.xml') {
  const path = join(mkdtempSync(join(tmpdir(), 'masthead-wxr-')), name);
  writeFileSync(path, text);
  return path;
}
