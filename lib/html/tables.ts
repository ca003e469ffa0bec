import { allowedAttributes } from './allowed';
import { flowOf, leafOf, type Flow } from './flow';
import { element, type HtmlElement, type HtmlNode } from './tree';

const sections = ['thead', 'tbody', 'tfoot'];

/** Sanitises a table to caption, sections, rows and cells; other content is moved after it. */
export function tableOf(node: HtmlElement, within: Flow): HtmlNode[] {
  const strays: HtmlNode[] = [];
  const children: HtmlNode[] = [];
  const caption = elements(node).find(({ name }) => name === 'caption');
  const label = caption ? leafOf(caption.children, within) : [];
  if (label.length > 0) children.push(element('caption', {}, label));
  for (const child of node.children) {
    if (child === caption) continue;
    if (child.type === 'text' || !sections.includes(child.name)) strays.push(child);
    else children.push(...sectionOf(child, within, strays));
  }
  const after = flowOf(strays, { ...within, depth: within.depth - 1 });
  const hasRows = children.some((child) => child.type === 'element' && child.name !== 'caption');
  if (hasRows) return [element('table', allowedAttributes(node), children), ...after];
  return label.length > 0 ? [element('p', {}, label), ...after] : after;
}

function sectionOf(section: HtmlElement, within: Flow, strays: HtmlNode[]) {
  const rows: HtmlNode[] = [];
  for (const row of section.children) {
    if (row.type === 'text' || row.name !== 'tr') strays.push(row);
    else rows.push(...rowOf(row, within, strays));
  }
  return rows.length > 0 ? [element(section.name, {}, rows)] : [];
}

function rowOf(row: HtmlElement, within: Flow, strays: HtmlNode[]) {
  const cells: HtmlNode[] = [];
  for (const cell of row.children) {
    if (cell.type === 'text' || (cell.name !== 'td' && cell.name !== 'th')) strays.push(cell);
    else
      cells.push(element(cell.name, allowedAttributes(cell), flowOf(cell.children, { ...within, paragraphs: false })));
  }
  return cells.length > 0 ? [element('tr', {}, cells)] : [];
}

function elements(node: HtmlElement) {
  return node.children.filter((child) => child.type === 'element');
}
