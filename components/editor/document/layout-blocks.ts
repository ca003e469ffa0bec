import type { Node } from '@tiptap/pm/model';
import { isCard, isColumn, isColumns, isGallery } from '@/lib/html/allowed';
import { element, isBlank, type HtmlElement, type HtmlNode } from '@/lib/html/tree';
import { ordered, preservedAttributes, Unknown, type PreservedAttributes } from './preserved-attributes';
import { readBookmark, readButton, readFile, writeBookmark, writeButton, writeFile } from './link-blocks';
import { readPlayer, writePlayer } from './players';
import type { HtmlReader } from './html-reader';

/** A block around other blocks, a card or a player; null for anything else. */
export function readLayoutBlock(reader: HtmlReader, node: HtmlElement): Node | null {
  if (node.name === 'p') return readButton(reader, node) ?? readFile(reader, node);
  if (isCard(node)) return 'data-callout' in node.attributes ? readCallout(reader, node) : readBookmark(reader, node);
  if (node.name === 'details') return readToggle(reader, node);
  if (isColumns(node)) return readColumns(reader, node);
  if (isGallery(node)) return readGallery(reader, node);
  if (node.name === 'audio' || node.name === 'video') return readPlayer(reader, node, { frame: null, caption: [] });
  return null;
}

function readCallout(reader: HtmlReader, node: HtmlElement) {
  const preserved = preservedAttributes(node, { own: ['data-callout'] });
  const attributes = { tone: node.attributes['data-callout'], preserved };
  return reader.node('callout', attributes, reader.readFlow(node.children, 'blocks'));
}

function readToggle(reader: HtmlReader, node: HtmlElement) {
  const children = withoutGaps(node.children);
  const [first, ...others] = children;
  const summary = first?.type === 'element' && first.name === 'summary' ? first : null;
  if (summary && preservedAttributes(summary)) throw new Unknown('summary');
  const label = reader.node('toggleSummary', null, summary ? reader.readLine(summary.children) : []);
  const blocks = filled(reader, reader.readFlow(summary ? others : children, 'blocks'));
  return reader.node('toggle', { preserved: preservedAttributes(node) }, [label, ...blocks]);
}

function readColumns(reader: HtmlReader, node: HtmlElement) {
  const columns = withoutGaps(node.children).map((child) => {
    if (child.type !== 'element' || !isColumn(child)) throw new Unknown('column');
    if (preservedAttributes(child, { own: ['data-column'] })) throw new Unknown('column');
    return reader.node('column', null, filled(reader, reader.readFlow(child.children, 'blocks')));
  });
  return reader.node('columns', { preserved: preservedAttributes(node, { own: ['data-columns'] }) }, columns);
}

function readGallery(reader: HtmlReader, node: HtmlElement) {
  const preserved = preservedAttributes(node, { own: ['data-gallery'] });
  return reader.node('gallery', { preserved }, reader.readFlow(node.children, 'blocks'));
}

function withoutGaps(nodes: readonly HtmlNode[]) {
  return nodes.filter((child) => child.type === 'element' || !isBlank(child.value));
}

// Without content there would be no line to write on.
function filled(reader: HtmlReader, blocks: readonly Node[]) {
  return blocks.length > 0 ? blocks : [reader.node('paragraph', null)];
}

type Writing = { flow: (parent: Node) => HtmlNode[]; line: (parent: Node) => HtmlNode[] };

/** Such a block as it is stored; null for anything else. */
export function writeLayoutBlock(block: Node, { flow, line }: Writing): HtmlElement | null {
  const { attrs } = block;
  const preserved = attrs.preserved as PreservedAttributes;
  switch (block.type.name) {
    case 'callout':
      return element('aside', ordered('aside', { 'data-callout': attrs.tone }, preserved), flow(block));
    case 'toggle':
      return element('details', ordered('details', preserved), flow(block));
    case 'toggleSummary':
      return element('summary', {}, line(block));
    case 'columns':
      return element('div', { 'data-columns': String(block.childCount), ...ordered('div', preserved) }, flow(block));
    case 'column':
      return element('div', { 'data-column': '' }, flow(block));
    case 'gallery':
      return writeGallery(block, flow(block));
    case 'button':
      return writeButton(block);
    case 'file':
      return writeFile(block);
    case 'bookmark':
      return writeBookmark(attrs);
    case 'player':
      return writePlayer(block, line);
    default:
      return null;
  }
}

function writeGallery({ attrs }: Node, pictures: HtmlNode[]) {
  const [only] = pictures;
  if (pictures.length === 1 && only?.type === 'element') return only;
  return element('div', { 'data-gallery': '', ...ordered('div', attrs.preserved as PreservedAttributes) }, pictures);
}

/** Whether readers would see nothing of it. */
export function isEmptyLayout(block: Node): boolean {
  const { name } = block.type;
  if (name === 'gallery') return block.childCount === 0;
  if (name === 'toggleSummary') return block.textContent.trim() === '' && block.childCount < 2;
  if (name === 'button') return block.textContent.trim() === '' && block.attrs.href === '';
  if (name === 'bookmark') return Object.values(block.attrs).every((value) => value === '');
  return false;
}
