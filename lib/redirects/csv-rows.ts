export type CsvRow = { line: number; cells: string[] };

/** The rows of a table that a spreadsheet wrote, each with the line it begins on; empty lines are left out. */
export function readCsv(text: string): CsvRow[] {
  const rows: CsvRow[] = [];
  const separator = separatorOf(text);
  let row: CsvRow = { line: 1, cells: [] };
  let line = 1;
  const finish = () => {
    if (row.cells.some((cell) => cell.trim() !== '')) rows.push(row);
    row = { line, cells: [] };
  };
  const cells = new RegExp(
    `(?:"((?:[^"]|"")*)"|([^"${separator}\\r\\n][^${separator}\\r\\n]*)|)(${separator}|\\r\\n?|\\n|$)`,
    'g',
  );
  for (const [whole, quoted, plain = '', end = ''] of text.replace(/^\uFEFF/, '').matchAll(cells)) {
    row.cells.push(quoted === undefined ? plain : quoted.replaceAll('""', '"'));
    line += whole.match(/\r\n?|\n/g)?.length ?? 0;
    if (end !== separator) finish();
  }
  return rows;
}

// Spreadsheets write semicolons where the comma separates decimals.
function separatorOf(text: string) {
  const [first = ''] = text.split(/[\r\n]/, 1);
  return first.includes(';') && !first.includes(',') ? ';' : ',';
}
