import { MISSING_IMAGE, missingImageFigure } from '@/lib/html/missing-images';
import { element, text, type HtmlElement, type HtmlNode } from '@/lib/html/tree';

// A reserved name (RFC 2606), for images embedded in the HTML.
const EMBEDDED = 'https://embedded.invalid/';

/**
 * Images embedded in the HTML as "data:" URLs. In the HTML they get addresses that `embeddedAt` resolves, because
 * sanitising keeps no others.
 */
export function takeEmbeddedImages(nodes: readonly HtmlNode[]): { nodes: HtmlNode[]; embedded: string[] } {
  const embedded: string[] = [];
  const taken = (node: HtmlNode): HtmlNode => {
    if (node.type === 'text') return node;
    const { src = '' } = node.attributes;
    if (node.name !== 'img' || !/^data:image\/[\w.+-]+;base64,/i.test(src) || isElsewhere(lazySource(node))) {
      return { ...node, children: node.children.map(taken) };
    }
    return { ...node, attributes: { ...node.attributes, src: `${EMBEDDED}${embedded.push(src) - 1}` } };
  };
  return { nodes: nodes.map(taken), embedded };
}

/** The embedded image with this address, if any. */
export function embeddedAt(address: string, embedded: readonly string[]): string | null {
  return address.startsWith(EMBEDDED) ? (embedded[Number(address.slice(EMBEDDED.length))] ?? null) : null;
}

/** Uploads stay images; other images become placeholders until they are copied. */
export function placeholderOf(node: HtmlElement): HtmlNode[] {
  const { src = '', alt = '' } = node.attributes;
  if (isPixel(node)) return [];
  // Chat and mail programs draw emoji as images.
  if (/^(?:\p{Extended_Pictographic}|\p{Emoji_Component})+$/u.test(alt) && !/^[\d#*]+$/.test(alt)) return [text(alt)];
  if (src.startsWith('/uploads/')) return [element('img', { src, alt }, [])];
  const lazy = lazySource(node);
  const address = isElsewhere(lazy) ? lazy : src;
  if (isElsewhere(address)) return [missingImageFigure(absolute(address), alt, [])];
  // Without an address only the alt text remains.
  return src ? [missingImageFigure('', alt, [])] : [text(alt)];
}

/** A one-line block, followed by the placeholders of its images. */
export function withPlaceholdersBehind(block: HtmlElement): HtmlNode[] {
  const placeholders: HtmlElement[] = [];
  const children = withoutPlaceholders(block.children, placeholders);
  return placeholders.length > 0 ? [{ ...block, children }, ...placeholders] : [block];
}

function withoutPlaceholders(nodes: readonly HtmlNode[], placeholders: HtmlElement[]): HtmlNode[] {
  return nodes.flatMap((node): HtmlNode[] => {
    if (node.type === 'text') return [node];
    if (!(MISSING_IMAGE in node.attributes))
      return [{ ...node, children: withoutPlaceholders(node.children, placeholders) }];
    placeholders.push(node);
    return [];
  });
}

// Pages with lazy loading name the real image in a data attribute.
function lazySource({ attributes }: HtmlElement) {
  return attributes['data-src'] ?? attributes['data-original'] ?? attributes['data-lazy-src'] ?? '';
}

function isElsewhere(address: string) {
  return /^(?:https?:)?\/\/[^/]/i.test(address);
}

function absolute(address: string) {
  return address.startsWith('//') ? `https:${address}` : address;
}

// A tracking pixel.
function isPixel({ attributes }: HtmlElement) {
  const sides = [attributes.width, attributes.height].map((side) => Number.parseInt(side ?? '', 10));
  return sides.every((side) => side <= 2);
}
