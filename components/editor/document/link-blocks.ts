import type { Node } from '@tiptap/pm/model';
import { element, isBlank, text, textOf, type HtmlElement, type HtmlNode } from '@/lib/html/tree';
import { toHtml } from '@/lib/html/writing';
import { ordered, preservedAttributes, Unknown, type PreservedAttributes } from './preserved-attributes';
import type { HtmlReader } from './html-reader';

const BUTTON = 'data-button';
const FILE = 'data-file';

/**
 * A paragraph that is one link, shown as a button, or the words of one that has no address yet; null for others, which stay
 * paragraphs.
 */
export function readButton(reader: HtmlReader, node: HtmlElement): Node | null {
  const [link, ...others] = node.children;
  if (!(BUTTON in node.attributes) || FILE in node.attributes || others.length > 0) return null;
  const preserved = preservedAttributes(node, { own: [BUTTON] });
  if (link?.type === 'text') return reader.node('button', { href: '', link: null, preserved }, reader.readLine([link]));
  if (!isPlainLink(link)) return null;
  const { href = '', ...preservedLink } = preservedAttributes(link) ?? {};
  const attributes = { href, link: Object.keys(preservedLink).length > 0 ? preservedLink : null, preserved };
  return reader.node('button', attributes, reader.readLine(link.children));
}

export function writeButton(block: Node): HtmlElement {
  const { href, link, preserved } = block.attrs as { href: string; link: PreservedAttributes; preserved: object };
  const words = text(block.textContent.trim() ? block.textContent : href);
  const content = href ? element('a', ordered('a', { href }, link), [words]) : words;
  return element('p', ordered('p', { [BUTTON]: '' }, { ...preserved }), [content]);
}

/** The link to a file, with its type and size; null for other paragraphs. */
export function readFile(reader: HtmlReader, node: HtmlElement): Node | null {
  const [link, gap, facts, ...others] = node.children;
  if (!(FILE in node.attributes) || BUTTON in node.attributes || !isPlainLink(link) || others.length > 0) return null;
  const hasFacts = facts?.type === 'element' && facts.name === 'small' && isPlain(facts);
  const isGap = gap?.type === 'text' && gap.value === ' ';
  if ((gap || facts) && !(isGap && hasFacts)) return null;
  const { href = '', ...preservedLink } = preservedAttributes(link) ?? {};
  if (Object.keys(preservedLink).length > 0) return null;
  const attributes = {
    href,
    facts: hasFacts ? textOf(facts.children) : '',
    preserved: preservedAttributes(node, { own: [FILE] }),
  };
  return reader.node('file', attributes, reader.readLine(link.children));
}

export function writeFile(block: Node): HtmlElement {
  const { href, facts, preserved } = block.attrs as { href: string; facts: string; preserved: object };
  const words = block.textContent.trim() ? block.textContent : (href.split('/').at(-1) ?? href);
  const about = facts ? [text(' '), element('small', {}, [text(facts)])] : [];
  return element('p', ordered('p', { [FILE]: '' }, { ...preserved }), [
    element('a', ordered('a', { href }), [text(words)]),
    ...about,
  ]);
}

type Bookmark = { url: string; title: string; text: string; site: string };

const partsByName: Record<string, keyof Bookmark> = { a: 'title', strong: 'title', small: 'site' };

/** A card about another page, as the editor writes it; anything else in such an aside is not for it. */
export function readBookmark(reader: HtmlReader, node: HtmlElement): Node {
  const attributes: Bookmark = { url: '', title: '', text: '', site: '' };
  for (const line of node.children.filter((child) => child.type === 'element' || !isBlank(child.value))) {
    const [part] = line.type === 'element' ? line.children : [];
    const element = part?.type === 'element' ? part : null;
    attributes[(element && partsByName[element.name]) ?? 'text'] = textOf([line]);
    attributes.url ||= element?.attributes.href ?? '';
  }
  if (toHtml([writeBookmark(attributes)]) !== toHtml([node])) throw new Unknown('bookmark');
  return reader.node('bookmark', attributes);
}

export function writeBookmark(given: Record<string, unknown>): HtmlElement {
  const attributes = given as Bookmark;
  const words = [text(attributes.title || attributes.url)];
  const title = attributes.url
    ? element('a', ordered('a', { href: attributes.url }), words)
    : element('strong', {}, words);
  const line = (content: HtmlNode) => element('p', {}, [content]);
  return element('aside', { 'data-bookmark': '' }, [
    ...(attributes.url || attributes.title ? [line(title)] : []),
    ...(attributes.text ? [line(text(attributes.text))] : []),
    ...(attributes.site ? [line(element('small', {}, [text(attributes.site)]))] : []),
  ]);
}

function isPlainLink(node: HtmlNode | undefined): node is HtmlElement {
  return node?.type === 'element' && node.name === 'a' && 'href' in node.attributes && isPlain(node);
}

function isPlain({ children }: HtmlElement) {
  return children.length > 0 && children.every(({ type }) => type === 'text');
}
