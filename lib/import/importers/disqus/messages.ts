import { parseHtml } from '@/lib/html/parsing';
import { element, elementsIn, type HtmlElement, type HtmlNode } from '@/lib/html/tree';
import { toHtml } from '@/lib/html/writing';
import { AppError } from '@/lib/platform/errors';

const redirector = /^https?:\/\/disq\.us\/(?:url\?|p\/)/i;
/** "@name:disqus" is how Disqus stores whom a comment addresses. */
const mention = /@([\w-]{1,60}):disqus\b/g;

/** A message with the addresses that its author wrote, instead of those that pass by Disqus. */
export function readMessage(html: string) {
  const text = html.replace(mention, '@$1');
  if (!text.includes('disq.us/')) return text;
  try {
    return toHtml(parseHtml(text).map(withPlainLinks));
  } catch (error) {
    if (error instanceof AppError) return text;
    throw error;
  }
}

function withPlainLinks(node: HtmlNode): HtmlNode {
  if (node.type === 'text' || !elementsIn([node]).some(isRedirected)) return node;
  const { attributes } = node;
  const own = isRedirected(node) ? { ...attributes, href: targetOf(attributes.href ?? '') } : attributes;
  return element(node.name, own, node.children.map(withPlainLinks));
}

function isRedirected({ name, attributes }: HtmlElement) {
  return name === 'a' && redirector.test(attributes.href ?? '');
}

// The address is followed by a colon and a signature.
function targetOf(href: string) {
  const target = URL.parse(href)
    ?.searchParams.get('url')
    ?.replace(/:[\w-]{20,40}$/, '');
  return target && URL.canParse(target) ? target : href;
}
