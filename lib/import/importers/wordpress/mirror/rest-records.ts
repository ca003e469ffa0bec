import { parseHtml } from '@/lib/html/parsing';
import { textOf } from '@/lib/html/tree';
import type { LooseFields } from '../../../threads/loose-fields';
import type { Pulled, PulledComment, PulledItem, PulledMedia } from './pulled';

/** A post or page as the REST API has it. */
export function itemOf(row: LooseFields, type: PulledItem['type'], { authors, terms }: Pulled): PulledItem {
  const html = row.below('content').text('rendered');
  const ids = [...row.list('categories'), ...row.list('tags')].map(String);
  return {
    id: row.text('id'),
    type,
    title: row.below('title').text('rendered'),
    link: row.text('link'),
    slug: row.text('slug'),
    guid: row
      .below('guid')
      .text('rendered')
      .replaceAll(/&(?:#0*38|amp);/g, '&'),
    date: row.text('date'),
    gmt: row.text('date_gmt'),
    modified: row.text('modified_gmt'),
    creator: authors.get(row.text('author'))?.login ?? '',
    html,
    excerpt: writtenExcerpt(row.below('excerpt').text('rendered'), html),
    commentStatus: row.text('comment_status'),
    parent: row.text('parent'),
    order: row.text('menu_order'),
    isSticky: row.isTrue('sticky'),
    cover: row.text('featured_media').replace(/^0$/, ''),
    terms: ids.flatMap((id) => terms.get(id) ?? []).map(({ taxonomy, slug, name }) => ({ taxonomy, slug, name })),
  };
}

/** WordPress makes an excerpt of the text where none was written. */
function writtenExcerpt(excerpt: string, html: string) {
  const words = plain(excerpt);
  if (/\[(?:…|\.\.\.)\]$/.test(words) || /class="[^"]*more-link/.test(excerpt)) return '';
  return plain(html).startsWith(words) ? '' : excerpt;
}

function plain(html: string) {
  return textOf(parseHtml(html)).replace(/\s+/g, ' ').trim();
}

export function commentOf(row: LooseFields): PulledComment {
  return {
    id: row.text('id'),
    parent: row.text('parent'),
    type: row.text('type'),
    author: row.text('author_name'),
    url: row.text('author_url'),
    userId: row.text('author'),
    date: row.text('date'),
    gmt: row.text('date_gmt'),
    html: row.below('content').text('rendered'),
  };
}

export function mediaOf(row: LooseFields): PulledMedia {
  return {
    id: row.text('id'),
    post: row.text('post'),
    url: row.text('source_url'),
    link: row.text('link'),
    slug: row.text('slug'),
    title: row.below('title').text('rendered'),
    alt: row.text('alt_text'),
    caption: row.below('caption').text('rendered'),
    gmt: row.text('date_gmt'),
  };
}
