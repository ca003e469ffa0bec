import { AppError } from '@/lib/platform/errors';
import { escapeHtml } from '@/lib/html/escaping';
import { parseHtml } from '@/lib/html/parsing';
import type { HtmlElement, HtmlNode } from '@/lib/html/tree';
import { isSeen, withoutControls } from '@/lib/text/visible-text';
import { element, escapeLines, link, MAX_NESTING, numbered, safeHref, type Rendered } from './html';

type WriteContext = { depth: number; isInLink: boolean; state: { links: number } };

const MAX_IMPORTED_LENGTH = 200_000;
/** Marks a paragraph break; cleaned text cannot contain it. */
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

/** Renders a comment's HTML from another system with the allow-list of Markdown; line breaks count. */
export function renderImportedHtml(source: string): Rendered {
  const text = withoutControls(source.slice(0, MAX_IMPORTED_LENGTH));
  const state = { links: 0 };
  const nodes = parsed(text);
  if (!nodes) return { html: element('p', escapeLines(text)), links: 0 };
  return { html: writeBlocks(nodes, { depth: 0, isInLink: false, state }), links: state.links };
}

// HTML too complex to parse is shown as text.
function parsed(text: string) {
  try {
    return parseHtml(text);
  } catch (error) {
    if (error instanceof AppError) return null;
    throw error;
  }
}

function writeBlocks(nodes: readonly HtmlNode[], context: WriteContext): string {
  let html = '';
  let run: HtmlNode[] = [];
  const flush = () => {
    html += writeParagraphs(run, context);
    run = [];
  };
  for (const node of nodes) {
    if (node.type === 'element' && holdsBlocks(node)) {
      flush();
      html += writeBlock(node, { ...context, depth: context.depth + 1 });
    } else run.push(node);
  }
  flush();
  return html;
}

function holdsBlocks(node: HtmlElement): boolean {
  if (droppedNames.has(node.name)) return false;
  return (
    blockNames.has(node.name) ||
    (!(node.name in inlineNames) &&
      node.name !== 'a' &&
      node.children.some((child) => child.type === 'element' && holdsBlocks(child)))
  );
}

function writeBlock(node: HtmlElement, context: WriteContext): string {
  if (context.depth > MAX_NESTING) return element('p', escapeLines(textOf(node).trim()));
  const name = node.name;
  if (name === 'hr') return element('p', '* * *');
  if (name === 'pre') return element('pre', element('code', escapeHtml(textOf(node).replace(/^\n/, ''))));
  if (name === 'blockquote') return wrapped('blockquote', writeBlocks(node.children, context));
  if (name === 'ul' || name === 'ol') return writeList(node, name, context);
  if (/^h[1-6]$/.test(name)) return wrapped('p', wrapped('strong', writeInline(node.children, context).trim()));
  return writeBlocks(node.children, context);
}

function writeList(node: HtmlElement, name: string, context: WriteContext) {
  const below = { ...context, depth: context.depth + 1 };
  let next = wholeNumber(node.attributes.start) ?? 1;
  const items = node.children
    .filter((child) => child.type === 'element' || (child.type === 'text' && child.value.trim() !== ''))
    .map((child) => {
      const isItem = child.type === 'element' && child.name === 'li';
      const number = (isItem ? wholeNumber(child.attributes.value) : null) ?? next;
      next = number + 1;
      return { number, html: isItem ? writeItem(child, below) : writeBlocks([child], below) };
    })
    .filter(({ html }) => html.trim() !== '');
  if (items.length === 0) return '';
  return name === 'ol' ? numbered(items) : element('ul', items.map(({ html }) => element('li', html)).join(''));
}

function wholeNumber(text: string | undefined) {
  return text !== undefined && /^\d{1,9}$/.test(text.trim()) ? Number(text) : null;
}

function writeItem(node: HtmlElement, context: WriteContext) {
  const isSimple = !node.children.some((child) => child.type === 'element' && holdsBlocks(child));
  return isSimple ? writeInline(node.children, context).trim() : writeBlocks(node.children, context);
}

function writeParagraphs(nodes: readonly HtmlNode[], context: WriteContext) {
  const marked = nodes.map((node) => (node.type === 'text' ? writeLines(node.value) : writeInline([node], context)));
  return marked
    .join('')
    .split(PARAGRAPH)
    .map((part) => wrapped('p', withoutOuterBreaks(part)))
    .join('');
}

// Line by line: a regular expression for runs of blanks takes quadratic time.
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

function writeInline(nodes: readonly HtmlNode[], context: WriteContext): string {
  return nodes.map((node) => writeOne(node, context)).join('');
}

function writeOne(node: HtmlNode, context: WriteContext): string {
  if (node.type === 'text') return escapeLines(node.value);
  if (droppedNames.has(node.name)) return '';
  if (context.depth > MAX_NESTING) return escapeLines(textOf(node));
  const below = { ...context, depth: context.depth + 1 };
  if (node.name === 'br') return '<br>';
  if (node.name === 'a') return writeLink(node, node.attributes.href ?? '', below);
  if (node.name === 'img') return writeImage(node, below);
  const name = Object.hasOwn(inlineNames, node.name) ? inlineNames[node.name] : undefined;
  const content = writeInline(node.children, below);
  return name ? wrapped(name, content) : content;
}

function writeLink(node: HtmlElement, address: string, context: WriteContext) {
  const href = context.isInLink ? null : safeHref(address);
  const content = writeInline(node.children, { ...context, isInLink: context.isInLink || href !== null });
  if (!href || !isSeen(textOf(node))) return content;
  context.state.links += 1;
  return link(href, content, textOf(node));
}

function writeImage(node: HtmlElement, context: WriteContext) {
  const source = node.attributes.src ?? '';
  const href = context.isInLink ? null : safeHref(source);
  const alt = node.attributes.alt ?? '';
  const text = isSeen(alt) ? alt.trim() : source;
  if (!href) return escapeLines(text);
  context.state.links += 1;
  return link(href, escapeLines(text), text);
}

function wrapped(name: string, content: string) {
  return content.trim() === '' ? '' : element(name, content);
}

function textOf(node: HtmlNode): string {
  if (node.type === 'text') return node.value;
  if (droppedNames.has(node.name)) return '';
  return node.name === 'br' ? '\n' : node.children.map(textOf).join('');
}
