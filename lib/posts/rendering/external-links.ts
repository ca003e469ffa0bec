import { element, elementsIn, text, type HtmlElement, type HtmlNode } from '@/lib/html/tree';
import { isOwnUpload } from '@/lib/html/urls';
import { lineOf } from '@/lib/text/visible-text';
import { labelMark, type BodyLabel } from './label-marks';

const kinds: Record<string, BodyLabel> = { img: 'imageOf', audio: 'audioOf', video: 'videoOf' };

/** Replaces external media by links: the content security policy blocks them, and they would show as broken. */
export function markExternalLinks(nodes: HtmlNode[], siteHost: string, isInLink = false) {
  for (const [at, node] of nodes.entries()) {
    if (node.type === 'text') continue;
    const foreign = kinds[node.name] ? addressesOf(node).find((address) => !isOwnUpload(address, siteHost)) : undefined;
    if (foreign) nodes[at] = linkTo(foreign, node, isInLink);
    else markExternalLinks(node.children, siteHost, isInLink || node.name === 'a');
    if (node.attributes.poster && !isOwnUpload(node.attributes.poster, siteHost)) delete node.attributes.poster;
  }
}

function addressesOf(node: HtmlElement) {
  const sources = elementsIn(node.children).filter(({ name }) => name === 'source');
  return [node, ...sources].flatMap(({ attributes }) => attributes.src ?? []);
}

function linkTo(address: string, node: HtmlElement, isInLink: boolean): HtmlNode {
  const name = lineOf(node.attributes.alt ?? '') || fileNameOf(address);
  const words = [text(labelMark(kinds[node.name] ?? 'imageOf', name))];
  if (isInLink) return element('span', {}, words);
  const link = element('a', { href: address }, words);
  return node.name === 'img' ? link : element('p', {}, [link]);
}

function fileNameOf(address: string) {
  const last = new URL(address, 'http://masthead.invalid').pathname.split('/').findLast(Boolean) ?? address;
  try {
    return decodeURIComponent(last);
  } catch {
    return last;
  }
}
