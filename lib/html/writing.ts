import type { HtmlNode } from './tree';

const voids = new Set(['br', 'hr', 'img', 'wbr', 'source', 'input']);

/** Serialises a tree to HTML that parses back to the same tree. */
export function toHtml(nodes: readonly HtmlNode[]): string {
  let html = '';
  for (const node of nodes) html += node.type === 'text' ? escapeText(node.value) : writeElement(node);
  return html;
}

export function escapeText(value: string) {
  return value.replace(/[&<>]/g, (sign) => (sign === '&' ? '&amp;' : sign === '<' ? '&lt;' : '&gt;'));
}

export function escapeAttribute(value: string) {
  return escapeText(value).replaceAll('"', '&quot;');
}

function writeElement(node: Extract<HtmlNode, { type: 'element' }>) {
  let open = `<${node.name}`;
  for (const [name, value] of Object.entries(node.attributes)) {
    open += value === '' ? ` ${name}=""` : ` ${name}="${escapeAttribute(value)}"`;
  }
  if (voids.has(node.name)) return `${open}>`;
  const [first] = node.children;
  // The parser drops a line break right after <pre>: a second one preserves the first.
  const newline = node.name === 'pre' && first?.type === 'text' && first.value.startsWith('\n') ? '\n' : '';
  return `${open}>${newline}${toHtml(node.children)}</${node.name}>`;
}
