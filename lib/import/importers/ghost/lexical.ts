import { escapeAttribute, escapeText } from '@/lib/html/writing';
import { cardHtml, type CardNotes } from './cards';
import { isRow, rowsOf, textOf, type Row } from './rows';

/** Deeper content is left out; no editor nests so far. */
const MAX_DEPTH = 60;

/** The bits of a text's format and their elements, the outermost first. */
const formats: [number, string][] = [
  [128, 'mark'],
  [1, 'strong'],
  [2, 'em'],
  [4, 's'],
  [8, 'u'],
  [32, 'sub'],
  [64, 'sup'],
  [16, 'code'],
];

/** The HTML of a document of the present editor. */
export function lexicalToHtml(document: Row, notes: CardNotes): string {
  const root = isRow(document.root) ? document.root : document;
  return childrenHtml(root, notes, 0);
}

function childrenHtml(node: Row, notes: CardNotes, depth: number): string {
  if (depth > MAX_DEPTH) return '';
  return rowsOf(node, 'children')
    .map((child) => nodeHtml(child, notes, depth + 1))
    .join('');
}

function nodeHtml(node: Row, notes: CardNotes, depth: number): string {
  const type = textOf(node, 'type').replace(/^extended-/, '');
  if (type === 'text' || type === 'tk') return formatted(node);
  if (type === 'linebreak') return '<br>';
  if (type === 'tab') return '\t';
  const write = Object.hasOwn(elements, type) ? elements[type] : undefined;
  if (write) return write(node, childrenHtml(node, notes, depth));
  const inner = childrenHtml(node, notes, depth);
  return inner || cardHtml(type, node, notes);
}

const elements: Record<string, (node: Row, inner: string) => string> = {
  paragraph: (_, inner) => wrapped('p', inner),
  heading: (node, inner) => wrapped(/^h[1-6]$/.test(textOf(node, 'tag')) ? textOf(node, 'tag') : 'h2', inner),
  quote: (_, inner) => wrapped('blockquote', inner),
  aside: (_, inner) => wrapped('blockquote', inner),
  list: listHtml,
  listitem: (node, inner) => `<li${checkOf(node)}>${inner}</li>`,
  link: linkHtml,
  autolink: linkHtml,
  'at-link': linkHtml,
};

function wrapped(name: string, inner: string) {
  return inner ? `<${name}>${inner}</${name}>` : '';
}

function listHtml(node: Row, inner: string) {
  const kind = textOf(node, 'listType');
  if (kind === 'check') return `<ul data-type="taskList">${inner}</ul>`;
  const start = Number(node.start);
  if (kind !== 'number') return `<ul>${inner}</ul>`;
  return `<ol${Number.isInteger(start) && start > 1 ? ` start="${start}"` : ''}>${inner}</ol>`;
}

function checkOf(node: Row) {
  return typeof node.checked === 'boolean' ? ` data-checked="${node.checked}"` : '';
}

function linkHtml(node: Row, inner: string) {
  const url = textOf(node, 'url');
  const rel = textOf(node, 'rel');
  return url ? `<a href="${escapeAttribute(url)}"${rel ? ` rel="${escapeAttribute(rel)}"` : ''}>${inner}</a>` : inner;
}

function formatted(node: Row) {
  const bits = Number(node.format) || 0;
  const names = formats.filter(([bit]) => (bits & bit) !== 0).map(([, name]) => name);
  const words = escapeText(textOf(node, 'text'));
  if (words === '') return '';
  return names.reduceRight((inner, name) => `<${name}>${inner}</${name}>`, words);
}
