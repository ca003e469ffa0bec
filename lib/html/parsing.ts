import { defaultTreeAdapter, html as spec, parseFragment, type DefaultTreeAdapterTypes } from 'parse5';
import { AppError } from '@/lib/platform/errors';
import { appendText, element, withoutContent, type HtmlNode } from './tree';

/** Above any real body (250,000 tags per million characters); misnested tags make the parser multiply elements. */
const MAX_ELEMENTS = 300_000;

/** Deeper content is attached to the element at the limit; its text stays. */
const MAX_DEPTH = 300;

/** Nothing else makes more of a text than one node; names and most comments are without. */
const markup = /[<&]/;

/** Parses like a browser (in a <div>), without scripts, styles, templates, comments. Throws above MAX_ELEMENTS. */
export function parseHtml(html: string): HtmlNode[] {
  if (!markup.test(html)) return plain(html);
  const context = defaultTreeAdapter.createElement('div', spec.NS.HTML, []);
  const fragment = parseFragment(context, html, { scriptingEnabled: false, treeAdapter: countingAdapter() });
  return convert(fragment.childNodes);
}

function plain(text: string) {
  const nodes: HtmlNode[] = [];
  appendText(nodes, text);
  return nodes;
}

function countingAdapter(): typeof defaultTreeAdapter {
  let count = 0;
  return {
    ...defaultTreeAdapter,
    createElement(...details) {
      count += 1;
      if (count > MAX_ELEMENTS)
        throw new AppError(
          'too_large',
          'The HTML of this text has too many elements. Please split it, or paste it as plain text.',
        );
      return defaultTreeAdapter.createElement(...details);
    },
  };
}

type Waiting = { nodes: DefaultTreeAdapterTypes.ChildNode[]; next: number; into: HtmlNode[]; depth: number };

// Iterative: recursion would overflow on a hundred thousand nested elements.
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
