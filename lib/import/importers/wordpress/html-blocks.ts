import { textOf, type HtmlElement, type HtmlNode } from '@/lib/html/tree';

/** Whether a figure is an embed block, of either name that the editor has given it. */
export function isEmbed({ attributes }: HtmlElement) {
  return /(^|\s)(wp-block-embed|wp-block-core-embed)/.test(attributes.class ?? '');
}

/** A file block leads to its file by its name; the button and the preview beside it say nothing more. */
export function unwrap(node: HtmlElement): HtmlNode[] | null {
  if (!hasClass(node, 'wp-block-file')) return null;
  const rest = withoutButton(node.children);
  return textOf(rest).trim() === '' ? node.children : rest;
}

function withoutButton(nodes: readonly HtmlNode[]): HtmlNode[] {
  return nodes.flatMap((node): HtmlNode[] => {
    if (node.type === 'text') return [node];
    if (hasClass(node, 'wp-block-file__button') || hasClass(node, 'wp-block-file__embed')) return [];
    return [{ ...node, children: withoutButton(node.children) }];
  });
}

function hasClass({ attributes }: HtmlElement, name: string) {
  return (attributes.class ?? '').split(/\s+/).includes(name);
}
