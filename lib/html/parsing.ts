import { defaultTreeAdapter, html as spec, parseFragment, type DefaultTreeAdapterTypes } from 'parse5';
import { AppError } from '@/lib/platform/errors';
import { appendText, element, withoutContent, type HtmlNode } from './tree';

/**
 * A million characters hold at most a quarter of a million tags; badly nested ones make the parser repeat the elements
 * around them, without end in sight.
 */
const MAX_ELEMENTS = 300_000;

/** Nobody nests this deep on purpose; deeper content is attached to the element at the limit, its text preserved. */
const MAX_DEPTH = 300;

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
      if (count > MAX_ELEMENTS) throw new AppError('too_large', 'The HTML of this text is too tangled to be read.');
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
