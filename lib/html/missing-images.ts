import { appendText, element, textOf, type HtmlElement, type HtmlNode } from './tree';
import { safeUrl } from './urls';

/** What marks the place of a picture that came with a text and is not here (yet); its value is where it lay, or "". */
export const MISSING_IMAGE = 'data-missing-image';

/** What a place is called whose picture had no description. */
export const NAMELESS_IMAGE = 'Image';

/** The stored placeholder of an image that could not be copied: its address, as a link, and its description. */
export function missingImageFigure(address: string, label: string, caption: HtmlNode[]): HtmlElement {
  const words: HtmlNode[] = [];
  appendText(words, label.replace(/\s+/g, ' ').trim() || NAMELESS_IMAGE);
  const content = address ? [element('a', { href: address }, words)] : words;
  return element('figure', { [MISSING_IMAGE]: address }, [...content, ...caption]);
}

/** Reads such a figure back, whatever its content; null if it is not one. */
export function missingImageOf(node: HtmlElement, content: readonly HtmlNode[]) {
  if (!(MISSING_IMAGE in node.attributes)) return null;
  const given = safeUrl(node.attributes[MISSING_IMAGE], 'media') ?? '';
  const address = /^https?:/i.test(given) && URL.canParse(given) ? new URL(given).href : '';
  return { address, label: textOf(content) };
}
