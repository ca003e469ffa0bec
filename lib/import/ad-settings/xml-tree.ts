import { SaxesParser } from 'saxes';

export type XmlElement = { name: string; attributes: Record<string, string>; text: string; children: XmlElement[] };

const MAX_DEPTH = 200;
const MAX_ELEMENTS = 200_000;

/**
 * The elements of a small document; null if it is none. What is not well-formed is skipped over, because themes are written
 * by hand; entities that a document defines are not expanded.
 */
export function parseXmlTree(text: string): XmlElement | null {
  const root: XmlElement = { name: '', attributes: {}, text: '', children: [] };
  const open = [root];
  let count = 0;
  const parser = new SaxesParser();
  const addText = (piece: string) => {
    const current = open.at(-1);
    if (current) current.text += piece;
  };
  parser.on('error', () => {});
  parser.on('opentag', ({ name, attributes }) => {
    count += 1;
    if (open.length > MAX_DEPTH || count > MAX_ELEMENTS) throw new RangeError('too many elements');
    const element: XmlElement = { name, attributes: { ...attributes }, text: '', children: [] };
    open.at(-1)?.children.push(element);
    open.push(element);
  });
  parser.on('closetag', () => void (open.length > 1 && open.pop()));
  parser.on('text', addText);
  parser.on('cdata', addText);
  try {
    parser.write(text).close();
  } catch {
    return null;
  }
  return root.children[0] ?? null;
}

export function childOf(element: XmlElement | undefined, name: string) {
  return element?.children.find((child) => child.name === name);
}

/** Every element of this name, at any depth. */
export function allNamed(element: XmlElement, name: string): XmlElement[] {
  return element.children.flatMap((child) => [...(child.name === name ? [child] : []), ...allNamed(child, name)]);
}
