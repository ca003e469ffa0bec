import { AppError } from '@/lib/platform/errors';
import type { AuthorDraft, Problem } from '../../drafts';
import type { Scratch, ScratchLists, ScratchMap } from '../../reading/scratch';
import type { Repairs } from '../../reading/xml/repair';
import { MalformedXml, OtherXml, readRecords, type XmlNode, type XmlRecord } from '../../reading/xml/records';
import type { ClockSample } from '../../site-settings/time-zones';
import type { TermBases } from './list-addresses';
import { plainTextOf } from './bodies';
import { OffsetCount } from './dates';
import { learnHosts, takeHost } from './hosts';
import { LeftOut } from './left-out';
import { reportRepairs } from './repair-report';
import { takeAuthor, takeGeneralTerm, takeItemTerm, takeTerm, tooMany, type TermOutline } from './terms';
import { isReadersComment } from './comments';
import { decodeSlug, detached, factOf, formerLinksOf, idOf, metaOf, prefixes, textOf } from './nodes';
import { cutOff, noVersion, otherXml, refuseOtherExports, unreadable } from './other-exports';

export type ItemOutline = {
  type: string;
  parentId: string;
  slug: string;
  name: string;
  title: string;
  link: string;
  isHidden: boolean;
  target: { kind: string; id: string; url: string } | null;
};
export type Attachment = { url: string; parentId: string; alt: string; caption: string; title: string };

/** The result of the first reading: enough to place every item, without bodies. */
export type Outline = {
  siteTitle: string;
  baseUrl: string;
  /** Other hosts of most of its items. */
  otherUrls: string[];
  tagline: string;
  offsetMinutes: number;
  clock: readonly ClockSample[];
  authors: Map<string, AuthorDraft>;
  authorKeysById: Map<string, string>;
  terms: Map<string, TermOutline>;
  items: ScratchMap<ItemOutline>;
  /** The import id per item number; skipped items are absent. */
  taken: ScratchMap<string>;
  attachments: ScratchMap<Attachment>;
  attachmentsOf: ScratchLists<string>;
  /** Attachment → the post whose featured image it is. */
  coverOf: ScratchMap<string>;
  patterns: ScratchMap<string>;
  /** Item types imported as posts or pages by option. */
  types: ItemTypes;
  former: ScratchMap<string>;
  months: Set<string>;
  bases: TermBases;
  scratch: Scratch;
  total: number;
  comments: number;
  problems: Problem[];
  leftOutLines: Problem[];
  repaired: Set<string>;
};

export type ItemTypes = ReadonlyMap<string, 'post' | 'page'>;

type OutlineBuilder = Outline & {
  version: string;
  offsets: OffsetCount;
  leftOut: LeftOut;
  copies: Problem[];
  hosts: Map<string, number>;
  commentsOf: Map<number, number>;
};

/** Fits the command-line tool's heap. */
const MAX_ITEMS = 1_000_000;
const MAX_LINES = 40;
const MAX_MONTHS = 2_400;

export const within = ['rss', 'channel'] as const;

/** Reads the files once, in constant memory. Throws a sentence if they are not a WordPress export. */
export async function readOutline(
  files: readonly string[],
  { oldUrl, types, bases, scratch }: OutlineOptions,
): Promise<Outline> {
  const repaired = new Set<string>();
  for (;;) {
    const outline = emptyOutline(repaired, { types, bases, scratch });
    if (await readAll(outline, files)) return settled(outline, oldUrl);
    scratch.clear();
  }
}

type OutlineOptions = { oldUrl: string | null; types: ItemTypes; bases: TermBases; scratch: Scratch };

function settled(outline: OutlineBuilder, oldUrl: string | null): Outline {
  if (oldUrl) outline.baseUrl = oldUrl.replace(/\/+$/, '');
  if (!URL.canParse(outline.baseUrl)) {
    throw new AppError('invalid', 'The file does not say which site it is from: give its address with --old-url.');
  }
  outline.offsetMinutes = outline.offsets.minutes;
  outline.clock = outline.offsets.samples;
  outline.leftOutLines = [...outline.leftOut.lines(), ...outline.copies.slice(0, MAX_LINES)];
  learnHosts(outline);
  return outline;
}

function emptyOutline(
  repaired: Set<string>,
  { types, bases, scratch }: Omit<OutlineOptions, 'oldUrl'>,
): OutlineBuilder {
  return {
    siteTitle: '',
    baseUrl: '',
    version: '',
    tagline: '',
    offsetMinutes: 0,
    clock: [],
    offsets: new OffsetCount(),
    authors: new Map(),
    authorKeysById: new Map(),
    terms: new Map(),
    items: scratch.map(),
    taken: scratch.map(),
    attachments: scratch.map(),
    attachmentsOf: scratch.lists(),
    coverOf: scratch.map(),
    patterns: scratch.map(),
    types,
    former: scratch.map(),
    months: new Set(),
    bases,
    leftOut: new LeftOut(),
    copies: [],
    hosts: new Map(),
    commentsOf: new Map(),
    scratch,
    total: 0,
    comments: 0,
    otherUrls: [],
    problems: [],
    leftOutLines: [],
    repaired,
  };
}

/** False if a file turned out to need repairs. */
async function readAll(outline: OutlineBuilder, files: readonly string[]) {
  for (const file of files) {
    const repair = outline.repaired.has(file);
    try {
      await readOnce(outline, file, repair);
    } catch (error) {
      if (error instanceof OtherXml) throw otherXml(file, error);
      if (!(error instanceof MalformedXml)) throw error;
      if (repair) throw await unreadable(file, error.line);
      outline.repaired.add(file);
      return false;
    }
  }
  return true;
}

async function readOnce(outline: OutlineBuilder, file: string, repair: boolean) {
  await refuseOtherExports(file);
  outline.version = '';
  let lost: string | null = null;
  // Only counted in this reading.
  const apart = { name: 'wp:comment', take: (node: XmlNode, record: number) => takeComment(outline, node, record) };
  const onEnd = (end: { repairs: Repairs; lost: string | null }) => {
    lost = end.lost;
    reportRepairs(outline.problems, end);
  };
  for await (const record of readRecords(file, { within, repair, prefixes, onEnd, apart })) takeRecord(outline, record);
  if (!/^\d+(\.\d+)*$/.test(outline.version)) throw lost === null ? noVersion(file) : cutOff(file);
}

function takeRecord(outline: OutlineBuilder, record: XmlRecord) {
  const { node } = record;
  if (node.name === 'item') takeItem(outline, record);
  else if (node.name === 'wp:author') takeAuthor(outline, node);
  else if (node.name === 'wp:category')
    takeTerm(outline, node, 'category', ['category_nicename', 'cat_name', 'category_description', 'category_parent']);
  else if (node.name === 'wp:tag') takeTerm(outline, node, 'post_tag', ['tag_slug', 'tag_name', 'tag_description', '']);
  else if (node.name === 'wp:term') takeGeneralTerm(outline, node);
  else if (node.name === 'title') outline.siteTitle ||= detached(plainTextOf(node.text));
  else if (node.name === 'description') outline.tagline ||= detached(plainTextOf(node.text));
  else if (node.name === 'wp:wxr_version') outline.version = node.text.trim();
  else if (node.name === 'wp:base_blog_url') outline.baseUrl = detached(node.text.trim().replace(/(?<!\/)\/+$/, ''));
  else if (node.name === 'link') outline.baseUrl ||= detached(node.text.trim().replace(/(?<!\/)\/+$/, ''));
}

function takeItem(outline: OutlineBuilder, { node: item, line, number }: XmlRecord) {
  const comments = outline.commentsOf.get(number) ?? 0;
  outline.commentsOf.delete(number);
  const given = idOf(item);
  outline.total += 1;
  if (outline.total > MAX_ITEMS) throw tooMany(MAX_ITEMS, 'entries');
  if (!given)
    return void outline.problems.push({ where: `line ${line}`, why: 'An item has neither an id nor an address.' });
  const type = kindOf(item, outline);
  const id = freeId(outline, { id: given, type, item, line });
  if (id === null) return;
  outline.taken.set(String(outline.total), detached(id));
  const meta = metaOf(item);
  const slug = decodeSlug(factOf(item, 'wp:post_name'));
  outline.items.set(detached(id), {
    type: detached(type),
    parentId: detached(factOf(item, 'wp:post_parent')),
    slug: detached(slug),
    name: detached(factOf(item, 'wp:post_name')),
    title: slug ? '' : detached(textOf(item, 'title').trim().slice(0, 200)),
    link: detached(factOf(item, 'link')),
    isHidden: factOf(item, 'wp:status') !== 'publish' || factOf(item, 'wp:post_password') !== '',
    target: type === 'nav_menu_item' ? menuTarget(meta) : null,
  });
  if (type === 'post' && !outline.items.get(id)?.isHidden) takeMonth(outline, factOf(item, 'wp:post_date'));
  outline.offsets.add({ local: factOf(item, 'wp:post_date'), gmt: factOf(item, 'wp:post_date_gmt') });
  const creator = detached(factOf(item, 'dc:creator'));
  if (creator && !outline.authors.has(creator))
    outline.authors.set(creator, { key: creator, name: creator, email: '' });
  for (const child of item.children) if (child.name === 'category') takeItemTerm(outline, child);
  if (type === 'post' || type === 'page') takeHost(outline, factOf(item, 'link'));
  takeLeftOut(outline, { type, comments }, meta);
  if (type === 'wp_block' && !outline.items.get(id)?.isHidden)
    outline.patterns.set(detached(id), textOf(item, 'content:encoded'));
  for (const address of formerLinksOf(item)) outline.former.set(address, detached(id));
  const cover = meta.get('_thumbnail_id')?.trim();
  if (cover && !outline.coverOf.has(cover)) outline.coverOf.set(detached(cover), detached(id));
  if (type === 'attachment') takeAttachment(outline, detached(id), item, meta);
}

type Named = { id: string; type: string; item: XmlNode; line: number };

/** A free id for an item: duplicates are kept unless they have one address too. */
function freeId(outline: OutlineBuilder, { id, type, item, line }: Named) {
  const first = outline.items.get(id);
  if (!first) return id;
  // WordPress repeats menus per location; the second copy adds nothing.
  if (type === 'nav_menu_item') return null;
  const link = factOf(item, 'link');
  const second = `${id} ${link}`.slice(0, 500);
  const isOther = (link !== first.link || factOf(item, 'wp:post_name') !== first.name) && !outline.items.has(second);
  if (isOther) return second;
  const title = plainTextOf(textOf(item, 'title')).slice(0, 80);
  outline.copies.push({
    where: `line ${line}, “${title}”`,
    why: `Its id ${id.slice(0, 80)} and its address ${link.slice(0, 300)} were used before: only the first item with them was imported.`,
  });
  return null;
}

function takeMonth({ months }: OutlineBuilder, date: string) {
  const [, year, month] = /^(\d{4})-(\d\d)-/.exec(date) ?? [];
  if (year && year !== '0000' && months.size < MAX_MONTHS) months.add(`${year}/${month}`);
}

/** The type to import an item as: its own, or the one from an option. */
export function kindOf(item: XmlNode, { types }: Pick<Outline, 'types'>) {
  const type = factOf(item, 'wp:post_type') || 'post';
  return types.get(type) ?? type;
}

function takeLeftOut(
  { leftOut }: OutlineBuilder,
  { type, comments }: { type: string; comments: number },
  meta: Map<string, string>,
) {
  if (type !== 'post' && type !== 'page' && type !== 'attachment') return leftOut.item(type, comments);
  for (const [name, value] of meta) if (isOwnField(name) && value.trim() !== '') leftOut.field(name);
}

// Keys that begin with "_" are plug-in data.
function isOwnField(name: string) {
  return name !== '' && name !== 'footnotes' && name !== 'enclosure' && !/^(?:_|rank_math_)/.test(name);
}

function takeComment(outline: OutlineBuilder, node: XmlNode, record: number) {
  outline.comments += 1;
  outline.commentsOf.set(record, (outline.commentsOf.get(record) ?? 0) + 1);
  const type = factOf(node, 'wp:comment_type');
  if (!isReadersComment(type)) outline.leftOut.comment(type);
}

function takeAttachment(outline: OutlineBuilder, id: string, item: XmlNode, meta: Map<string, string>) {
  const parentId = detached(factOf(item, 'wp:post_parent'));
  if (parentId && parentId !== '0') outline.attachmentsOf.add(parentId, id);
  outline.attachments.set(id, {
    url: detached(factOf(item, 'wp:attachment_url') || factOf(item, 'guid')),
    parentId,
    alt: detached(meta.get('_wp_attachment_image_alt')?.trim() ?? ''),
    caption: detached(textOf(item, 'excerpt:encoded').trim()),
    title: detached(factOf(item, 'title')),
  });
}

function menuTarget(meta: Map<string, string>) {
  const read = (name: string) => detached(meta.get(`_menu_item_${name}`)?.trim() ?? '');
  return { kind: read('type'), id: read('object_id'), url: read('url') };
}
