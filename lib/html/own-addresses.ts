import type { HtmlNode } from './tree';

const attributes = ['href', 'src', 'poster', 'cite'];

/** An address of one of these hosts (`example.org:8080`) as a path of the site; every other address as it is. */
export function ownPath(address: string, hosts: readonly string[]): string {
  if (!/^https?:\/\//i.test(address) || !URL.canParse(address)) return address;
  const url = new URL(address);
  if (!hosts.includes(url.host) || url.username || url.password) return address;
  // "//" at the beginning would lead to another host.
  return url.pathname.startsWith('//') ? address : `${url.pathname}${url.search}${url.hash}`;
}

/** Makes URLs of the site's own hosts relative, so that they follow the site when it moves. */
export function makeOwnRelative(nodes: readonly HtmlNode[], hosts: readonly string[]) {
  for (const node of nodes) {
    // An embed names its address twice, and both are to be the same.
    if (node.type === 'text' || 'data-embed' in node.attributes) continue;
    for (const name of attributes) {
      const address = node.attributes[name];
      if (address) node.attributes[name] = ownPath(address, hosts);
    }
    makeOwnRelative(node.children, hosts);
  }
}
