import { languageOf } from '@/lib/html/allowed';
import { blockOf } from '@/lib/html/blocks';
import { blocksOf } from '@/lib/html/flow';
import { makeOwnRelative } from '@/lib/html/own-addresses';
import { element, elementsIn, text, type HtmlElement, type HtmlNode } from '@/lib/html/tree';
import { readChecklists } from './checklists';
import { placeholderOf, withPlaceholdersBehind } from './foreign-images';
import { WORD_LEVEL, wordLists, wordMarker } from './word-lists';

const preservedAttributes = [
  'href',
  'src',
  'alt',
  'width',
  'height',
  'colspan',
  'rowspan',
  'start',
  'reversed',
  'type',
  'value',
  'data-footnote',
  'data-embed',
  'data-type',
  'data-checked',
  'datetime',
  'scope',
];

/**
 * Cleans the HTML of another program with the allow-list of stored texts, without the program's own styling. Links to
 * the site itself become paths.
 */
export function cleanForeign(nodes: readonly HtmlNode[], ownHosts: readonly string[] = []): HtmlNode[] {
  makeOwnRelative(nodes, ownHosts);
  return blocksOf(wordLists(readChecklists(nodes).flatMap((node) => unwrap(node, false))), blockOf);
}

function unwrap(node: HtmlNode, isLinked: boolean): HtmlNode[] {
  if (node.type === 'text') return [node];
  if (node.name === 'img') return placeholderOf(node);
  if (node.name === 'input') return box(node);
  if (node.name === 'pre') return [preformatted(node)];
  const style = node.attributes.style ?? '';
  if (/mso-list:\s*ignore/i.test(style)) return [wordMarker(node)];
  const children = node.children.flatMap((child) => unwrap(child, isLinked || node.name === 'a'));
  // "<o:p>" and similar elements are Word's.
  if (node.name.includes(':') || isUndone(node.name, style)) return children;
  const isBare = ['span', 'font'].includes(node.name) && !('data-footnote' in node.attributes);
  if (isBare) return styled(children, style, isLinked);
  const content = inLine.has(node.name) ? styled(children, style, isLinked || node.name === 'a') : children;
  const plain = element(node.name, attributesOf(node), content);
  return lines.has(node.name) ? withPlaceholdersBehind(plain) : [plain];
}

/** Elements that hold a line and no blocks: image placeholders follow them. */
const lines = new Set(['h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'dt', 'summary', 'figcaption', 'caption']);

const inLine = new Set(['a', 'b', 'strong', 'i', 'em', 'u', 's', 'sub', 'sup', 'small', 'mark']);

// Google Docs wraps the whole copy in a <b> that is not bold.
function isUndone(name: string, style: string) {
  if (name === 'b' || name === 'strong') return /(?:^|;)\s*font-weight:\s*(normal|400)/.test(style);
  return (name === 'i' || name === 'em') && /(?:^|;)\s*font-style:\s*normal/.test(style);
}

function attributesOf(node: HtmlElement) {
  const preserved = Object.fromEntries(
    Object.entries(node.attributes).filter(([name]) => preservedAttributes.includes(name)),
  );
  const level = /mso-list:\s*l\d+\s+level(\d+)/i.exec(node.attributes.style ?? '')?.[1];
  if (level) preserved[WORD_LEVEL] = level;
  if (node.name === 'ol') preserved.type ??= listType(node);
  if (node.name === 'code' && node.attributes.class) preserved.class = node.attributes.class;
  return preserved;
}

const listTypes: Record<string, string> = {
  'lower-alpha': 'a',
  'lower-latin': 'a',
  'upper-alpha': 'A',
  'upper-latin': 'A',
  'lower-roman': 'i',
  'upper-roman': 'I',
};

/** Google Docs states the numbering on each item. */
function listType(list: HtmlElement) {
  const item = list.children.find((child) => child.type === 'element' && child.name === 'li');
  const styles = `${list.attributes.style ?? ''};${item?.type === 'element' ? (item.attributes.style ?? '') : ''}`;
  return listTypes[/list-style-type:\s*([\w-]+)/.exec(styles)?.[1] ?? ''] ?? '';
}

/** Word and Google Docs express these marks as styles only. */
const meanings: [RegExp, string][] = [
  [/(?:^|;)\s*font-weight:\s*(bold|[6-9]00)/, 'strong'],
  [/(?:^|;)\s*font-style:\s*italic/, 'em'],
  [/text-decoration[^;]*line-through/, 's'],
  [/(?:^|;)\s*vertical-align:\s*super/, 'sup'],
  [/(?:^|;)\s*vertical-align:\s*sub/, 'sub'],
];

function styled(children: HtmlNode[], style: string, isLinked: boolean): HtmlNode[] {
  let nodes = children;
  if (!style || children.length === 0) return nodes;
  for (const [meaning, name] of meanings) if (meaning.test(style)) nodes = [element(name, {}, nodes)];
  // Links are underlined by default: that is no mark.
  const isUnderlined = /text-decoration[^;]*underline/.test(style) && !isLinked && !hasLink(children);
  return isUnderlined ? [element('u', {}, nodes)] : nodes;
}

function hasLink(nodes: readonly HtmlNode[]) {
  return elementsIn(nodes).some(({ name }) => name === 'a');
}

// Drops colours, so that it becomes a code block and not raw HTML.
function preformatted(node: HtmlElement) {
  const code = elementsIn(node.children).find(({ name }) => name === 'code');
  const language = (code && languageOf(code)) ?? languageOf(node);
  const words = [text(codeText(node.children))];
  const named: Record<string, string> = language ? { class: `language-${language}` } : {};
  return element('pre', {}, code || language ? [element('code', named, words)] : words);
}

function codeText(nodes: readonly HtmlNode[]): string {
  return nodes
    .map((node) => {
      if (node.type === 'text') return node.value;
      if (node.name === 'br') return '\n';
      return `${codeText(node.children)}${['div', 'p', 'li'].includes(node.name) ? '\n' : ''}`;
    })
    .join('');
}

// A checkbox outside any list has no equivalent: a character shows its state.
function box({ attributes }: HtmlElement): HtmlNode[] {
  return attributes.type === 'checkbox' ? [text('checked' in attributes ? '☑ ' : '☐ ')] : [];
}
