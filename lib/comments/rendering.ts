import type { Nodes, Parents, RootContent } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmAutolinkLiteralFromMarkdown } from 'mdast-util-gfm-autolink-literal';
import { gfmStrikethroughFromMarkdown } from 'mdast-util-gfm-strikethrough';
import { gfmStrikethrough } from 'micromark-extension-gfm-strikethrough';
import { element, escapeHtml, escapeLines, link, MAX_NESTING, safeHref, type Rendered } from './html';
import { isCostly } from './markdown-cost';

/** Where the walk is: how deep, and whether inside a link (links do not nest). */
type Place = { depth: number; isInLink: boolean; state: { links: number; targets: Map<string, string> } };

/**
 * Makes the HTML of a comment from its Markdown. Every tag is written here by hand, from a tree: what is not in this
 * file cannot come out, whatever goes in. Raw HTML appears as the text it is.
 */
export function renderMarkdown(text: string): Rendered {
  if (isCostly(text)) return renderPlain(text);
  const tree = fromMarkdown(text, {
    extensions: [gfmStrikethrough()],
    mdastExtensions: [gfmAutolinkLiteralFromMarkdown(), gfmStrikethroughFromMarkdown()],
  });
  const state = { links: 0, targets: collectTargets(tree.children) };
  const html = writeChildren(tree, { depth: 0, isInLink: false, state });
  return { html, links: state.links };
}

/** Paragraphs and bare web addresses only: for text that would cost too much to parse as Markdown. */
export function renderPlain(text: string): Rendered {
  let links = 0;
  const paragraphs = text.split(/\n{2,}/).filter((part) => part.trim() !== '');
  const html = paragraphs.map((part) =>
    element(
      'p',
      part
        .split(/(https?:\/\/[^\s<>"']{1,500})/)
        .map(piece)
        .join(''),
    ),
  );
  return { html: html.join('\n'), links };

  function piece(part: string, index: number) {
    const href = index % 2 === 1 ? safeHref(part) : null;
    if (!href) return escapeLines(part);
    links += 1;
    return link(href, escapeHtml(part), part);
  }
}

function write(node: Nodes, place: Place): string {
  if (place.depth > MAX_NESTING) return escapeLines(textOf(node));
  switch (node.type) {
    case 'text':
      return escapeLines(node.value);
    case 'html':
      return escapeLines(node.value);
    case 'break':
      return '<br>\n';
    case 'inlineCode':
      return element('code', escapeHtml(node.value));
    case 'code':
      return element('pre', element('code', escapeHtml(node.value)));
    case 'emphasis':
      return element('em', writeChildren(node, place));
    case 'strong':
      return element('strong', writeChildren(node, place));
    case 'delete':
      return element('del', writeChildren(node, place));
    case 'heading':
      return element('p', element('strong', writeChildren(node, place)));
    case 'thematicBreak':
      return element('p', '* * *');
    case 'blockquote':
      return element('blockquote', writeChildren(node, place));
    case 'paragraph':
      return element('p', writeChildren(node, place));
    case 'list':
      return element(node.ordered ? 'ol' : 'ul', writeChildren(node, place));
    case 'listItem':
      return element('li', writeItem(node, place));
    default:
      return writeReference(node, place);
  }
}

function writeReference(node: Nodes, place: Place): string {
  if (node.type === 'link') return writeLink(node, node.url, place);
  if (node.type === 'linkReference') return writeLink(node, place.state.targets.get(node.identifier) ?? '', place);
  if (node.type === 'image') return writeImage(node.alt ?? '', node.url, place);
  if (node.type === 'imageReference') {
    return writeImage(node.alt ?? '', place.state.targets.get(node.identifier) ?? '', place);
  }
  return '';
}

function writeChildren(node: Parents, place: Place) {
  const below = { ...place, depth: place.depth + 1 };
  return node.children.map((child) => write(child, below)).join('');
}

// In a tight list an item is a line, not a paragraph.
function writeItem(node: Extract<Nodes, { type: 'listItem' }>, place: Place) {
  const below = { ...place, depth: place.depth + 1 };
  return node.children
    .map((child) =>
      child.type === 'paragraph' && !node.spread && below.depth <= MAX_NESTING
        ? writeChildren(child, below)
        : write(child, below),
    )
    .join('');
}

function writeLink(node: Parents, url: string, place: Place) {
  const href = place.isInLink ? null : safeHref(url);
  const content = writeChildren(node, { ...place, isInLink: place.isInLink || href !== null });
  if (!href || content === '') return content;
  place.state.links += 1;
  return link(href, content, textOf(node));
}

// Readers' pictures are not loaded: a picture is a link to it.
function writeImage(alt: string, url: string, place: Place) {
  const href = place.isInLink ? null : safeHref(url);
  const text = alt.trim() || url;
  if (!href) return escapeLines(text);
  place.state.links += 1;
  return link(href, escapeLines(text), text);
}

/** What the references of a text lead to; the first definition of a name counts. */
function collectTargets(nodes: RootContent[]) {
  const targets = new Map<string, string>();
  for (const node of walk(nodes)) {
    if (node.type === 'definition' && !targets.has(node.identifier)) targets.set(node.identifier, node.url);
  }
  return targets;
}

function textOf(node: Nodes) {
  let text = '';
  for (const one of walk([node])) {
    if ('value' in one) text += one.value;
    else if (one.type === 'image' || one.type === 'imageReference') text += one.alt ?? '';
    else if (one.type === 'break') text += '\n';
  }
  return text;
}

// A list of what is still to do instead of recursion: the depth of a stranger's text must not be the depth of our stack.
function* walk(nodes: readonly Nodes[]): Generator<Nodes> {
  const open = nodes.toReversed();
  for (let node = open.pop(); node; node = open.pop()) {
    yield node;
    if ('children' in node) open.push(...node.children.toReversed());
  }
}
