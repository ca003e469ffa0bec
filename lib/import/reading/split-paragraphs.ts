import type { CleanBody } from '@/lib/html/sanitising';
import { element, isBlank, text, type HtmlElement, type HtmlNode } from '@/lib/html/tree';
import { toHtml } from '@/lib/html/writing';

const holders = new Set(['blockquote', 'details', 'aside']);
/** Bounds the work on hostile markup. */
const MAX_DEPTH = 30;

/** Two line breaks and more become the end of a paragraph, as editors without paragraphs meant them. */
export function splitParagraphs({ html, nodes }: CleanBody): CleanBody {
  if (!/<br>\s*<br>/.test(html) && !/<p>\s*<br>|<br>\s*<\/p>/.test(html)) return { html, nodes };
  const split = splitAll(nodes, 0);
  return { html: split.map((node) => toHtml([node])).join('\n'), nodes: split };
}

function splitAll(nodes: readonly HtmlNode[], depth: number): HtmlNode[] {
  return nodes.flatMap((node): HtmlNode[] => {
    if (node.type === 'text' || depth > MAX_DEPTH) return [node];
    if (node.name === 'p' && Object.keys(node.attributes).length === 0) return paragraphsOf(node);
    return holders.has(node.name) ? [element(node.name, node.attributes, splitAll(node.children, depth + 1))] : [node];
  });
}

function paragraphsOf(paragraph: HtmlElement) {
  const parts = partsOf(paragraph.children, 0).map((part) => trimmed(part));
  return parts.filter((part) => part.length > 0).map((part) => element('p', {}, part));
}

/** The content between empty lines; an element that reaches over one is in both parts. */
function partsOf(nodes: readonly HtmlNode[], depth: number): HtmlNode[][] {
  const parts: HtmlNode[][] = [[]];
  let breaks = 0;
  for (const node of nodes) {
    if (isBreak(node)) {
      breaks += 1;
      if (breaks === 2) parts.push([]);
      if (breaks === 1) parts.at(-1)?.push(node);
      continue;
    }
    if (node.type === 'text' && isBlank(node.value) && breaks > 0) continue;
    const isWrapper = node.type === 'element' && node.name !== 'a' && depth < MAX_DEPTH;
    const inner = isWrapper ? innerParts(node.children, depth + 1) : [];
    if (node.type === 'text' || inner.length < 2) parts.at(-1)?.push(node);
    else
      for (const [at, part] of inner.entries()) {
        if (at > 0) parts.push([]);
        if (part.length > 0) parts.at(-1)?.push(element(node.name, at === 0 ? node.attributes : {}, part));
      }
    breaks = 0;
  }
  return parts;
}

/** Spaces at the outer edges separate words: only those beside an empty line go. */
function innerParts(nodes: readonly HtmlNode[], depth: number) {
  const parts = partsOf(nodes, depth);
  const last = parts.length - 1;
  return parts.map((part, at) => trimmed(part, { start: at > 0, end: at < last }));
}

function trimmed(nodes: readonly HtmlNode[], { start, end } = { start: true, end: true }): HtmlNode[] {
  const isEdge = (node: HtmlNode) => isBreak(node) || isEmpty(node);
  const first = start ? nodes.findIndex((node) => !isEdge(node)) : 0;
  const last = end ? nodes.findLastIndex((node) => !isEdge(node)) : nodes.length - 1;
  return nodes.slice(first < 0 ? nodes.length : first, last + 1).map((node, at, all) => {
    if (node.type !== 'text') return node;
    const begun = start && at === 0 ? node.value.trimStart() : node.value;
    return text(end && at === all.length - 1 ? begun.trimEnd() : begun);
  });
}

function isEmpty(node: HtmlNode): boolean {
  if (node.type === 'text') return isBlank(node.value);
  return (
    !['img', 'a'].includes(node.name) &&
    !('id' in node.attributes) &&
    node.children.every((one) => isBreak(one) || isEmpty(one))
  );
}

function isBreak(node: HtmlNode) {
  return node.type === 'element' && node.name === 'br';
}
