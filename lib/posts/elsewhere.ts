import { element, elementsIn, text, type HtmlElement, type HtmlNode } from '@/lib/html/tree';
import { isExternal } from '@/lib/html/urls';
import { lineOf } from '@/lib/visible-text';

const kinds: Record<string, string> = { img: 'Image', audio: 'Audio', video: 'Video' };

/**
 * Makes plain links of pictures, films and sounds that lie on other sites. A reader's browser loads nothing from
 * elsewhere (the page's policy forbids it), so they would stand there broken; a link says what it is and leads to it.
 */
export function linkElsewhere(nodes: HtmlNode[], siteHost: string, isInLink = false) {
  for (const [at, node] of nodes.entries()) {
    if (node.type === 'text') continue;
    const address = kinds[node.name] ? addressOf(node) : '';
    if (isExternal(address, siteHost)) nodes[at] = linkTo(address, node, isInLink);
    else linkElsewhere(node.children, siteHost, isInLink || node.name === 'a');
  }
}

function addressOf(node: HtmlElement) {
  const source = elementsIn(node.children).find(({ name, attributes }) => name === 'source' && attributes.src);
  return node.attributes.src ?? source?.attributes.src ?? '';
}

function linkTo(address: string, node: HtmlElement, isInLink: boolean): HtmlNode {
  const name = lineOf(node.attributes.alt ?? '') || fileNameOf(address);
  const words = [text(`${kinds[node.name]}: ${name}`)];
  if (isInLink) return element('span', {}, words);
  const link = element('a', { href: address }, words);
  // A picture stands in a line, a player by itself.
  return node.name === 'img' ? link : element('p', {}, [link]);
}

function fileNameOf(address: string) {
  const last = new URL(address).pathname.split('/').findLast(Boolean) ?? address;
  try {
    return decodeURIComponent(last);
  } catch {
    return last;
  }
}
