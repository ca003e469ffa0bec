import { parseHtml } from '@/lib/html/parsing';
import { elementsIn } from '@/lib/html/tree';
import { toHtml } from '@/lib/html/writing';

const addresses = ['href', 'src', 'poster', 'cite', 'action'];

/**
 * Makes every address in a piece of HTML absolute, because a feed is read elsewhere. It is done on the tree: whatever
 * stands in an address, and code that talks about addresses is text and stays as it is.
 */
export function withAbsoluteUrls(html: string, base: string) {
  const nodes = parseHtml(html);
  for (const { attributes } of elementsIn(nodes)) {
    for (const name of addresses) {
      const value = attributes[name];
      if (value !== undefined) attributes[name] = absolute(value, base);
    }
    if (attributes.srcset !== undefined) attributes.srcset = absoluteSet(attributes.srcset, base);
  }
  return toHtml(nodes);
}

function absoluteSet(value: string, base: string) {
  const parts = value.split(/,\s+/).map((part) => part.trim().replace(/^\S+/, (address) => absolute(address, base)));
  return parts.join(', ');
}

function absolute(value: string, base: string) {
  if (/^[a-z][a-z0-9+.-]*:/i.test(value)) return value;
  return URL.parse(value, base)?.href ?? value;
}
