import { element, elementsIn, text, type HtmlElement, type HtmlNode } from '@/lib/html/tree';
import { labelMark } from './label-marks';

/**
 * Moves inline notes to a numbered list at the end, linked both ways. Returns the list, or null. Each mark is a link to
 * the list and, where browsers have popovers, a button that shows the note beside it; style sheets show one of the two.
 */
export function collectFootnotes(nodes: readonly HtmlNode[]): HtmlElement | null {
  const items: HtmlElement[] = [];
  for (const node of elementsIn(nodes)) {
    if (!('data-footnote' in node.attributes)) continue;
    const number = items.length + 1;
    items.push(element('li', { id: `fn-${number}` }, [...node.children, text(' '), wayBack(number)]));
    node.name = 'sup';
    node.attributes = { class: 'footnote-ref', id: `fnref-${number}` };
    node.children = [link(number), opener(number)];
  }
  if (items.length === 0) return null;
  return element('section', { class: 'footnotes', 'aria-label': labelMark('notes') }, [element('ol', {}, items)]);
}

/** Adds a copy of each note that the button in the text shows; for the end, as readers' text has no note twice. */
export function addNotePopovers(notes: HtmlElement) {
  const items = elementsIn(notes.children).filter(({ name, attributes }) => name === 'li' && isNoteId(attributes.id));
  notes.children.push(...items.map((item, at) => popover(item, at + 1)));
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

function isNoteId(id = '') {
  return id.startsWith('fn-');
}

function link(number: number) {
  return element('a', { href: `#fn-${number}`, 'aria-label': labelMark('note', String(number)) }, [
    text(String(number)),
  ]);
}

function opener(number: number) {
  const attributes = {
    type: 'button',
    popovertarget: `fnp-${number}`,
    'aria-label': labelMark('note', String(number)),
  };
  return element('button', attributes, [text(String(number))]);
}

function popover(item: HtmlElement, number: number) {
  // Without the space and the link back at its end.
  const words = structuredClone(item.children.slice(0, -2));
  for (const { attributes } of elementsIn(words)) delete attributes.id;
  const closing = { type: 'button', popovertarget: `fnp-${number}`, popovertargetaction: 'hide' };
  return element('div', { popover: '', id: `fnp-${number}`, class: 'note' }, [
    element('div', {}, words),
    element('button', { ...closing, 'aria-label': labelMark('noteClose') }, [text('×')]),
  ]);
}

function wayBack(number: number) {
  const label = labelMark('noteBack', String(number));
  return element('a', { href: `#fnref-${number}`, class: 'footnote-back', 'aria-label': label }, [text('↩')]);
}
