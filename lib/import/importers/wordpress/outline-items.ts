import { placeIn, type ExportFile } from '../../importer';
import type { XmlNode, XmlRecord } from '../../reading/xml/records';
import { plainTextOf } from './bodies';
import { isReadersComment } from './comments';
import { takeHost } from './hosts';
import { detached, factOf, formerLinksOf, idOf, metaOf, textOf } from './nodes';
import type { Outline, OutlineBuilder } from './outline';
import { isOfSquarespace, linkOf, slugOf, withoutNumbers } from './squarespace';
import { takeCreator, takeItemTerm, tooMany } from './terms';

/** Fits the command-line tool's heap. */
const MAX_ITEMS = 1_000_000;
const MAX_MONTHS = 2_400;

/** Places an item of the channel. */
export function takeItem(outline: OutlineBuilder, { node: item, line, number }: XmlRecord, file: ExportFile) {
  const comments = outline.commentsOf.get(number) ?? 0;
  outline.commentsOf.delete(number);
  const given = idOf(item);
  outline.total += 1;
  if (outline.total > MAX_ITEMS) throw tooMany(MAX_ITEMS, 'entries');
  if (!given)
    return void outline.problems.push({
      where: placeIn(file, `line ${line}`),
      why: 'An item has neither an id nor an address.',
    });
  outline.isSquarespace ||= isOfSquarespace(item, outline);
  const type = kindOf(item, outline);
  if (type === 'post' || type === 'page') outline.contents += 1;
  const id = freeId(outline, { id: given, type, item, where: placeIn(file, `line ${line}`) });
  if (id === null) return;
  outline.taken.set(String(outline.total), detached(id));
  const meta = metaOf(item);
  const slug = slugOf(item, outline);
  outline.items.set(detached(id), {
    type: detached(type),
    parentId: detached(factOf(item, 'wp:post_parent')),
    slug: detached(slug),
    name: detached(factOf(item, 'wp:post_name')),
    title: slug ? '' : detached(textOf(item, 'title').trim().slice(0, 200)),
    link: detached(linkOf(item, outline)),
    isHidden: factOf(item, 'wp:status') !== 'publish' || factOf(item, 'wp:post_password') !== '',
    target: type === 'nav_menu_item' ? menuTarget(meta) : null,
  });
  if (type === 'post' && !outline.items.get(id)?.isHidden) takeMonth(outline, factOf(item, 'wp:post_date'));
  outline.offsets.add({ local: factOf(item, 'wp:post_date'), gmt: factOf(item, 'wp:post_date_gmt') });
  takeCreator(outline, factOf(item, 'dc:creator'));
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

type Named = { id: string; type: string; item: XmlNode; where: string };

/** A free id for an item: duplicates are kept unless they have one address too. */
function freeId(outline: OutlineBuilder, { id, type, item, where }: Named) {
  const first = outline.items.get(id);
  if (!first) return id;
  // WordPress repeats menus per location; the second copy adds nothing.
  if (type === 'nav_menu_item') return null;
  const link = factOf(item, 'link');
  const second = `${id} ${link}`.slice(0, 500);
  const isOther = (link !== first.link || factOf(item, 'wp:post_name') !== first.name) && !outline.items.has(second);
  if (isOther) {
    outline.problems.push({ where, why: `Its id ${id.slice(0, 80)} is another item’s too: both were imported.` });
    return second;
  }
  const title = plainTextOf(textOf(item, 'title')).slice(0, 80);
  outline.copies.push({
    where: `${where}, “${title}”`,
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

/** Counts a comment of the item that is being read. */
export function takeComment(outline: OutlineBuilder, node: XmlNode, record: number) {
  outline.comments += 1;
  outline.commentsOf.set(record, (outline.commentsOf.get(record) ?? 0) + 1);
  const type = factOf(node, 'wp:comment_type');
  if (isReadersComment(type)) outline.contents += 1;
  else outline.leftOut.comment(type);
}

function takeAttachment(outline: OutlineBuilder, id: string, item: XmlNode, meta: Map<string, string>) {
  const parentId = detached(factOf(item, 'wp:post_parent'));
  if (parentId && parentId !== '0') outline.attachmentsOf.add(parentId, id);
  outline.attachments.set(id, {
    url: detached(factOf(item, 'wp:attachment_url') || factOf(item, 'guid')),
    parentId,
    alt: detached(meta.get('_wp_attachment_image_alt')?.trim() ?? ''),
    caption: detached(withoutNumbers(textOf(item, 'excerpt:encoded').trim())),
    title: detached(factOf(item, 'title')),
  });
}

function menuTarget(meta: Map<string, string>) {
  const read = (name: string) => detached(meta.get(`_menu_item_${name}`)?.trim() ?? '');
  return { kind: read('type'), id: read('object_id'), url: read('url') };
}
