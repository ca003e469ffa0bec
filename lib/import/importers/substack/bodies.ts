import { parseHtml } from '@/lib/html/parsing';
import { element, elementsIn, text, type HtmlElement, type HtmlNode } from '@/lib/html/tree';
import { toHtml } from '@/lib/html/writing';
import { percentDecoded } from '@/lib/web/percent-decoding';

/** What asks readers to do something there. */
const asking =
  /(?:^|\s)(?:button-wrapper|subscription-widget(?:-wrap)?|captioned-button-wrap|install-substack-app-embed|community-chat|directMessage|paywall-jump|paywall|subscribe-widget)(?=\s|$)/;
const cdn = /^https:\/\/(?:substackcdn\.com|cdn\.substack\.com)\/image\/fetch\/[^/]*\/(https?(?:%3A|:).+)$/i;

type Note = (why: string) => void;

/** A body with its footnotes in the text, players as embeds, and without buttons and forms. */
export function ownHtml(html: string, note: Note) {
  const nodes = parseHtml(html);
  const notes = new Map<string, HtmlNode[]>();
  for (const one of elementsIn(nodes)) if (isFootnote(one)) notes.set(numberOf(one), contentOf(one));
  return toHtml(rewritten(nodes, { notes, note }));
}

/** The address of an image behind that of a resized copy. */
export function originalOf(address: string) {
  const inside = cdn.exec(address)?.[1];
  return inside ? (percentDecoded(inside) ?? inside) : address;
}

type Context = { notes: ReadonlyMap<string, HtmlNode[]>; note: Note };

function rewritten(nodes: readonly HtmlNode[], context: Context): HtmlNode[] {
  return nodes.flatMap((node): HtmlNode[] => {
    if (node.type === 'text') return [node];
    const made = ofSubstack(node, context);
    return made ?? [{ ...node, children: rewritten(node.children, context) }];
  });
}

/** What stands for its own elements; null for others. */
function ofSubstack(node: HtmlElement, { notes, note }: Context): HtmlNode[] | null {
  const { class: classes = '' } = node.attributes;
  if (asking.test(classes)) return [];
  if (isFootnote(node)) return [];
  if (node.name === 'a' && /(?:^|\s)footnote-anchor(?=\s|$)/.test(classes)) {
    const words = notes.get(/#footnote-([\w-]+)$/.exec(node.attributes.href ?? '')?.[1] ?? '');
    return words ? [element('span', { 'data-footnote': '' }, words)] : null;
  }
  if (node.name === 'img')
    return [
      element('img', { src: factOf(node, 'src') || (node.attributes.src ?? ''), alt: node.attributes.alt ?? '' }, []),
    ];
  if (/(?:^|\s)(?:image-link-expand|header-anchor-parent)(?=\s|$)/.test(classes)) return [];
  if (/(?:^|\s)poll-embed(?=\s|$)/.test(classes)) {
    note('A poll was left out.');
    return [];
  }
  const address = playerOf(node, classes);
  return address ? [element('iframe', { src: address }, [])] : null;
}

function playerOf(node: HtmlElement, classes: string) {
  if (!('data-attrs' in node.attributes)) return '';
  const video = factOf(node, 'videoId');
  if (/(?:^|\s)youtube-wrap(?=\s|$)/.test(classes)) return video && `https://www.youtube.com/watch?v=${video}`;
  if (/(?:^|\s)vimeo-wrap(?=\s|$)/.test(classes)) return video && `https://vimeo.com/${video}`;
  return /(?:^|\s)(?:tweet|twitter-embed|spotify-wrap|soundcloud-wrap|instagram|tiktok-wrap|embedded-post-wrap|digest-post-embed)(?=\s|$)/.test(
    classes,
  )
    ? factOf(node, 'url') || factOf(node, 'canonical_url')
    : '';
}

/** Facts of an element stand in an attribute as JSON. */
function factOf({ attributes }: HtmlElement, name: string): string {
  try {
    const facts: unknown = JSON.parse(attributes['data-attrs'] ?? '');
    const value =
      typeof facts === 'object' && facts !== null && Object.hasOwn(facts, name)
        ? (facts as Record<string, unknown>)[name]
        : '';
    return typeof value === 'string' ? value : '';
  } catch {
    return '';
  }
}

function isFootnote({ name, attributes }: HtmlElement) {
  return name === 'div' && /(?:^|\s)footnote(?=\s|$)/.test(attributes.class ?? '');
}

function numberOf(note: HtmlElement) {
  const anchor = elementsIn(note.children).find(({ attributes }) => attributes.id?.startsWith('footnote-'));
  return anchor?.attributes.id?.replace(/^footnote-/, '') ?? '';
}

/** The words of a note; its paragraphs become lines. */
function contentOf(note: HtmlElement): HtmlNode[] {
  const content = elementsIn(note.children).find(({ attributes }) => /footnote-content/.test(attributes.class ?? ''));
  const blocks = (content?.children ?? []).filter((child) => child.type === 'element' || child.value.trim() !== '');
  return blocks.flatMap((one, at) => {
    const inner = one.type === 'element' && one.name === 'p' ? one.children : [one];
    return at > 0 ? [element('br', {}, []), ...inner] : inner.length > 0 ? inner : [text('')];
  });
}
