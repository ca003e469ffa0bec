export type HtmlText = { type: 'text'; value: string };
export type HtmlElement = { type: 'element'; name: string; attributes: Record<string, string>; children: HtmlNode[] };
export type HtmlNode = HtmlText | HtmlElement;

export const withoutContent = new Set(['script', 'style', 'template', 'title', 'head', 'noframes', 'noembed']);

export function text(value: string): HtmlText {
  return { type: 'text', value };
}

export function element(name: string, attributes: Record<string, string>, children: HtmlNode[]): HtmlElement {
  return { type: 'element', name, attributes, children };
}

/** Adds text, merged with preceding text, without invalid characters (controls, lone surrogates, CR). */
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

/** Adds a node; text merges with preceding text. */
export function appendNode(nodes: HtmlNode[], node: HtmlNode) {
  if (node.type === 'text') appendText(nodes, node.value);
  else nodes.push(node);
}

/** Whether text is invisible. A no-break space is deliberate and counts as visible. */
export function isBlank(value: string) {
  return !/[^ \t\n]/.test(value);
}

/** The concatenated text of these nodes. */
export function textOf(nodes: readonly HtmlNode[]): string {
  return nodes.map((node) => (node.type === 'text' ? node.value : textOf(node.children))).join('');
}

/** All elements below these nodes, in document order. */
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
