import 'server-only';
import { createWriteStream } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { OldSite } from './old-site';
import type { Pulled, PulledComment, PulledItem, PulledMedia, PulledTerm } from './pulled';

/** Writes what was pulled as the export that the old site would write of it: the same importer reads both. */
export async function writeWxr(path: string, site: OldSite, pulled: Pulled) {
  await pipeline(Readable.from(partsOf(site, pulled)), createWriteStream(path, { mode: 0o600 }));
}

function* partsOf(site: OldSite, pulled: Pulled) {
  const { home, title, tagline } = site;
  yield `<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:excerpt="http://wordpress.org/export/1.2/excerpt/" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:wp="http://wordpress.org/export/1.2/">
<channel>
${all({ title, link: home, description: tagline, 'wp:wxr_version': '1.2', 'wp:base_site_url': home, 'wp:base_blog_url': home })}
`;
  for (const { id, login, name } of pulled.authors.values())
    yield `<wp:author>${all({ 'wp:author_id': id, 'wp:author_login': login, 'wp:author_display_name': name })}</wp:author>\n`;
  for (const term of pulled.terms.values()) yield termOf(term, pulled);
  for (const media of pulled.media.values()) yield attachmentOf(media);
  for (const item of pulled.items.values()) {
    yield beginningOf(item);
    for (const comment of pulled.comments.each(item.id)) yield commentOf(comment);
    yield '</item>\n';
  }
  yield '</channel>\n</rss>\n';
}

function termOf({ id, taxonomy, slug, name, about, parent }: PulledTerm, { terms }: Pulled) {
  const above = terms.get(parent)?.slug ?? '';
  if (taxonomy === 'post_tag')
    return `<wp:tag>${all({ 'wp:term_id': id, 'wp:tag_slug': slug, 'wp:tag_name': name, 'wp:tag_description': about })}</wp:tag>\n`;
  const facts = { 'wp:category_nicename': slug, 'wp:category_parent': above, 'wp:cat_name': name };
  return `<wp:category>${all({ 'wp:term_id': id, ...facts, 'wp:category_description': about })}</wp:category>\n`;
}

function attachmentOf({ id, post, url, link, slug, title, alt, caption, gmt }: PulledMedia) {
  const facts = {
    title,
    link,
    'excerpt:encoded': caption,
    'wp:post_id': id,
    'wp:post_date_gmt': gmt,
    'wp:post_name': slug,
  };
  const more = {
    'wp:status': 'inherit',
    'wp:post_parent': post || '0',
    'wp:post_type': 'attachment',
    'wp:attachment_url': url,
  };
  return `<item>${all({ ...facts, ...more })}${meta('_wp_attachment_image_alt', alt)}</item>\n`;
}

function beginningOf(item: PulledItem) {
  const { title, link, creator, guid, html, excerpt, id, date, gmt, modified, commentStatus, slug, parent, order } =
    item;
  const texts = {
    title,
    link,
    'dc:creator': creator,
    guid,
    'content:encoded': asBlock(html),
    'excerpt:encoded': excerpt,
  };
  const times = { 'wp:post_id': id, 'wp:post_date': date, 'wp:post_date_gmt': gmt, 'wp:post_modified_gmt': modified };
  const state = { 'wp:comment_status': commentStatus, 'wp:post_name': slug, 'wp:status': 'publish' };
  const place = { 'wp:post_parent': parent || '0', 'wp:menu_order': order || '0', 'wp:post_type': item.type };
  const terms = item.terms.map(
    (term) => `<category domain="${term.taxonomy}" nicename="${attribute(term.slug)}">${cdata(term.name)}</category>`,
  );
  const fields = all({ ...texts, ...times, ...state, ...place, 'wp:is_sticky': item.isSticky ? '1' : '0' });
  return `<item>${fields}${terms.join('')}${meta('_thumbnail_id', item.cover)}\n`;
}

// What is shown has its paragraphs; classic text would get them again.
function asBlock(html: string) {
  return `<!-- wp:html -->\n${html}\n<!-- /wp:html -->`;
}

function commentOf({ id, parent, type, author, url, userId, date, gmt, html }: PulledComment) {
  const who = { 'wp:comment_author': author, 'wp:comment_author_url': url, 'wp:comment_user_id': userId || '0' };
  const when = { 'wp:comment_date': date, 'wp:comment_date_gmt': gmt };
  const what = { 'wp:comment_content': html, 'wp:comment_approved': '1', 'wp:comment_type': type };
  return `<wp:comment>${all({ 'wp:comment_id': id, 'wp:comment_parent': parent || '0', ...who, ...when, ...what })}</wp:comment>\n`;
}

function meta(key: string, value: string) {
  return value ? `<wp:postmeta>${all({ 'wp:meta_key': key, 'wp:meta_value': value })}</wp:postmeta>` : '';
}

function all(fields: Record<string, string>) {
  return Object.entries(fields)
    .map(([name, value]) => `<${name}>${cdata(value)}</${name}>`)
    .join('');
}

function cdata(text: string) {
  return `<![CDATA[${writable(text).replaceAll(']]>', ']]]]><![CDATA[>')}]]>`;
}

function attribute(text: string) {
  return writable(text).replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}

// XML has no way to write these.
function writable(text: string) {
  return text.toWellFormed().replaceAll(/[^\P{Cc}\t\n\r]|[\uFFFE\uFFFF]/gu, '');
}
