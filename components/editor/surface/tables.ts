import { ancestor, placeCaret } from './selection';

export type TableAct = 'row-below' | 'column-after' | 'delete-row' | 'delete-column' | 'delete-table';

/** Changes the table round the caret. */
export function changeTable(sheet: HTMLElement, node: Node | null, act: TableAct) {
  const cell = ancestor(sheet, node, 'td, th');
  const row = cell?.parentElement;
  const table = ancestor(sheet, node, 'table');
  if (!(cell instanceof HTMLTableCellElement) || !(row instanceof HTMLTableRowElement) || !table) return;
  const rows = [...table.querySelectorAll('tr')];
  const column = [...row.cells].indexOf(cell);
  if (act === 'delete-table') return leave(table);
  if (act === 'row-below') return placeCaret(addRow(row).cells[column]!);
  if (act === 'column-after') {
    for (const line of rows) line.cells[column]?.after(emptyCell(line.cells[column]!.tagName));
    return placeCaret(row.cells[column + 1]!);
  }
  const isLast = act === 'delete-row' ? rows.length === 1 : row.cells.length === 1;
  if (isLast) return leave(table);
  if (act === 'delete-row') row.remove();
  else for (const line of rows) line.cells[column]?.remove();
  placeCaret(table.querySelector('td, th')!);
}

/** Tab walks through the cells; behind the last one it makes a new row. Answers whether it did anything. */
export function walkTable(sheet: HTMLElement, node: Node | null, backwards: boolean) {
  const cell = ancestor(sheet, node, 'td, th');
  const table = ancestor(sheet, node, 'table');
  if (!cell || !table) return false;
  const cells = [...table.querySelectorAll<HTMLElement>('td, th')];
  const next = cells[cells.indexOf(cell) + (backwards ? -1 : 1)];
  if (next) placeCaret(next);
  else if (!backwards && cell.parentElement instanceof HTMLTableRowElement)
    placeCaret(addRow(cell.parentElement).cells[0]!);
  return true;
}

function addRow(row: HTMLTableRowElement) {
  const added = document.createElement('tr');
  for (let column = 0; column < row.cells.length; column += 1) added.append(emptyCell('TD'));
  const body = row.closest('thead')?.parentElement?.querySelector('tbody');
  if (row.closest('thead') && body) body.prepend(added);
  else row.after(added);
  return added;
}

function emptyCell(tag: string) {
  const cell = document.createElement(tag);
  cell.append(document.createElement('br'));
  return cell;
}

function leave(table: HTMLElement) {
  const paragraph = document.createElement('p');
  paragraph.append(document.createElement('br'));
  table.replaceWith(paragraph);
  placeCaret(paragraph);
}
