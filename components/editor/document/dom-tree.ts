import { appendText, element, withoutContent, type HtmlNode } from '@/lib/html/tree';

/** HTML parsed by the browser (in an inert document) as the tree that the sanitiser uses. */
export function treeOfHtml(html: string): HtmlNode[] {
  return treeOf(new DOMParser().parseFromString(html, 'text/html').body);
}

function treeOf(parent: Node): HtmlNode[] {
  const nodes: HtmlNode[] = [];
  for (const node of parent.childNodes) {
    if (node.nodeType === Node.TEXT_NODE) appendText(nodes, node.nodeValue ?? '');
    else if (node instanceof Element && !withoutContent.has(node.localName)) {
      const attributes = Object.fromEntries([...node.attributes].map(({ name, value }) => [name, value]));
      nodes.push(element(node.localName, attributes, treeOf(node)));
    }
  }
  return nodes;
}
