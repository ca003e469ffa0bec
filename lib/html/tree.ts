import { defaultTreeAdapter, html as spec, parseFragment, type DefaultTreeAdapterTypes } from 'parse5';
import { AppError } from '@/lib/errors';

/** A parsed piece of HTML, reduced to what matters here: elements by name, attributes and text. */
export type HtmlText = { type: 'text'; value: string };
export type HtmlElement = { type: 'element'; name: string; attributes: Record<string, string>; children: HtmlNode[] };
export type HtmlNode = HtmlText | HtmlElement;

/**
 * A million characters hold at most a quarter of a million tags; badly nested ones make the parser repeat the elements
 * around them, without end in sight.
 */
const MOST_ELEMENTS = 300_000;

/** Nobody nests this deep on purpose; what does is attached to the element at the limit, its text kept. */
const MAX_DEPTH = 300;

const withoutContent = new Set(['script', 'style', 'template', 'title', 'head', 'noframes', 'noembed']);

export function text(value: string): HtmlText {
  return { type: 'text', value };
}

export function element(name: string, attributes: Record<string, string>, children: HtmlNode[]): HtmlElement {
  return { type: 'element', name, attributes, children };
}

/**
 * Parses as a browser parses the inside of a <div>, with the specification's own algorithm. Scripts, styles, templates and
 * comments are left out. Neither hangs nor overflows, however deep the nesting; what would make more elements than any
 * text needs is refused.
 */
export function parseHtml(html: string): HtmlNode[] {
  const context = defaultTreeAdapter.createElement('div', spec.NS.HTML, []);
  const fragment = parseFragment(context, html, { scriptingEnabled: false, treeAdapter: countingAdapter() });
  return convert(fragment.childNodes);
}

function countingAdapter(): typeof defaultTreeAdapter {
  let count = 0;
  return {
    ...defaultTreeAdapter,
    createElement(...details) {
      count += 1;
      if (count > MOST_ELEMENTS) throw new AppError('too_large', 'The HTML of this text is too tangled to be read.');
      return defaultTreeAdapter.createElement(...details);
    },
  };
}

type Waiting = { nodes: DefaultTreeAdapterTypes.ChildNode[]; next: number; into: HtmlNode[]; depth: number };

// A stack of our own: recursion would overflow on a hundred thousand nested elements.
function convert(nodes: DefaultTreeAdapterTypes.ChildNode[]) {
  const roots: HtmlNode[] = [];
  const stack: Waiting[] = [{ nodes, next: 0, into: roots, depth: 0 }];
  for (let top = stack.at(-1); top; top = stack.at(-1)) {
    const node = top.nodes[top.next];
    top.next += 1;
    if (!node) {
      stack.pop();
    } else if ('value' in node) {
      appendText(top.into, node.value);
    } else if ('tagName' in node && !withoutContent.has(node.tagName)) {
      stack.push({ nodes: node.childNodes, next: 0, into: enter(node, top), depth: top.depth + 1 });
    }
  }
  return roots;
}

function enter(node: DefaultTreeAdapterTypes.Element, top: Waiting) {
  if (top.depth >= MAX_DEPTH) return top.into;
  const attributes = Object.fromEntries(node.attrs.map((attribute) => [attribute.name, attribute.value]));
  const made = element(node.tagName, attributes, []);
  top.into.push(made);
  return made.children;
}

/** Adds text, joined to the text before it, without what no text may hold (controls, half surrogates, bare CR). */
export function appendText(nodes: HtmlNode[], value: string) {
  const clean = value
    .replace(/\r\n?/g, '\n')
    .replace(/(?![\t\n])\p{Cc}|[\uFFFE\uFFFF]/gu, '')
    .toWellFormed();
  if (!clean) return;
  const last = nodes.at(-1);
  if (last?.type === 'text') nodes[nodes.length - 1] = text(last.value + clean);
  else nodes.push(text(clean));
}

/** All text below these nodes, as written. */
export function textOf(nodes: readonly HtmlNode[]): string {
  return nodes.map((node) => (node.type === 'text' ? node.value : textOf(node.children))).join('');
}

/** Every element below these nodes, parents first. */
export function elementsIn(nodes: readonly HtmlNode[]): HtmlElement[] {
  const found: HtmlElement[] = [];
  const waiting = nodes.toReversed();
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    if (node.type === 'text') continue;
    found.push(node);
    for (let at = node.children.length - 1; at >= 0; at -= 1) waiting.push(node.children[at]!);
  }
  return found;
}
