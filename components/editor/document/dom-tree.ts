import { appendText, element, withoutContent, type HtmlNode } from '@/lib/html/tree';

/** HTML as the browser parses it, in the shape in which the server cleans it. The document that it passes through is inert. */
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
