import type { XmlNode } from '../../reading/xml/records';

export function factOf(text: string) {
  return text.trim();
}

/** The text of the first of these children that has one. */
export function childText({ children }: XmlNode, ...names: readonly string[]) {
  for (const name of names) {
    const found = children.find((child) => child.name === name && child.text.trim() !== '');
    if (found) return found.text.trim();
  }
  return '';
}

/** The address of a page among links of Atom, which say what they are, or of RSS. */
export function linkOf(links: readonly XmlNode[]) {
  const own = links.find(
    ({ attributes: { href, rel = 'alternate', type = 'text/html' } }) =>
      href && rel === 'alternate' && /^(?:text\/html|application\/xhtml\+xml)$/i.test(type),
  );
  return own?.attributes.href?.trim() ?? links.find(({ text }) => text.trim() !== '')?.text.trim() ?? '';
}
