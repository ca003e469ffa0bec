import type { HtmlNode } from './tree';

const attributes = ['href', 'src', 'poster', 'cite'];

/** The path of an address on one of these hosts (`example.org:8080`); others are unchanged. */
export function ownPath(address: string, hosts: readonly string[]): string {
  if (!/^https?:\/\//i.test(address) || !URL.canParse(address)) return address;
  const url = new URL(address);
  if (!hosts.includes(url.host) || url.username || url.password) return address;
  // A leading "//" would lead to another host.
  return url.pathname.startsWith('//') ? address : `${url.pathname}${url.search}${url.hash}`;
}

/** Makes URLs of the site's own hosts relative, so that they survive a change of host. */
export function makeOwnRelative(nodes: readonly HtmlNode[], hosts: readonly string[]) {
  for (const node of nodes) {
    // An embed's attribute and link must stay equal.
    if (node.type === 'text' || 'data-embed' in node.attributes) continue;
    for (const name of attributes) {
      const address = node.attributes[name];
      if (address) node.attributes[name] = ownPath(address, hosts);
    }
    makeOwnRelative(node.children, hosts);
  }
}
