import type { CoverDraft, DraftStatus, PostDraft } from '../../drafts';
import { placeIn, type ExportFile, type ImportTarget } from '../../importer';
import type { CommentList } from '../../reading/comment-list';
import { faultOfParent } from '../../reading/page-parents';
import type { XmlNode } from '../../reading/xml/records';
import { plainTextOf } from './bodies';
import { readDate, readMoment, unreadableIn } from './dates';
import { readBody } from './item-bodies';
import { decodeSlug, factOf, formerLinksOf, metaOf, textOf } from './nodes';
import type { SiteAddresses } from './site-addresses';
import type { Outline } from './outline';
import { kindOf } from './outline-items';
import { readSearchFacts } from './search-facts';
import { keyOfLogin, slugOf, withoutNumbers } from './squarespace';

export type ItemContext = ImportTarget & { outline: Outline; addresses: SiteAddresses };

const MAX_EXCERPT_LENGTH = 600;
const MAX_CATEGORY_DEPTH = 20;

export type ItemLocation = { sourceId: string; file: ExportFile; line: number; comments: CommentList };

/** Converts a post or page. Hidden items stay hidden. */
export function readItem(item: XmlNode, location: ItemLocation, context: ItemContext): PostDraft {
  const { sourceId, comments } = location;
  const { outline } = context;
  const type = kindOf(item, outline) === 'page' ? 'page' : 'post';
  const title = plainTextOf(textOf(item, 'title'));
  const name = `${type} ${sourceId} “${title.slice(0, 80) || 'without a title'}”`;
  const where = placeIn(location.file, `line ${location.line}, ${name}`);
  const note = (why: string) => context.onNote({ where, why });
  const dates = {
    local: factOf(item, 'wp:post_date'),
    gmt: factOf(item, 'wp:post_date_gmt'),
    pubDate: factOf(item, 'pubDate'),
  };
  const moment = readMoment(dates, outline.offsetMinutes);
  const unread = unreadableIn(dates);
  if (unread)
    note(
      `Its date ${unread.slice(0, 40)} cannot be read; ${moment ? `${moment.toISOString()} was taken` : 'it has none here'}.`,
    );
  const state = readState(item, moment);
  if (state.note) note(state.note);
  const meta = metaOf(item);
  const body = readBody(item, { sourceId, context, note });
  const excerpt = shortened(plainTextOf(withoutNumbers(textOf(item, 'excerpt:encoded'))) || body.teaser);
  const changedAt = readDate(factOf(item, 'wp:post_modified_gmt'));
  return {
    sourceId,
    where,
    type,
    ...state.fields,
    title,
    slug: slugOf(item, outline).replace(/__trashed(-\d+)?$/, ''),
    excerpt,
    body: body.clean,
    publishAt: state.fields.status === 'draft' ? null : moment,
    createdAt: moment ?? changedAt,
    changedAt: changedAt ?? moment,
    isPinned: factOf(item, 'wp:is_sticky') === '1',
    commentsMode: readCommentsMode(item, { type, count: comments.length }),
    authorKeys: readAuthors(item, outline),
    tagKeys: readTags(item, outline),
    series: null,
    parentSourceId: readParent(item, { sourceId, type }, { outline, note }),
    menuOrder: Number.parseInt(factOf(item, 'wp:menu_order'), 10) || 0,
    cover: readCover(meta.get('_thumbnail_id')?.trim() || coverBeside(item, sourceId, outline), context),
    ...readSearchFacts(meta, { title, excerpt, siteTitle: outline.siteTitle }),
    feedId: factOf(item, 'guid'),
    enclosures: body.enclosures,
    oldPaths: oldPathsOf(item, sourceId, body.pages, context.addresses),
    comments,
  };
}

const UNDATED_NOTE = 'It has no readable date, so it was imported as a draft.';

type State = { fields: { status: DraftStatus; statusBeforeTrash: string }; note: string };

function readState(item: XmlNode, moment: Date | null): State {
  const status = factOf(item, 'wp:status');
  const is = (fields: DraftStatus, note = '', before = ''): State => ({
    fields: { status: fields, statusBeforeTrash: before },
    note,
  });
  if (status === 'trash') return is('trashed', 'It was in the trash, and is in the trash here.', 'draft');
  if (status === 'private') return is('private');
  if (factOf(item, 'wp:post_password')) return is('private', 'It was protected by a password, and is private here.');
  if (status === 'publish') return moment ? is('published') : is('draft', UNDATED_NOTE);
  if (status === 'future') return moment ? is('scheduled') : is('draft', UNDATED_NOTE);
  return is('draft');
}

/** Pages without comments get none here either. */
function readCommentsMode(item: XmlNode, { type, count }: { type: string; count: number }) {
  if (factOf(item, 'wp:comment_status') !== 'closed') return 'open';
  return type === 'page' && count === 0 ? 'off' : 'closed';
}

function readCover(attachmentId: string, { outline, imageAt }: ItemContext): CoverDraft | null {
  const attachment = outline.attachments.get(attachmentId);
  const image = attachment && imageAt(attachment.url);
  if (!image) return null;
  return {
    mediaId: image.id,
    alt: attachment.alt.slice(0, 1_000),
    caption: plainTextOf(attachment.caption).slice(0, 500),
  };
}

// In Squarespace, the image of a post is an item that names the post.
function coverBeside(item: XmlNode, sourceId: string, { isSquarespace, attachments, attachmentsOf }: Outline) {
  const [first = ''] = isSquarespace ? attachmentsOf.of(sourceId) : [];
  const url = attachments.get(first)?.url ?? '';
  return url && !textOf(item, 'content:encoded').includes(url) ? first : '';
}

function readAuthors(item: XmlNode, outline: Outline) {
  const creator = keyOfLogin(factOf(item, 'dc:creator'), outline);
  const others = item.children
    .filter((child) => child.name === 'category' && child.attributes.domain === 'author')
    .map((child) => (child.attributes.nicename ?? '').replace(/^cap-/, ''));
  return [...new Set([creator, ...others])].filter((key) => outline.authors.has(key));
}

function readTags(item: XmlNode, outline: Outline) {
  const keys = item.children
    .filter((child) => child.name === 'category')
    .map(
      ({ attributes, text }) =>
        `${attributes.domain ?? 'category'}:${decodeSlug(attributes.nicename || plainTextOf(text))}`,
    );
  const known = keys.filter((key) => outline.terms.has(key));
  // WordPress lists posts of child categories under their parents; tags here are flat.
  return [...new Set([...known, ...known.flatMap((key) => categoriesAbove(key, outline))])];
}

function categoriesAbove(key: string, { terms }: Outline) {
  const above: string[] = [];
  for (let term = terms.get(key); term?.parentSlug && above.length < MAX_CATEGORY_DEPTH;) {
    const parent = `${term.taxonomy}:${term.parentSlug}`;
    if (parent === key || above.includes(parent) || !terms.has(parent)) break;
    above.push(parent);
    term = terms.get(parent);
  }
  return above;
}

type Told = { outline: Outline; note: (why: string) => void };

/** The parent page, if it is in the files. */
function readParent(item: XmlNode, { sourceId, type }: { sourceId: string; type: string }, { outline, note }: Told) {
  const parent = factOf(item, 'wp:post_parent');
  if (!parent || parent === '0') return null;
  const parentOf = (id: string) => outline.items.get(id)?.parentId.replace(/^0$/, '') ?? '';
  const isMissing = outline.items.get(parent)?.type !== 'page';
  const fault = isMissing
    ? `Its parent page ${parent.slice(0, 40)} is not in the file.`
    : faultOfParent(sourceId, parent, parentOf);
  if (fault && type === 'page') note(fault);
  return fault ? null : parent;
}

function oldPathsOf(item: XmlNode, sourceId: string, pages: number, addresses: SiteAddresses) {
  const link = addresses.pathOf(addresses.linkOf(item));
  const paths = link && link !== '/' ? [link] : [];
  if (link && !link.includes('?')) {
    for (let page = 2; page <= pages; page += 1) paths.push(`${link}/${page}`);
    for (const address of formerLinksOf(item)) {
      const former = addresses.pathOf(address);
      if (former) paths.push(former);
    }
  }
  if (/^\d+$/.test(sourceId)) paths.push(addresses.under(`p=${sourceId}`), addresses.under(`page_id=${sourceId}`));
  return [...new Set(paths)];
}

function shortened(text: string) {
  if (text.length <= MAX_EXCERPT_LENGTH) return text;
  return `${text.slice(0, MAX_EXCERPT_LENGTH).replace(/\s+\S*$/, '')} …`;
}
