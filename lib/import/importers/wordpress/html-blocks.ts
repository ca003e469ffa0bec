import { textOf, type HtmlElement, type HtmlNode } from '@/lib/html/tree';

/** Whether a figure is an embed block, in either of the editor's forms. */
export function isEmbed({ attributes }: HtmlElement) {
  return /(^|\s)(wp-block-embed|wp-block-core-embed)/.test(attributes.class ?? '');
}

/** A file block becomes a link by name; its button and preview are dropped. */
export function unwrap(node: HtmlElement): HtmlNode[] | null {
  if (hasClass(node, 'newsletter-form-wrapper')) return [];
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
