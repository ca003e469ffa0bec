import type { BlockContent, ListItem, PhrasingContent } from 'mdast';
import { gfmStrikethroughToMarkdown } from 'mdast-util-gfm-strikethrough';
import { toMarkdown, type Options } from 'mdast-util-to-markdown';
import { parseHtml } from '@/lib/html/parsing';
import { isBlank, textOf, type HtmlElement, type HtmlNode } from '@/lib/html/tree';
import { toHtml } from '@/lib/html/writing';

const options: Options = {
  bullet: '-',
  emphasis: '_',
  fences: true,
  rule: '-',
  extensions: [gfmStrikethroughToMarkdown()],
};

/** A stored text as Markdown. What Markdown has no words for, such as tables and galleries, stays HTML. */
export function markdownOf(bodyHtml: string): string {
  return toMarkdown({ type: 'root', children: blocksOf(parseHtml(bodyHtml)) }, options);
}

function blocksOf(nodes: readonly HtmlNode[]): BlockContent[] {
  const blocks: BlockContent[] = [];
  let line: HtmlNode[] = [];
  const flush = () => {
    if (!line.every((node) => node.type === 'text' && isBlank(node.value)))
      blocks.push({ type: 'paragraph', children: wordsOf(line) });
    line = [];
  };
  for (const node of nodes) {
    const block = node.type === 'element' ? blockOf(node) : null;
    if (!block) {
      line.push(node);
      continue;
    }
    flush();
    blocks.push(block);
  }
  flush();
  return blocks;
}

function blockOf(node: HtmlElement): BlockContent | null {
  const { name, children } = node;
  if (inlineNames.has(name)) return null;
  // An id or a language would be lost.
  const isPlain = Object.keys(node.attributes).length === 0;
  if (name === 'p' && isPlain) return { type: 'paragraph', children: wordsOf(children) };
  if (name === 'hr') return { type: 'thematicBreak' };
  if (/^h[1-6]$/.test(name) && isPlain)
    return { type: 'heading', depth: Number(name[1]) as 1, children: wordsOf(children) };
  if (name === 'blockquote' && isPlain) return { type: 'blockquote', children: blocksOf(children) };
  if (name === 'pre') return codeOf(node);
  if ((name === 'ul' && isPlain) || (name === 'ol' && hasOnly(node, 'start'))) return listOf(node) ?? htmlOf(node);
  return htmlOf(node);
}

const inlineNames = new Set(
  'a abbr bdi br cite code del dfn em img ins kbd mark q rp rt ruby s samp small span strong sub sup time u var wbr'.split(
    ' ',
  ),
);

function hasOnly({ attributes }: HtmlElement, allowed: string) {
  return Object.keys(attributes).every((name) => name === allowed);
}

function htmlOf(node: HtmlElement): BlockContent {
  // An empty line would end it.
  return { type: 'html', value: toHtml([node]).replace(/\n{2,}/g, (lines) => lines.replaceAll('\n', '&#10;')) };
}

function codeOf(node: HtmlElement): BlockContent {
  const [code] = node.children;
  const language = code?.type === 'element' ? /language-([\w+#-]+)/.exec(code.attributes.class ?? '')?.[1] : undefined;
  return { type: 'code', lang: language ?? null, value: textOf(node.children).replace(/\n$/, '') };
}

function listOf(node: HtmlElement): BlockContent | null {
  const items: ListItem[] = [];
  for (const child of node.children) {
    if (child.type === 'text' && isBlank(child.value)) continue;
    if (child.type !== 'element' || child.name !== 'li' || Object.keys(child.attributes).length > 0) return null;
    const children = blocksOf(child.children);
    items.push({ type: 'listItem', spread: children.length > 2, children });
  }
  if (items.length === 0) return null;
  const start = Number(node.attributes.start ?? 1);
  return {
    type: 'list',
    ordered: node.name === 'ol',
    start: node.name === 'ol' ? start : null,
    spread: false,
    children: items,
  };
}

function wordsOf(nodes: readonly HtmlNode[]): PhrasingContent[] {
  return nodes.flatMap((node): PhrasingContent[] => {
    if (node.type === 'text') return [{ type: 'text', value: node.value.replace(/\s*\n\s*/g, ' ') }];
    return wordOf(node);
  });
}

function wordOf(node: HtmlElement): PhrasingContent[] {
  const { name, attributes, children } = node;
  if (name === 'br') return [{ type: 'break' }];
  if (name === 'img') return [{ type: 'image', url: attributes.src ?? '', alt: attributes.alt ?? '' }];
  if (name === 'a' && attributes.href && hasOnly(node, 'href'))
    return [{ type: 'link', url: attributes.href, children: wordsOf(children) }];
  if (Object.keys(attributes).length === 0) {
    if (name === 'em') return [{ type: 'emphasis', children: wordsOf(children) }];
    if (name === 'strong') return [{ type: 'strong', children: wordsOf(children) }];
    if (name === 'del' || name === 's') return [{ type: 'delete', children: wordsOf(children) }];
    if (name === 'code' && children.every(({ type }) => type === 'text'))
      return [{ type: 'inlineCode', value: textOf(children) }];
  }
  return tagged(node);
}

/** An element that Markdown has no sign for, as HTML around its words. */
function tagged(node: HtmlElement): PhrasingContent[] {
  const [open = '', end = ''] = toHtml([{ ...node, children: [{ type: 'text', value: '\u0001' }] }]).split('\u0001');
  if (!end) return [{ type: 'html', value: toHtml([node]) }];
  return [{ type: 'html', value: open }, ...wordsOf(node.children), { type: 'html', value: end }];
}
