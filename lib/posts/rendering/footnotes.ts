import { element, elementsIn, text, type HtmlElement, type HtmlNode } from '@/lib/html/tree';

/** Moves inline notes to a numbered list at the end, linked both ways. Returns the list, or null. */
export function collectFootnotes(nodes: readonly HtmlNode[]): HtmlElement | null {
  const items: HtmlElement[] = [];
  for (const node of elementsIn(nodes)) {
    if (!('data-footnote' in node.attributes)) continue;
    const number = items.length + 1;
    items.push(element('li', { id: `fn-${number}` }, [...node.children, text(' '), wayBack(number)]));
    node.name = 'sup';
    node.attributes = { class: 'footnote-ref' };
    node.children = [
      element('a', { href: `#fn-${number}`, id: `fnref-${number}`, 'aria-label': `Note ${number}` }, [
        text(String(number)),
      ]),
    ];
  }
  if (items.length === 0) return null;
  return element('section', { class: 'footnotes', 'aria-label': 'Notes' }, [element('ol', {}, items)]);
}

/** Separates the plain text of a body from its notes; no other blank line occurs. */
export const BEFORE_NOTES = '\n\n';

/** The plain text of a body without its notes, for excerpts. */
export function withoutNotes(bodyText: string) {
  return bodyText.split(BEFORE_NOTES, 1)[0] ?? '';
}

/** Whether this is a footnote reference or a back link, which is not part of the text. */
export function isNoteMark(node: HtmlElement) {
  return node.attributes.class === 'footnote-ref' || node.attributes.class === 'footnote-back';
}

function wayBack(number: number) {
  return element(
    'a',
    { href: `#fnref-${number}`, class: 'footnote-back', 'aria-label': `Back to the text, note ${number}` },
    [text('↩')],
  );
}
