import { MISSING_IMAGE } from '@/lib/html/missing-images';
import { element, text, type HtmlElement, type HtmlNode } from '@/lib/html/tree';

/** Readers get a link to a picture that was not copied, and nothing where it lies nowhere; its caption stays. */
export function withoutPlaces(nodes: readonly HtmlNode[]): HtmlNode[] {
  return nodes.flatMap((node): HtmlNode[] => {
    if (node.type === 'text') return [node];
    if (MISSING_IMAGE in node.attributes) return linkOf(node);
    return [{ ...node, children: withoutPlaces(node.children) }];
  });
}

function linkOf({ children }: HtmlElement): HtmlNode[] {
  return children.flatMap((child): HtmlNode[] => {
    if (child.type === 'text') return [];
    if (child.name === 'a') return [element('p', {}, [{ ...child, children: [text('Image: '), ...child.children] }])];
    return [element('p', {}, child.children)];
  });
}
