import { ID_PREFIX } from '@/lib/html/allowed';
import { elementsIn, textOf, type HtmlElement, type HtmlNode } from '@/lib/html/tree';
import { isNoteMark } from './footnotes';
import { slugify } from '../publishing/slugs';

/** Ids used by the page around the body. */
const taken =
  /^(main|content|comments?|comment-.*|top|search|menu|nav|footer|header|share|subscribe|fn-.*|fnref-.*|fnp-.*|zoom-.*)$/;

/** Gives every heading a stable id made from its words and redirects links within the text to it. */
export function nameHeadings(nodes: readonly HtmlNode[]) {
  const elements = elementsIn(nodes);
  const used = new Set(elements.flatMap(({ attributes }) => attributes.id ?? []));
  const numbers = new Map<string, number>();
  for (const node of elements) {
    if (!/^h[2-6]$/.test(node.name)) continue;
    const words = textOf(node.children.filter(isNoMark)).replace(/\s+/g, ' ').trim();
    const id = node.attributes.id ?? freeId(words, used, numbers);
    node.attributes = { ...node.attributes, id };
  }
  leadToHeadings(elements, used);
}

function isNoMark(node: HtmlNode) {
  return node.type === 'text' || !isNoteMark(node);
}

function freeId(words: string, used: Set<string>, numbers: Map<string, number>) {
  const slug = slugify(words) || 'section';
  const base = taken.test(slug) ? `section-${slug}` : slug;
  let number = numbers.get(base) ?? 1;
  let id = number === 1 ? base : `${base}-${number}`;
  while (used.has(id)) {
    number += 1;
    id = `${base}-${number}`;
  }
  numbers.set(base, number + 1);
  used.add(id);
  return id;
}

// Links within the text carry the prefix of authors' ids; generated ids have none.
function leadToHeadings(elements: HtmlElement[], used: Set<string>) {
  for (const { name, attributes } of elements) {
    const target = name === 'a' && attributes.href?.startsWith(`#${ID_PREFIX}`) ? attributes.href.slice(1) : null;
    if (!target || used.has(target)) continue;
    const bare = target.slice(ID_PREFIX.length);
    if (used.has(bare)) attributes.href = `#${bare}`;
  }
}
