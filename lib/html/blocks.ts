import { allowedAttributes, embedOf, isCard, isColumns, isGallery, isRawBlock, languageOf } from './allowed';
import { columnsOf } from './columns';
import { embedFigure, embedFromFigure } from './embed-figures';
import { framedElement, framedOf } from './framed';
import { endsInLine, flowOf, grouped, leafOf, type Flow } from './flow';
import { galleryOf } from './galleries';
import { lineOf } from './lines';
import { MISSING_IMAGE, missingImageFigure, missingImageOf } from './missing-images';
import { spotElement, spotReference } from './slot-spots';
import { tableOf } from './tables';
import { element, isBlank, text, textOf, type HtmlElement, type HtmlNode } from './tree';
import { safeUrl } from './urls';

/** Sanitises one block: several come back if content had to leave it, none if it was empty. */
export function blockOf(node: HtmlElement, flow: Flow): HtmlNode[] {
  const within: Flow = { ...flow, depth: flow.depth + 1 };
  const embed = embedOf(node);
  if (embed) return [embedFigure(embed.url, { label: node.attributes.title ?? '' }, [])];
  const spot = spotReference(node);
  if (spot !== null) return spotOf(node, spot, flow);
  const framed = framedOf(node);
  if (framed) return framed.code ? [framedElement({ ...framed, title: allowedAttributes(node).title ?? '' })] : [];
  if (isRawBlock(node)) return boxOf(node, { ...within, paragraphs: false });
  if (isCard(node)) return cardOf(node, within);
  if (isColumns(node)) return columnsOf(node, flow);
  if (isGallery(node)) return galleryOf(node, within);
  if (/^h[1-6]$/.test(node.name)) return headingOf(node, flow);
  if (node.name === 'hr') return [element('hr', {}, [])];
  if (node.name === 'blockquote') return boxOf(node, { ...within, paragraphs: true });
  if (node.name === 'ul' || node.name === 'ol') return listOf(node, within);
  if (node.name === 'dl') return definitionsOf(node, within);
  if (node.name === 'details') return detailsOf(node, within);
  if (node.name === 'figure') return figureOf(node, within);
  if (node.name === 'table') return tableOf(node, within);
  if (node.name === 'audio' || node.name === 'video') return playerOf(node, flow);
  return preformattedOf(node, flow);
}

// Only between the blocks of a text: inside of one, no slot has a place.
function spotOf(node: HtmlElement, reference: string, flow: Flow) {
  const content = flowOf(node.children, { ...flow, paragraphs: true });
  return flow.depth === 0 ? [spotElement(reference), ...content] : content;
}

function boxOf(node: HtmlElement, within: Flow) {
  const children = flowOf(node.children, within);
  return children.length > 0 ? [element(node.name, allowedAttributes(node), children)] : [];
}

function cardOf(node: HtmlElement, within: Flow) {
  const { 'data-bookmark': bookmark, ...attributes } = allowedAttributes(node);
  const isBookmark = bookmark !== undefined && !('data-callout' in attributes);
  const children = flowOf(node.children, { ...within, paragraphs: true });
  return children.length > 0
    ? [element('aside', isBookmark ? { 'data-bookmark': '', ...attributes } : attributes, children)]
    : [];
}

// The post title is the page's only h1.
function headingOf(node: HtmlElement, flow: Flow) {
  const children = leafOf(node.children, flow);
  const name = node.name === 'h1' ? 'h2' : node.name;
  return children.length > 0 ? [element(name, allowedAttributes(node, name), children)] : [];
}

function listOf(node: HtmlElement, within: Flow) {
  const items: HtmlNode[] = [];
  for (const group of grouped(withListsInItems(node.children), (child) => child.name === 'li')) {
    const [first] = group;
    const isItem = first?.type === 'element' && first.name === 'li';
    const children = flowOf(isItem ? first.children : group, { ...within, paragraphs: false });
    if (isItem) items.push(element('li', allowedAttributes(first), children));
    else if (children.length > 0) items.push(element('li', {}, children));
  }
  return items.length > 0 ? [element(node.name, allowedAttributes(node), items)] : [];
}

/** Lists between items (Google Docs, old pages) go into the preceding item. */
function withListsInItems(nodes: readonly HtmlNode[]) {
  const out: HtmlNode[] = [];
  let item: HtmlElement | null = null;
  for (const node of nodes) {
    if (node.type === 'element' && node.name === 'li') {
      item = { ...node, children: [...node.children] };
      out.push(item);
    } else if (node.type === 'element' && (node.name === 'ul' || node.name === 'ol') && item) {
      item.children.push(node);
    } else if (node.type === 'element' || !isBlank(node.value)) {
      item = null;
      out.push(node);
    }
  }
  return out;
}

function definitionsOf(node: HtmlElement, within: Flow) {
  const direct = node.children.flatMap((child) =>
    child.type === 'element' && child.name === 'div' ? child.children : [child],
  );
  const items: HtmlNode[] = [];
  for (const group of grouped(direct, (child) => child.name === 'dt' || child.name === 'dd')) {
    const [first] = group;
    const named = first?.type === 'element' && (first.name === 'dt' || first.name === 'dd') ? first : null;
    const isTerm = named?.name === 'dt';
    const content = named ? named.children : group;
    const children = isTerm ? leafOf(content, within) : flowOf(content, { ...within, paragraphs: false });
    if (children.length > 0) items.push(element(isTerm ? 'dt' : 'dd', named ? allowedAttributes(named) : {}, children));
  }
  return items.length > 0 ? [element('dl', allowedAttributes(node), items)] : [];
}

function detailsOf(node: HtmlElement, within: Flow) {
  const [summary, before, after] = aroundFirst(node.children, 'summary');
  const label = summary ? leafOf(summary.children, within) : [];
  const children = [before, after].flatMap((part) => flowOf(part, { ...within, paragraphs: true }));
  if (label.length > 0) children.unshift(element('summary', {}, label));
  return children.length > 0 ? [element('details', allowedAttributes(node), children)] : [];
}

function figureOf(node: HtmlElement, within: Flow) {
  const [caption, before, after] = aroundFirst(node.children, 'figcaption');
  const captionLine = caption ? leafOf(caption.children, within) : [];
  const label = captionLine.length > 0 ? [element('figcaption', {}, captionLine)] : [];
  const embed = embedFromFigure(node, [...before, ...after]);
  if (embed) return [embedFigure(embed.url, embed, label)];
  const missing = missingImageOf(node, [...before, ...after]);
  if (missing) return [missingImageFigure(missing.address, missing.label, label)];
  const above = flowOf(before, { ...within, paragraphs: false });
  const children = [...above, ...flowOf(after, { ...within, paragraphs: endsInLine(above) })];
  const [only] = children;
  const isAround = children.length === 1 && only?.type === 'element' && holdsPlace(only);
  const hasRoom = isAround && (label.length === 0 || only.children.length === 1);
  if (hasRoom) return [element('figure', only.attributes, [...only.children, ...label])];
  if (children.length === 0) return captionLine.length > 0 ? [element('p', {}, captionLine)] : [];
  // Judged after sanitising, so that the result is idempotent.
  return [
    element('figure', allowedAttributes(node), above.length > 0 ? [...children, ...label] : [...label, ...children]),
  ];
}

function holdsPlace({ attributes }: HtmlElement) {
  return 'data-embed' in attributes || MISSING_IMAGE in attributes;
}

function playerOf(node: HtmlElement, flow: Flow) {
  const sources = node.children.flatMap((child) => {
    if (child.type !== 'element' || child.name !== 'source') return [];
    const attributes = allowedAttributes(child);
    return attributes.src ? [element('source', attributes, [])] : [];
  });
  const attributes = allowedAttributes(node);
  if (!attributes.src && sources.length === 0) return flowOf([...refusedMedia(node), ...node.children], flow);
  const fallback = lineOf(node.children, new Set());
  return [
    element(node.name, { ...attributes, controls: '', preload: node.name === 'video' ? 'metadata' : 'none' }, [
      ...sources,
      ...fallback,
    ]),
  ];
}

// The address of blocked media stays, as a link.
function refusedMedia(node: HtmlElement) {
  const sources = node.children.filter((child) => child.type === 'element' && child.name === 'source');
  const [href] = [node, ...sources].flatMap((one) =>
    one.type === 'element' ? (safeUrl(one.attributes.src, 'media') ?? []) : [],
  );
  const kind = node.name === 'audio' ? 'Audio' : 'Video';
  return href ? [element('p', {}, [element('a', { href }, [text(`${kind}: ${href}`)])])] : [];
}

// Judged after sanitising, so that the result is idempotent.
function preformattedOf(node: HtmlElement, flow: Flow) {
  const line = lineOf(node.children, new Set(flow.wrappers.map(({ name }) => name)));
  const parts = line.filter((child) => child.type === 'element' || child.value.trim() !== '');
  const [only] = parts;
  const code = parts.length === 1 && only?.type === 'element' && only.name === 'code' ? only : null;
  const language = (code && languageOf(code)) ?? languageOf(node);
  if (code || language) {
    const content = codeText(code ? code.children : line);
    const attributes: Record<string, string> = language ? { class: `language-${language}` } : {};
    return content ? [element('pre', {}, [element('code', attributes, [text(content)])])] : [];
  }
  return textOf(line).trim() ? [element('pre', allowedAttributes(node, 'pre'), line)] : [];
}

function codeText(nodes: readonly HtmlNode[]): string {
  return nodes
    .map((node) => {
      if (node.type === 'text') return node.value;
      return node.name === 'br' ? '\n' : codeText(node.children);
    })
    .join('');
}

function aroundFirst(nodes: readonly HtmlNode[], name: string): [HtmlElement | null, HtmlNode[], HtmlNode[]] {
  const at = nodes.findIndex((node) => node.type === 'element' && node.name === name);
  const found = nodes[at];
  return found?.type === 'element' ? [found, nodes.slice(0, at), nodes.slice(at + 1)] : [null, [...nodes], []];
}
