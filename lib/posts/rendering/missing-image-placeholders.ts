import { MISSING_IMAGE, NAMELESS_IMAGE } from '@/lib/html/missing-images';
import { element, text, textOf, type HtmlElement, type HtmlNode } from '@/lib/html/tree';
import { labelMark } from './label-marks';

/** Replaces placeholders of images that were not imported by links, or removes them; captions stay. */
export function withoutPlaceholders(nodes: readonly HtmlNode[]): HtmlNode[] {
  return nodes.flatMap((node): HtmlNode[] => {
    if (node.type === 'text') return [node];
    if (MISSING_IMAGE in node.attributes) return linkOf(node);
    return [{ ...node, children: withoutPlaceholders(node.children) }];
  });
}

function linkOf({ children }: HtmlElement): HtmlNode[] {
  return children.flatMap((child): HtmlNode[] => {
    if (child.type === 'text') return [];
    if (child.name === 'a') return [element('p', {}, [named(child)])];
    return [element('p', {}, child.children)];
  });
}

function named(link: HtmlElement): HtmlElement {
  const name = textOf([link]);
  const mark = name === NAMELESS_IMAGE ? labelMark('image') : labelMark('imageOf', name);
  return { ...link, children: [text(mark)] };
}
