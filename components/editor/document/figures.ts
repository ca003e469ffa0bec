import type { Node } from '@tiptap/pm/model';
import { MISSING_IMAGE, missingImageFigure, NAMELESS_IMAGE } from '@/lib/html/missing-images';
import { isBlank, textOf, type HtmlElement, type HtmlNode } from '@/lib/html/tree';
import { toHtml } from '@/lib/html/writing';
import { webAddress } from './addresses';
import { imageAttributes, preservedAttributes, Unknown } from './preserved-attributes';
import { readPlayer } from './players';
import type { HtmlReader } from './html-reader';

/** A figure that the editor can edit: an image, an embed, a pull quote or a table. */
export function readFigure(reader: HtmlReader, node: HtmlElement): Node {
  const children = node.children.filter((child) => child.type === 'element' || !isBlank(child.value));
  if (MISSING_IMAGE in node.attributes) return missingImage(reader, node, children);
  const [first, second, ...others] = children;
  if (first?.type !== 'element' || others.length > 0) throw new Unknown('figure');
  if (second && (second.type !== 'element' || second.name !== 'figcaption')) throw new Unknown('figure');
  const caption = second?.type === 'element' ? captionOf(reader, second) : [];
  if ('data-embed' in node.attributes) return embed(reader, node, first, caption);
  const preserved = preservedAttributes(node);
  if (first.name === 'img') return reader.node('figure', { ...figureImage(first), link: null, preserved }, caption);
  if (first.name === 'a') return linkedImage(reader, first, { preserved, caption });
  if (first.name === 'audio' || first.name === 'video') {
    return readPlayer(reader, first, { frame: preserved ?? {}, caption });
  }
  if (second) throw new Unknown('figcaption');
  if (first.name === 'blockquote') {
    return reader.node(
      'pullQuote',
      { preserved, quote: preservedAttributes(first) },
      reader.readFlow(first.children, 'blocks'),
    );
  }
  const [table] = first.name === 'table' ? reader.readFlow([first], 'blocks') : [];
  if (table?.type.name !== 'table') throw new Unknown('figure');
  return reader.node('table', { ...table.attrs, frame: preserved ?? {} }, table.children);
}

function missingImage(reader: HtmlReader, node: HtmlElement, [first, second, ...others]: HtmlNode[]) {
  const address = node.attributes[MISSING_IMAGE] ?? '';
  const isPlain = Object.keys(node.attributes).length === 1 && others.length === 0;
  if (!first || !isPlain || (second && (second.type !== 'element' || second.name !== 'figcaption'))) {
    throw new Unknown('figure');
  }
  const label = textOf([first]);
  if (toHtml([missingImageFigure(address, label, second ? [second] : [])]) !== toHtml([node])) {
    throw new Unknown('figure');
  }
  const caption = second?.type === 'element' ? captionOf(reader, second) : [];
  return reader.node('missingImage', { address, label: label === NAMELESS_IMAGE ? '' : label }, caption);
}

function captionOf(reader: HtmlReader, node: HtmlElement) {
  if (preservedAttributes(node)) throw new Unknown('figcaption');
  return reader.readLine(node.children);
}

function embed(reader: HtmlReader, node: HtmlElement, link: HtmlElement, caption: Node[]) {
  const url = webAddress(node.attributes['data-embed'] ?? '');
  const [first] = link.children;
  const poster = first?.type === 'element' && first.name === 'img' ? first : null;
  const words = poster ? link.children.slice(1) : link.children;
  const isPlain = Object.keys(node.attributes).length === 1 && words.every(({ type }) => type === 'text');
  const isLink = link.name === 'a' && Object.keys(link.attributes).join() === 'href';
  if (!url || !isPlain || !isLink || link.attributes.href !== node.attributes['data-embed']) throw new Unknown('embed');
  const { src = '', preserved = null, alt = '' } = poster ? imageAttributes(poster) : {};
  if (preserved || alt) throw new Unknown('img');
  return reader.node(
    'embed',
    { url: node.attributes['data-embed'], label: textOf(link.children), poster: src },
    caption,
  );
}

function linkedImage(
  reader: HtmlReader,
  link: HtmlElement,
  { preserved, caption }: { preserved: unknown; caption: Node[] },
) {
  const [image, ...others] = link.children;
  if (image?.type !== 'element' || image.name !== 'img' || others.length > 0) throw new Unknown('a');
  return reader.node('figure', { ...figureImage(image), link: preservedAttributes(link), preserved }, caption);
}

function figureImage(image: HtmlElement) {
  const { src, alt, preserved } = imageAttributes(image);
  return { src, alt, image: preserved };
}
