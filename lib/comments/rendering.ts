import type { Definition, Emphasis, List, ListItem, Nodes, Parents, Strong } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmAutolinkLiteralFromMarkdown } from 'mdast-util-gfm-autolink-literal';
import { gfmStrikethroughFromMarkdown } from 'mdast-util-gfm-strikethrough';
import { cjkFriendlyExtension } from 'micromark-extension-cjk-friendly';
import { gfmStrikethroughCjkFriendly } from 'micromark-extension-cjk-friendly-gfm-strikethrough';
import { signsBetweenFigures } from '@/lib/text/arithmetic-signs';
import { escapeHtml } from '@/lib/html/escaping';
import { isSeen } from '@/lib/text/visible-text';
import { element, escapeLines, link, MAX_NESTING, numbered, safeHref, type Rendered } from './html';
import { mentionHtml, splitAtMentions, type Mentionable } from './mentions/mention';
import { numbersOf, yearLike } from './list-numbers';
import { isCostly } from './markdown-cost';
import { definitionText, referencesOf, sourceOf, textOf, type References } from './markdown-tree';

type State = References & {
  links: number;
  source: string;
  people: readonly Mentionable[];
  mentioned: Set<Mentionable>;
};
type WriteContext = { depth: number; isInLink: boolean; state: State };

/** Renders Markdown to HTML. Only tags written in this file can be output; raw HTML appears as text. */
export function renderMarkdown(text: string): Rendered {
  const { html, links } = renderWithMentions(text, []);
  return { html, links };
}

/** The same with mentions of these people, outside links and code; `mentioned` are those whom it names. */
export function renderWithMentions(
  text: string,
  people: readonly Mentionable[],
): Rendered & { mentioned: Mentionable[] } {
  if (isCostly(text)) return { ...renderPlain(text), mentioned: [] };
  const tree = fromMarkdown(text, {
    extensions: [cjkFriendlyExtension(), gfmStrikethroughCjkFriendly({ singleTilde: false })],
    mdastExtensions: [gfmAutolinkLiteralFromMarkdown(), gfmStrikethroughFromMarkdown()],
  });
  const mentioned = new Set<Mentionable>();
  const state = { links: 0, source: text, people, mentioned, ...referencesOf(tree.children) };
  const html = writeChildren(tree, { depth: 0, isInLink: false, state });
  return { html, links: state.links, mentioned: [...mentioned] };
}

/** Paragraphs and bare web addresses only, for text that costs too much to parse as Markdown. */
export function renderPlain(text: string): Rendered {
  const paragraphs = text.split(/\n{2,}/).filter((part) => part.trim() !== '');
  const written = paragraphs.map(withAddresses);
  return {
    html: written.map(({ html }) => element('p', html)).join('\n'),
    links: written.reduce((sum, { links }) => sum + links, 0),
  };
}

function withAddresses(text: string): Rendered {
  let links = 0;
  const pieces = text.split(/(https?:\/\/[^\s<>"']{1,500})/).map((part, index) => {
    const href = index % 2 === 1 ? safeHref(part) : null;
    if (!href) return escapeLines(part);
    links += 1;
    return link(href, escapeHtml(part), part);
  });
  return { html: pieces.join(''), links };
}

function write(node: Nodes, context: WriteContext): string {
  if (context.depth > MAX_NESTING) return escapeLines(textOf(node));
  switch (node.type) {
    case 'text':
      return writeText(node.value, context);
    case 'html':
      return escapeLines(node.value);
    case 'break':
      return '<br>\n';
    case 'inlineCode':
      return element('code', escapeHtml(node.value));
    case 'code':
      return element('pre', element('code', escapeHtml(node.value)));
    case 'emphasis':
      return writeEmphasis(node, 'em', context);
    case 'strong':
      return writeEmphasis(node, 'strong', context);
    case 'delete':
      return element('del', writeChildren(node, context));
    case 'heading':
      return element('p', element('strong', writeChildren(node, context)));
    case 'thematicBreak':
      return element('p', '* * *');
    case 'blockquote':
      return element('blockquote', writeChildren(node, context));
    case 'paragraph':
      return element('p', writeChildren(node, context));
    case 'list':
      return writeList(node, context);
    case 'listItem':
      return element('li', writeItem(node, context));
    case 'definition':
      return writeDefinition(node, context);
    default:
      return writeReference(node, context);
  }
}

function writeText(text: string, { isInLink, state }: WriteContext) {
  if (isInLink || state.people.length === 0) return escapeLines(text);
  const parts = splitAtMentions(text, state.people).map((part) => {
    if (typeof part === 'string') return escapeLines(part);
    state.mentioned.add(part);
    return mentionHtml(part);
  });
  return parts.join('');
}

function writeEmphasis(node: Emphasis | Strong, name: 'em' | 'strong', context: WriteContext) {
  const words = writeChildren(node, context);
  const signs = signsBetweenFigures(node, context.state.source);
  return signs === null ? element(name, words) : `${signs}${words}${signs}`;
}

function writeReference(node: Nodes, context: WriteContext): string {
  const { targets, source } = context.state;
  if (node.type === 'link') return writeLink(node, { url: node.url, closing: `](${node.url})` }, context);
  if (node.type === 'image') return writeImage(node.alt ?? '', node.url, context);
  if (node.type !== 'linkReference' && node.type !== 'imageReference') return '';
  const url = targets.get(node.identifier);
  // An unresolved reference stays as typed.
  if (url === undefined) return escapeLines(sourceOf(node, source));
  if (node.type === 'imageReference') return writeImage(node.alt ?? '', url, context);
  return writeLink(node, { url, closing: ']' }, context);
}

function writeChildren(node: Parents, context: WriteContext) {
  const below = { ...context, depth: context.depth + 1 };
  const isOfBlocks = node.type === 'root' || node.type === 'blockquote';
  return node.children
    .map((child) => {
      const html = write(child, below);
      return isOfBlocks && child.type === 'html' ? element('p', html) : html;
    })
    .join('');
}

/** Items keep the typed numbers, which often refer to another comment. */
function writeList(node: List, context: WriteContext) {
  if (!node.ordered) return element('ul', writeChildren(node, context));
  const numbers = numbersOf(node, context.state.source);
  const marker = yearLike(node, context.state.source);
  if (marker !== null) return writeUnlisted(node, marker, context);
  const below = { ...context, depth: context.depth + 2 };
  const items = node.children.map((item, index) => ({ number: numbers[index]!, html: writeItem(item, below) }));
  return numbered(items);
}

// "1986. What a year" is a sentence, not a list.
function writeUnlisted(node: List, marker: string, context: WriteContext) {
  const [first, ...rest] = node.children[0]!.children;
  const below = { ...context, depth: context.depth + 1 };
  const begins = first?.type === 'paragraph' && below.depth <= MAX_NESTING;
  const opening = begins ? `${marker} ${writeChildren(first, below)}` : marker;
  const others = begins || !first ? rest : [first, ...rest];
  return element('p', opening) + others.map((child) => write(child, below)).join('');
}

function writeItem(node: ListItem, context: WriteContext) {
  const below = { ...context, depth: context.depth + 1 };
  return node.children
    .map((child) =>
      child.type === 'paragraph' && !node.spread && below.depth <= MAX_NESTING
        ? writeChildren(child, below)
        : write(child, below),
    )
    .join('');
}

// An unused definition is a source to read and stays visible.
function writeDefinition(node: Definition, context: WriteContext) {
  if (context.state.used.has(node)) return '';
  const { html, links } = withAddresses(definitionText(node));
  context.state.links += links;
  return element('p', html);
}

function writeLink(node: Parents, { url, closing }: { url: string; closing: string }, context: WriteContext) {
  const href = context.isInLink ? null : safeHref(url);
  const content = writeChildren(node, { ...context, isInLink: context.isInLink || href !== null });
  const text = textOf(node);
  if (!isSeen(text)) return content;
  if (!href) return context.isInLink ? content : `[${content}${escapeLines(closing)}`;
  context.state.links += 1;
  return link(href, content, text);
}

// Remote images are not loaded: an image becomes a link.
function writeImage(alt: string, url: string, context: WriteContext) {
  const href = context.isInLink ? null : safeHref(url);
  const text = isSeen(alt) ? alt.trim() : url;
  if (!href) return escapeLines(text);
  context.state.links += 1;
  return link(href, escapeLines(text), text);
}
