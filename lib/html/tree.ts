/** A parsed piece of HTML, reduced to what matters here: elements by name, attributes and text. */
export type HtmlText = { type: 'text'; value: string };
export type HtmlElement = { type: 'element'; name: string; attributes: Record<string, string>; children: HtmlNode[] };
export type HtmlNode = HtmlText | HtmlElement;

/** Elements whose content is no part of the text: they go whole. */
export const withoutContent = new Set(['script', 'style', 'template', 'title', 'head', 'noframes', 'noembed']);

export function text(value: string): HtmlText {
  return { type: 'text', value };
}

export function element(name: string, attributes: Record<string, string>, children: HtmlNode[]): HtmlElement {
  return { type: 'element', name, attributes, children };
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

/** Adds a node; text is joined to the text before it. */
export function appendNode(nodes: HtmlNode[], node: HtmlNode) {
  if (node.type === 'text') appendText(nodes, node.value);
  else nodes.push(node);
}

/** Whether a text shows nothing. A no-break space does: it was set on purpose. */
export function isBlank(value: string) {
  return !/[^ \t\n]/.test(value);
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
