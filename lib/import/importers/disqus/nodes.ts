import type { XmlNode } from '../../reading/xml/records';

/** The text of a child, without spaces around it; "" if there is none. */
export function factOf(node: XmlNode | undefined, name: string) {
  return childOf(node, name)?.text.trim() ?? '';
}

export function childOf(node: XmlNode | undefined, name: string) {
  return node?.children.find((child) => child.name === name);
}

/** The id that Disqus gave: "dsq:id", whatever the prefix. */
export function idOf(node: XmlNode | undefined) {
  const entry = Object.entries(node?.attributes ?? {}).find(([name]) => /^(?:.+:)?id$/.test(name));
  return entry?.[1].trim() ?? '';
}

export function isTrue(node: XmlNode, name: string) {
  return /^(?:true|1)$/i.test(factOf(node, name));
}
