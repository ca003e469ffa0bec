import type { Mark, Node } from '@tiptap/pm/model';
import { framedElement } from '@/lib/html/framed';
import { missingImageFigure } from '@/lib/html/missing-images';
import { spotElement } from '@/lib/html/slot-spots';
import { element, isBlank, text, type HtmlElement, type HtmlNode } from '@/lib/html/tree';
import { toHtml } from '@/lib/html/writing';
import { isEmptyLayout, writeLayoutBlock } from './layout-blocks';
import { ordered, type PreservedAttributes } from './preserved-attributes';
import { writeTable } from './tables';

/** One block as stored HTML; "" if empty. */
export function writeBlock(block: Node): string {
  if (block.type.name === 'rawBlock') return rawHtmlOf(block);
  if (isEmptyLine(block) || isEmptyLayout(block)) return '';
  return htmlOf([toTree(block)]);
}

/** HTML that stands in the text, or runs in a frame if it has a height. */
function rawHtmlOf({ attrs }: Node) {
  const code = String(attrs.html ?? '').trim();
  if (typeof attrs.height !== 'number' || !code) return code;
  return toHtml([framedElement({ code, height: attrs.height, title: String(attrs.title ?? '') })]);
}

// Preserved HTML is text in the tree that is written unchanged.
const RAW = 'raw';

function htmlOf(nodes: readonly HtmlNode[]): string {
  const preserved: string[] = [];
  const html = toHtml(withPlaceholders(nodes, preserved));
  return html.replace(/\uE000(\d+)\uE001/g, (_, index: string) => preserved[Number(index)] ?? '');
}

function withPlaceholders(nodes: readonly HtmlNode[], preserved: string[]): HtmlNode[] {
  return nodes.map((node) => {
    if (node.type === 'text') return text(node.value.replace(/[\uE000\uE001]/g, ''));
    if (node.name === RAW) return text(`\uE000${preserved.push(node.attributes.html ?? '') - 1}\uE001`);
    return { ...node, children: withPlaceholders(node.children, preserved) };
  });
}

function raw(html: string): HtmlElement {
  return element(RAW, { html }, []);
}

function toTree(block: Node): HtmlElement {
  const { attrs } = block;
  const preserved = attrs.preserved as PreservedAttributes;
  const named = (name: string, children: HtmlNode[]) => element(name, ordered(name, preserved), children);
  switch (block.type.name) {
    case 'paragraph':
      return named('p', line(block));
    case 'heading':
      return named(`h${attrs.level}`, line(block));
    case 'bulletList':
      return named('ul', block.children.map(item));
    case 'orderedList':
      return element(
        'ol',
        ordered('ol', { start: attrs.start === 1 ? null : attrs.start, type: attrs.type }, preserved),
        block.children.map(item),
      );
    case 'blockquote':
      return named('blockquote', flow(block));
    case 'pullQuote':
      return named('figure', [element('blockquote', ordered('blockquote', attrs.quote), flow(block))]);
    case 'codeBlock':
      return code(block);
    case 'horizontalRule':
      return named('hr', []);
    case 'figure':
      return named('figure', [imageOf(block), ...caption(block)]);
    case 'embed':
      return embed(block);
    case 'missingImage':
      return missingImageFigure(String(attrs.address), String(attrs.label), caption(block));
    case 'slotSpot':
      return spotElement(String(attrs.slot));
    case 'table':
      return writeTable(block, flow);
    default:
      return writeLayoutBlock(block, { flow, line }) ?? raw(rawHtmlOf(block));
  }
}

function embed(block: Node) {
  const { url, label, poster } = block.attrs as { url: string; label: string; poster: string };
  const picture = poster ? [element('img', { src: poster, alt: '' }, [])] : [];
  return element('figure', { 'data-embed': url }, [
    element('a', { href: url }, [...picture, text(label)]),
    ...caption(block),
  ]);
}

function item(node: Node) {
  return element('li', ordered('li', node.attrs.preserved), flow(node));
}

const looseContainers = ['listItem', 'tableCell', 'tableHeader'];

function flow(parent: Node): HtmlNode[] {
  const blocks = parent.children.filter((block) => !isEmptyLine(block) && !isEmptyLayout(block));
  return blocks.flatMap((block, index) =>
    looseContainers.includes(parent.type.name) && mayBeLoose(block, blocks[index - 1]) ? line(block) : [toTree(block)],
  );
}

/**
 * In an item or a cell, a paragraph is written without <p> if it was read without one, or is new and the first; but
 * never after another without, with which it would merge.
 */
function mayBeLoose({ type, attrs }: Node, before: Node | undefined) {
  if (type.name !== 'paragraph' || attrs.wrapped) return false;
  return before?.type.name !== 'paragraph' || (attrs.wrapped === false && before.attrs.wrapped === true);
}

function code(block: Node) {
  const { language, isPlain, preserved } = block.attrs;
  const content = block.textContent ? [text(block.textContent)] : [];
  if (isPlain) return element('pre', ordered('pre', preserved), content);
  return element('pre', ordered('pre', preserved), [
    element('code', ordered('code', language ? { class: `language-${language}` } : null), content),
  ]);
}

function imageOf({ attrs }: Node): HtmlElement {
  const image = element('img', ordered('img', { src: attrs.src, alt: attrs.alt }, attrs.image), []);
  return attrs.link ? element('a', ordered('a', attrs.link), [image]) : image;
}

function caption(block: Node) {
  return isEmpty(block) ? [] : [element('figcaption', {}, line(block))];
}

/** Inline content wrapped in its marks; neighbours share common marks. */
function line(parent: Node): HtmlNode[] {
  const nodes: HtmlNode[] = [];
  const open: { mark: Mark; children: HtmlNode[] }[] = [];
  parent.children.forEach((node, index) => {
    const marks = nested(parent.children, index);
    const shared = open.findIndex(({ mark }, depth) => !marks[depth]?.eq(mark));
    if (shared !== -1) open.length = shared;
    for (const mark of marks.slice(open.length)) {
      const wrapper = markElement(mark);
      (open.at(-1)?.children ?? nodes).push(wrapper);
      open.push({ mark, children: wrapper.children });
    }
    (open.at(-1)?.children ?? nodes).push(inline(node));
  });
  return nodes;
}

/**
 * The marks of a node, the outermost first: in the order of the schema, but an element with an id stands around every mark
 * that does not hold all of it. Written in two, its id would stand twice in a page.
 */
function nested(nodes: readonly Node[], index: number): Mark[] {
  const spanOf = (mark: Mark) => {
    const isOutside = (node: Node | undefined) => !node || !mark.isInSet(node.marks);
    let [start, end] = [index, index];
    while (!isOutside(nodes[start - 1])) start--;
    while (!isOutside(nodes[end + 1])) end++;
    return { start, end };
  };
  const isAround = (one: Mark, other: Mark) => {
    if (!hasId(one)) return false;
    const [inner, outer] = [spanOf(one), spanOf(other)];
    return inner.start < outer.start || inner.end > outer.end;
  };
  const marks = nodes[index]?.marks ?? [];
  return [...marks].sort((one, other) => Number(isAround(other, one)) - Number(isAround(one, other)));
}

function hasId({ attrs }: Mark) {
  return Boolean((attrs.preserved as Record<string, string> | null)?.id);
}

function inline(node: Node): HtmlNode {
  const { attrs } = node;
  if (node.isText) return text(node.text ?? '');
  if (node.type.name === 'hardBreak') return element('br', {}, []);
  if (node.type.name === 'inlineImage') {
    return element('img', ordered('img', { src: attrs.src, alt: attrs.alt }, attrs.preserved), []);
  }
  if (node.type.name === 'footnote') return element('span', { 'data-footnote': '' }, line(node));
  return raw(String(attrs.html ?? ''));
}

const markNames: Record<string, string> = { bold: 'strong', italic: 'em', strike: 's', underline: 'u', code: 'code' };

function markElement({ type, attrs }: Mark): HtmlElement {
  if (type.name === 'link') return element('a', ordered('a', { href: attrs.href }, attrs.preserved), []);
  const name = type.name === 'tag' ? String(attrs.name) : (markNames[type.name] ?? 'span');
  return element(name, ordered(name, attrs.preserved), []);
}

/** An empty line: visible to writers, not to readers. */
function isEmptyLine(block: Node) {
  return ['paragraph', 'heading'].includes(block.type.name) && isEmpty(block);
}

function isEmpty(block: Node) {
  return block.children.every((node) => (node.isText ? isBlank(node.text ?? '') : node.type.name === 'hardBreak'));
}
