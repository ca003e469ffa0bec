import type { ElementContent } from 'hast';
import { common, createLowlight } from 'lowlight';
import { element, elementsIn, text, textOf, type HtmlNode } from '@/lib/html/tree';

const lowlight = createLowlight(common);

const MAX_CODE_LENGTH = 50_000;
const MAX_TOTAL_LENGTH = 200_000;

/** Highlights code by class names if its language is named and known. */
export function highlightCode(nodes: readonly HtmlNode[]) {
  let left = MAX_TOTAL_LENGTH;
  for (const node of elementsIn(nodes)) {
    const language = node.name === 'code' ? /^language-(.+)$/.exec(node.attributes.class ?? '')?.[1] : undefined;
    if (!language) continue;
    const code = textOf(node.children);
    if (!lowlight.registered(language) || code.length > Math.min(left, MAX_CODE_LENGTH)) continue;
    left -= code.length;
    node.attributes = { ...node.attributes, class: `hljs language-${language}` };
    node.children = lowlight.highlight(language, code).children.flatMap(fromHast);
  }
}

function fromHast(node: ElementContent | { type: 'doctype' }): HtmlNode[] {
  if (node.type === 'text') return [text(node.value)];
  if (node.type !== 'element') return [];
  const names = node.properties.className;
  const attributes: Record<string, string> = Array.isArray(names) ? { class: names.join(' ') } : {};
  return [element(node.tagName, attributes, node.children.flatMap(fromHast))];
}
