import type { Node } from '@tiptap/pm/model';
import { element, isBlank, type HtmlElement, type HtmlNode } from '@/lib/html/tree';
import { preservedAttributes, ordered, Unknown } from './preserved-attributes';
import type { HtmlReader } from './html-reader';

type Section = 'thead' | 'tbody' | 'tfoot';

const sections = ['thead', 'tbody', 'tfoot'];

/** A table's rows in order, each with its section and whether it was the first of it. */
export function readTable(reader: HtmlReader, node: HtmlElement): Node {
  const rows: Node[] = [];
  let caption: HtmlNode[] | null = null;
  for (const child of elementsOf(node)) {
    if (child.name === 'caption' && rows.length === 0 && !preservedAttributes(child)) caption = child.children;
    else if (sections.includes(child.name) && !preservedAttributes(child)) {
      for (const [index, row] of elementsOf(child).entries()) {
        rows.push(readRow(reader, row, { section: child.name, isFirst: index === 0 }));
      }
    } else throw new Unknown(child.name);
  }
  return reader.node('table', { preserved: preservedAttributes(node), caption, frame: null }, rows);
}

function readRow(reader: HtmlReader, row: HtmlElement, place: { section: string; isFirst: boolean }) {
  if (row.name !== 'tr' || preservedAttributes(row)) throw new Unknown(row.name);
  const cells = elementsOf(row).map((cell) => {
    if (cell.name !== 'td' && cell.name !== 'th') throw new Unknown(cell.name);
    // A rowspan to the end of the section, whose length the editor does not know.
    if (cell.attributes.rowspan === '0') throw new Unknown('rowspan');
    const blocks = reader.readFlow(cell.children, 'item');
    const attributes = {
      colspan: Number(cell.attributes.colspan ?? 1),
      rowspan: Number(cell.attributes.rowspan ?? 1),
      preserved: preservedAttributes(cell, { own: ['colspan', 'rowspan'] }),
    };
    const content = blocks.length > 0 ? blocks : [reader.node('paragraph', null)];
    return reader.node(cell.name === 'th' ? 'tableHeader' : 'tableCell', attributes, content);
  });
  return reader.node('tableRow', place, cells);
}

function elementsOf(node: HtmlElement): HtmlElement[] {
  return node.children.flatMap((child) => {
    if (child.type === 'element') return [child];
    if (!isBlank(child.value)) throw new Unknown('#text');
    return [];
  });
}

type WriteFlow = (parent: Node) => HtmlNode[];

export function writeTable(table: Node, writeFlow: WriteFlow): HtmlElement {
  const groups: { section: Section; rows: HtmlNode[] }[] = [];
  const rows = table.children;
  for (const [index, row] of rows.entries()) {
    const section = sectionOf(row, index, rows);
    if (groups.at(-1)?.section !== section || row.attrs.isFirst) groups.push({ section, rows: [] });
    groups.at(-1)?.rows.push(
      element(
        'tr',
        {},
        row.children.map((cell) => writeCell(cell, writeFlow)),
      ),
    );
  }
  const { caption, frame, preserved } = table.attrs as {
    caption: HtmlNode[] | null;
    frame: Record<string, string> | null;
    preserved: Record<string, string> | null;
  };
  const written = element('table', ordered('table', preserved), [
    ...(caption ? [element('caption', {}, caption)] : []),
    ...groups.map((group) => element(group.section, {}, group.rows)),
  ]);
  return frame ? element('figure', ordered('figure', frame), [written]) : written;
}

/** A new row belongs to the head if a head row follows it, else to the body. */
function sectionOf(row: Node, index: number, rows: readonly Node[]): Section {
  const own = row.attrs.section as Section | null;
  if (own) return own;
  if (rows.slice(index).some(({ attrs }) => attrs.section === 'thead')) return 'thead';
  if (index === 0 && row.children.every(({ type }) => type.name === 'tableHeader')) return 'thead';
  return rows.slice(0, index).some(({ attrs }) => attrs.section === 'tfoot') ? 'tfoot' : 'tbody';
}

function writeCell(cell: Node, writeFlow: WriteFlow) {
  const name = cell.type.name === 'tableHeader' ? 'th' : 'td';
  const { colspan, rowspan, preserved } = cell.attrs;
  const spans = { ...(colspan > 1 ? { colspan } : {}), ...(rowspan > 1 ? { rowspan } : {}) };
  return element(name, ordered(name, spans, preserved), writeFlow(cell));
}
