import type { Element, ElementContent, RootContent } from 'hast';
import rehypeParse from 'rehype-parse';
import { unified } from 'unified';
import { withoutControls } from './comment';
import { element, escapeHtml, escapeLines, link, MAX_NESTING, safeHref, type Rendered } from './html';

type Place = { depth: number; isInLink: boolean; state: { links: number } };
type Node = RootContent | ElementContent;

const parser = unified().use(rehypeParse, { fragment: true });
/** An export's comment is longer than ours may be, but not endless; and what is all tags would nest beyond any stack. */
const MAX_IMPORTED = 200_000;
const MAX_TAGS = 2_000;
/** Stands for a blank line between two paragraphs; cannot occur in the text, which is cleaned first. */
const PARAGRAPH = '\u0000';

const inlineNames: Record<string, string> = {
  em: 'em',
  i: 'em',
  cite: 'em',
  dfn: 'em',
  strong: 'strong',
  b: 'strong',
  del: 'del',
  s: 'del',
  strike: 'del',
  code: 'code',
  tt: 'code',
  kbd: 'code',
  samp: 'code',
};
const blockNames = new Set(
  'address article aside blockquote center dd details div dl dt fieldset figure footer form h1 h2 h3 h4 h5 h6 header hr li main nav ol p pre section table tbody td tfoot th thead tr ul'.split(
    ' ',
  ),
);
const droppedNames = new Set(
  'script style template iframe object embed applet noscript noembed noframes head title svg math select textarea audio video canvas xmp plaintext'.split(
    ' ',
  ),
);

/**
 * Makes the HTML of a comment that came as HTML from another system. Same allow-list as for Markdown, and written in the
 * same way: the tree is walked and every tag is written anew. Line breaks count, as WordPress counts them.
 */
export function renderImportedHtml(source: string): Rendered {
  const text = withoutControls(source.slice(0, MAX_IMPORTED));
  const state = { links: 0 };
  if ((text.match(/</g)?.length ?? 0) > MAX_TAGS) return { html: element('p', escapeLines(text)), links: 0 };
  const { children } = parser.parse(text);
  return { html: writeBlocks(children, { depth: 0, isInLink: false, state }), links: state.links };
}

/** Runs of text become paragraphs; blocks stand between them. */
function writeBlocks(nodes: readonly Node[], place: Place): string {
  let html = '';
  let run: Node[] = [];
  const flush = () => {
    html += writeParagraphs(run, place);
    run = [];
  };
  for (const node of nodes) {
    if (node.type === 'element' && holdsBlocks(node)) {
      flush();
      html += writeBlock(node, { ...place, depth: place.depth + 1 });
    } else run.push(node);
  }
  flush();
  return html;
}

function holdsBlocks(node: Element): boolean {
  if (droppedNames.has(node.tagName)) return false;
  return (
    blockNames.has(node.tagName) ||
    (!(node.tagName in inlineNames) &&
      node.tagName !== 'a' &&
      node.children.some((child) => child.type === 'element' && holdsBlocks(child)))
  );
}

function writeBlock(node: Element, place: Place): string {
  if (place.depth > MAX_NESTING) return element('p', escapeLines(textOf(node).trim()));
  const name = node.tagName;
  if (name === 'hr') return element('p', '* * *');
  if (name === 'pre') return element('pre', element('code', escapeHtml(textOf(node).replace(/^\n/, ''))));
  if (name === 'blockquote') return wrapped('blockquote', writeBlocks(node.children, place));
  if (name === 'ul' || name === 'ol') return writeList(node, name, place);
  if (/^h[1-6]$/.test(name)) return wrapped('p', wrapped('strong', writeInline(node.children, place).trim()));
  return writeBlocks(node.children, place);
}

function writeList(node: Element, name: string, place: Place) {
  const below = { ...place, depth: place.depth + 1 };
  const items = node.children
    .filter((child) => child.type === 'element' || (child.type === 'text' && child.value.trim() !== ''))
    .map((child) =>
      wrapped(
        'li',
        child.type === 'element' && child.tagName === 'li' ? writeItem(child, below) : writeBlocks([child], below),
      ),
    );
  return wrapped(name, items.join(''));
}

function writeItem(node: Element, place: Place) {
  const isSimple = !node.children.some((child) => child.type === 'element' && holdsBlocks(child));
  return isSimple ? writeInline(node.children, place).trim() : writeBlocks(node.children, place);
}

function writeParagraphs(nodes: readonly Node[], place: Place) {
  const marked = nodes.map((node) => (node.type === 'text' ? writeLines(node.value) : writeInline([node], place)));
  return marked
    .join('')
    .split(PARAGRAPH)
    .map((part) => wrapped('p', withoutOuterBreaks(part)))
    .join('');
}

// Line by line and not by one pattern: a pattern that looks for runs of blanks takes the square of their length.
function writeLines(text: string) {
  const lines = text.split('\n').map((line, index) => (index === 0 ? line : line.trimStart()));
  return lines
    .map((line, index) => {
      if (index === 0) return escapeHtml(line);
      const isAfterBlank = line.trim() === '' || lines[index - 1]!.trim() === '';
      return (isAfterBlank && index > 1 ? PARAGRAPH : '<br>\n') + escapeHtml(line);
    })
    .join('');
}

function withoutOuterBreaks(html: string) {
  let rest = html.trim();
  while (rest.startsWith('<br>')) rest = rest.slice(4).trimStart();
  while (rest.endsWith('<br>')) rest = rest.slice(0, -4).trimEnd();
  return rest;
}

function writeInline(nodes: readonly Node[], place: Place): string {
  return nodes.map((node) => writeOne(node, place)).join('');
}

function writeOne(node: Node, place: Place): string {
  if (node.type === 'text') return escapeLines(node.value);
  if (node.type !== 'element' || droppedNames.has(node.tagName)) return '';
  if (place.depth > MAX_NESTING) return escapeLines(textOf(node));
  const below = { ...place, depth: place.depth + 1 };
  if (node.tagName === 'br') return '<br>';
  if (node.tagName === 'a') return writeLink(node, String(node.properties.href ?? ''), below);
  if (node.tagName === 'img') return writeImage(node, below);
  const name = Object.hasOwn(inlineNames, node.tagName) ? inlineNames[node.tagName] : undefined;
  const content = writeInline(node.children, below);
  return name ? wrapped(name, content) : content;
}

function writeLink(node: Element, address: string, place: Place) {
  const href = place.isInLink ? null : safeHref(address);
  const content = writeInline(node.children, { ...place, isInLink: place.isInLink || href !== null });
  if (!href || content.trim() === '') return content;
  place.state.links += 1;
  return link(href, content, textOf(node));
}

function writeImage(node: Element, place: Place) {
  const source = String(node.properties.src ?? '');
  const href = place.isInLink ? null : safeHref(source);
  const text = String(node.properties.alt ?? '').trim() || source;
  if (!href) return escapeLines(text);
  place.state.links += 1;
  return link(href, escapeLines(text), text);
}

function wrapped(name: string, content: string) {
  return content.trim() === '' ? '' : element(name, content);
}

function textOf(node: Node): string {
  if (node.type === 'text') return node.value;
  if (node.type !== 'element' || droppedNames.has(node.tagName)) return '';
  return node.tagName === 'br' ? '\n' : node.children.map(textOf).join('');
}
