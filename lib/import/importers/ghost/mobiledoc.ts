import { escapeAttribute, escapeText } from '@/lib/html/writing';
import { cardHtml, type CardNotes } from './cards';
import { isRow, textOf, type Row } from './rows';

/** The kinds of sections (Mobiledoc 0.3). */
const MARKUP = 1;
const IMAGE = 2;
const LIST = 3;
const CARD = 10;
const ATOM = 1;

const sectionNames = /^(?:p|h[1-6]|blockquote|aside|pull-quote)$/;
const listNames = /^[uo]l$/;
const markupNames = /^(?:a|b|strong|em|i|s|strike|u|code|sub|sup|mark)$/;

/** The HTML of a document of the former editor. */
export function mobiledocToHtml(document: Row, notes: CardNotes): string {
  return listOf(document.sections)
    .map((section) => sectionHtml(listOf(section), document, notes))
    .join('\n');
}

function sectionHtml([kind, name, content]: unknown[], document: Row, notes: CardNotes): string {
  if (kind === MARKUP) return wrapped(String(name), lineHtml(listOf(content), document));
  if (kind === IMAGE) return cardHtml('image', { src: name }, notes);
  if (kind === CARD) {
    const [card, payload] = listOf(listOf(document.cards)[Number(name)]);
    return typeof card === 'string' ? cardHtml(card, isRow(payload) ? payload : {}, notes) : '';
  }
  if (kind !== LIST) return '';
  const list = listNames.test(String(name)) ? String(name) : 'ul';
  const items = listOf(content).map((item) => `<li>${lineHtml(listOf(item), document)}</li>`);
  return `<${list}>${items.join('')}</${list}>`;
}

function wrapped(name: string, inner: string) {
  const element = sectionNames.test(name) ? name.replace(/^aside$|^pull-quote$/, 'blockquote') : 'p';
  return inner ? `<${element}>${inner}</${element}>` : '';
}

/** Markers open elements before their text and close the innermost after it. */
function lineHtml(markers: readonly unknown[], document: Row) {
  const markups = listOf(document.markups);
  const open: string[] = [];
  let html = '';
  for (const marker of markers) {
    const [kind, opened, closed, value] = listOf(marker);
    for (const index of listOf(opened)) {
      const [name, attributes] = listOf(markups[Number(index)]);
      const tag = typeof name === 'string' && markupNames.test(name.toLowerCase()) ? name.toLowerCase() : 'span';
      open.push(tag);
      html += `<${tag}${tag === 'a' ? linkAttributes(listOf(attributes)) : ''}>`;
    }
    html += kind === ATOM ? atomHtml(listOf(document.atoms)[Number(value)]) : escapeText(stringOf(value));
    for (let count = Number(closed) || 0; count > 0 && open.length > 0; count -= 1) html += `</${open.pop()}>`;
  }
  return (
    html +
    open
      .toReversed()
      .map((tag) => `</${tag}>`)
      .join('')
  );
}

function atomHtml(atom: unknown) {
  const [name, words] = listOf(atom);
  return name === 'soft-return' ? '<br>' : escapeText(stringOf(words));
}

/** Names and values take turns in one list. */
function linkAttributes(list: readonly unknown[]) {
  return ['href', 'rel']
    .map((name) => {
      const at = list.findIndex((one, index) => index % 2 === 0 && one === name);
      const value = at < 0 ? '' : stringOf(list[at + 1]);
      return value && ` ${name}="${escapeAttribute(value)}"`;
    })
    .join('');
}

function stringOf(value: unknown) {
  return textOf({ value }, 'value');
}

function listOf(value: unknown): unknown[] {
  return Array.isArray(value) ? value : [];
}
