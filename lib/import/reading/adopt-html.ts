import { knownEmbed } from '@/lib/html/embeds';
import { MAX_BODY_LENGTH, requireFittingBody, sanitiseNodes, type CleanBody } from '@/lib/html/sanitising';
import { parseHtml } from '@/lib/html/parsing';
import { element, elementsIn, text, textOf, type HtmlElement, type HtmlNode } from '@/lib/html/tree';
import { toHtml } from '@/lib/html/writing';
import { lineOf } from '@/lib/text/visible-text';
import { fileNameOf } from './addresses';

export type ForeignContext = {
  /** Our address of an included image; null leaves a link to it. */
  imageAt: (address: string) => string | null;
  fileAt: (address: string) => string | null;
  pageAt: (address: string) => string | null;
  absolute: (address: string) => string;
  /** Called for each image, video and audio file that stays external. */
  onLeftElsewhere: (address: string) => void;
  /** Whether a figure is an embed, with the address as its text. */
  isEmbed?: (figure: HtmlElement) => boolean;
  /** The replacement of a system-specific wrapper element; null for others. */
  unwrap?: (node: HtmlElement) => HtmlNode[] | null;
};

type Adopting = ForeignContext & { onReshaped: () => void };

/** Bodies above this length are measured before they are sanitised. */
const SURELY_FITTING = MAX_BODY_LENGTH / 8;

/** Converts a foreign body to sanitised HTML: included images become ours, other media become links. */
export function adoptHtml(html: string, context: ForeignContext): CleanBody {
  let isReshaped = html.length > SURELY_FITTING;
  const adopted = adoptAll(parseHtml(html), { ...context, onReshaped: () => (isReshaped = true) }, false);
  if (!isReshaped) return sanitiseNodes(adopted);
  // Replaced elements may parse differently: the result is parsed again.
  const written = toHtml(adopted);
  requireFittingBody(written);
  return sanitiseNodes(parseHtml(written));
}

function adoptAll(nodes: readonly HtmlNode[], context: Adopting, isInLink: boolean): HtmlNode[] {
  return nodes.flatMap((node) => (node.type === 'text' ? [node] : adopt(node, context, isInLink)));
}

function adopt(node: HtmlElement, context: Adopting, isInLink: boolean): HtmlNode[] {
  if (node.name === 'img') return [adoptImage(node, context, isInLink)];
  const reshaped = reshape(node, context, isInLink);
  if (reshaped) {
    context.onReshaped();
    return reshaped;
  }
  if (node.name === 'a') return [adoptLink(node, context)];
  return [
    ...adoptBackground(node, context),
    element(node.name, node.attributes, adoptAll(node.children, context, isInLink)),
  ];
}

function reshape(node: HtmlElement, context: Adopting, isInLink: boolean): HtmlNode[] | null {
  if (node.name === 'iframe' || node.name === 'embed' || node.name === 'object') return adoptFrame(node, context);
  if (node.name === 'audio' || node.name === 'video') return adoptPlayer(node, context);
  if (node.name === 'figure' && context.isEmbed?.(node)) return adoptEmbedBlock(node, context);
  // A gallery is a figure of figures; here every image is a separate figure.
  if (node.name === 'figure' && holdsFigures(node)) return adoptAll(node.children, context, isInLink);
  const inner = context.unwrap?.(node);
  return inner ? adoptAll(inner, context, isInLink) : null;
}

const background = /background(?:-image)?\s*:[^;]{0,200}?url\(\s*["']?([^"')]{1,2000})["']?\s*\)/i;

// A background image becomes a figure before its text.
function adoptBackground(node: HtmlElement, context: Adopting): HtmlNode[] {
  const address = background.exec(node.attributes.style ?? '')?.[1];
  if (!address || [...elementsIn(node.children)].some(({ name }) => name === 'img')) return [];
  context.onReshaped();
  const image = { ...node, attributes: { src: address, alt: node.attributes['aria-label'] ?? '' }, children: [] };
  return [element('figure', {}, [adoptImage(image, context, false)])];
}

function adoptLink(node: HtmlElement, context: Adopting) {
  const { href } = node.attributes;
  const children = adoptAll(node.children, context, true);
  if (href === undefined || href.startsWith('#')) return element('a', node.attributes, children);
  const address = context.absolute(href);
  const ours = context.pageAt(href) ?? context.imageAt(address) ?? context.fileAt(address);
  return element('a', { ...node.attributes, href: ours ?? address }, children);
}

function adoptImage(node: HtmlElement, context: Adopting, isInLink: boolean): HtmlNode {
  const address = context.absolute(sourceOf(node));
  const alt = lineOf(node.attributes.alt ?? '');
  const ours = context.imageAt(address);
  if (ours) return element('img', { src: ours, alt }, []);
  if (!/^https?:/i.test(address)) {
    context.onReshaped();
    return text(alt);
  }
  context.onLeftElsewhere(address);
  const words = [text(`Image: ${alt || fileNameOf(address)}`)];
  return isInLink ? element('span', {}, words) : element('a', { href: address }, words);
}

// Lazy-loading plug-ins put the real address beside a placeholder.
function sourceOf({ attributes }: HtmlElement) {
  const later = ['data-lazy-src', 'data-src', 'data-original', 'data-orig-file'].map((name) => attributes[name]);
  const { src = '' } = attributes;
  const name = src.slice(src.lastIndexOf('/') + 1);
  const isPlaceholder = src === '' || src.startsWith('data:') || /placeholder|blank|spacer|lazy|1x1/i.test(name);
  return (isPlaceholder && later.find(Boolean)) || src;
}

function adoptFrame(node: HtmlElement, context: Adopting): HtmlNode[] {
  const inner = [...elementsIn(node.children)].find(({ name }) => name === 'embed' || name === 'iframe');
  const address = context.absolute(node.attributes.src ?? node.attributes.data ?? inner?.attributes.src ?? '');
  return /^https?:/i.test(address) ? [embedOrLink(address, context)] : adoptAll(node.children, context, false);
}

function adoptPlayer(node: HtmlElement, context: Adopting): HtmlNode[] {
  const source = node.children.find((child) => child.type === 'element' && child.name === 'source');
  const given = node.attributes.src ?? (source?.type === 'element' ? source.attributes.src : undefined);
  if (!given) return adoptAll(node.children, context, false);
  const address = context.absolute(given);
  const ours = context.fileAt(address);
  if (!ours) context.onLeftElsewhere(address);
  const kind = node.name === 'audio' ? 'Audio' : 'Video';
  return [paragraph([element('a', { href: ours ?? address }, [text(`${kind}: ${fileNameOf(address)}`)])])];
}

function holdsFigures(node: HtmlElement) {
  return [...elementsIn(node.children)].some(({ name }) => name === 'figure');
}

function adoptEmbedBlock(node: HtmlElement, context: Adopting): HtmlNode[] {
  const caption = node.children.find((child) => child.type === 'element' && child.name === 'figcaption');
  const rest = node.children.filter((child) => child !== caption);
  const address = textOf(rest).trim();
  if (!/^https?:\/\/\S+$/i.test(address)) {
    return [element('figure', node.attributes, adoptAll(node.children, context, false))];
  }
  const made = embedOrLink(address, context);
  if (caption?.type !== 'element') return [made];
  const words = adoptAll(caption.children, context, false);
  if (made.name === 'figure')
    return [element('figure', made.attributes, [...made.children, element('figcaption', {}, words)])];
  return [made, paragraph(words)];
}

function embedOrLink(address: string, context: Adopting): HtmlElement {
  if (knownEmbed(address)) return element('figure', { 'data-embed': address }, [element('a', { href: address }, [])]);
  return paragraph([element('a', { href: context.pageAt(address) ?? address }, [text(address)])]);
}

function paragraph(children: HtmlNode[]) {
  return element('p', {}, children);
}
