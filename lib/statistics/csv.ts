/** A table for spreadsheets. A cell that one would run as a formula begins with an apostrophe. */
export function writeCsv(columns: readonly string[], rows: readonly (readonly (string | number)[])[]) {
  return writeRows([columns, ...rows]);
}

/** Rows of such a table, where it is written in parts. */
export function writeRows(rows: readonly (readonly (string | number)[])[]) {
  return rows.map((row) => `${row.map(cell).join(',')}\r\n`).join('');
}

function cell(value: string | number) {
  if (typeof value === 'number') return String(value);
  const text = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return `"${text.replaceAll('"', '""')}"`;
}
