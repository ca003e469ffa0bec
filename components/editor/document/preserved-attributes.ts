import { allowedAttributes, languageOf } from '@/lib/html/allowed';
import type { HtmlElement } from '@/lib/html/tree';

/** Thrown for content that the editor cannot edit: the surrounding block is preserved as HTML instead. */
export class Unknown extends Error {}

export type PreservedAttributes = Record<string, string> | null;

/** The attributes to preserve, if all may be; without those that the editor manages itself. */
export function preservedAttributes(
  node: HtmlElement,
  options: { name?: string; own?: readonly string[] } = {},
): PreservedAttributes {
  const { name = node.name, own = [] } = options;
  const allowed = allowedAttributes(node, name);
  if (name === 'code') {
    const language = languageOf(node);
    if (language) allowed.class = `language-${language}`;
  }
  for (const attribute of Object.keys(node.attributes)) {
    if (!own.includes(attribute) && !(attribute in allowed)) throw new Unknown(attribute);
  }
  const preserved = Object.entries(allowed).filter(([attribute]) => !own.includes(attribute));
  return preserved.length > 0 ? Object.fromEntries(preserved) : null;
}

/** Attributes in the server's order, so that equal texts have equal HTML. */
export function ordered(name: string, ...groups: (Record<string, unknown> | null | undefined)[]) {
  const given: Record<string, string> = {};
  for (const group of groups) {
    for (const [attribute, value] of Object.entries(group ?? {})) {
      if (value !== null && value !== undefined) given[attribute] = String(value);
    }
  }
  const allowed = allowedAttributes({ type: 'element', name, attributes: given, children: [] }, name);
  return given.class && name === 'code' ? { ...allowed, class: given.class } : allowed;
}

/** An image's attributes: source, alt text, and the others unchanged. */
export function imageAttributes(node: HtmlElement) {
  const preserved = preservedAttributes(node, { own: ['src', 'alt'] });
  const { src, alt = '' } = node.attributes;
  if (!src || !/^(https?:|\/|[^:]*$)/i.test(src)) throw new Unknown('src');
  return { src, alt, preserved };
}
