import { MISSING_IMAGE, missingImageFigure } from '@/lib/html/missing-images';
import { element, text, type HtmlElement, type HtmlNode } from '@/lib/html/tree';

// A name that never leads anywhere (RFC 2606), for pictures that came along inside the HTML.
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

/** The picture that stands under this address, if it came along. */
export function embeddedAt(address: string, embedded: readonly string[]): string | null {
  return address.startsWith(EMBEDDED) ? (embedded[Number(address.slice(EMBEDDED.length))] ?? null) : null;
}

/** An image of ours stays one; any other leaves a placeholder until the image is there. */
export function placeholderOf(node: HtmlElement): HtmlNode[] {
  const { src = '', alt = '' } = node.attributes;
  if (isPixel(node)) return [];
  // A sign that is drawn as a picture, as chats and mail programs do.
  if (/^(?:\p{Extended_Pictographic}|\p{Emoji_Component})+$/u.test(alt) && !/^[\d#*]+$/.test(alt)) return [text(alt)];
  if (src.startsWith('/uploads/')) return [element('img', { src, alt }, [])];
  const lazy = lazySource(node);
  const address = isElsewhere(lazy) ? lazy : src;
  if (isElsewhere(address)) return [missingImageFigure(absolute(address), alt, [])];
  // Without any address it was nothing to see: what it was to show stays.
  return src ? [missingImageFigure('', alt, [])] : [text(alt)];
}

/** A block of one line, and the places of pictures that stood in it behind it. */
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

// Pages that load pictures late name them beside a stand-in.
function lazySource({ attributes }: HtmlElement) {
  return attributes['data-src'] ?? attributes['data-original'] ?? attributes['data-lazy-src'] ?? '';
}

function isElsewhere(address: string) {
  return /^(?:https?:)?\/\/[^/]/i.test(address);
}

function absolute(address: string) {
  return address.startsWith('//') ? `https:${address}` : address;
}

// What counts readers, and no picture.
function isPixel({ attributes }: HtmlElement) {
  const sides = [attributes.width, attributes.height].map((side) => Number.parseInt(side ?? '', 10));
  return sides.every((side) => side <= 2);
}
