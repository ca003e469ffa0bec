import { appendText, element, textOf, type HtmlElement, type HtmlNode } from './tree';
import { safeUrl } from './urls';

/** Marks the placeholder of an image that was not copied; its value is the source address or "". */
export const MISSING_IMAGE = 'data-missing-image';

export const NAMELESS_IMAGE = 'Image';

/** The stored placeholder of an image that was not copied: a link with its description. */
export function missingImageFigure(address: string, label: string, caption: HtmlNode[]): HtmlElement {
  const words: HtmlNode[] = [];
  appendText(words, label.replace(/\s+/g, ' ').trim() || NAMELESS_IMAGE);
  const content = address ? [element('a', { href: address }, words)] : words;
  return element('figure', { [MISSING_IMAGE]: address }, [...content, ...caption]);
}

/** Parses such a figure; null if it is another one. */
export function missingImageOf(node: HtmlElement, content: readonly HtmlNode[]) {
  if (!(MISSING_IMAGE in node.attributes)) return null;
  const given = safeUrl(node.attributes[MISSING_IMAGE], 'media') ?? '';
  const address = /^https?:/i.test(given) && URL.canParse(given) ? new URL(given).href : '';
  return { address, label: textOf(content) };
}
