/** A table for spreadsheets. A cell that one would run as a formula begins with an apostrophe. */
export function writeCsv(columns: readonly string[], rows: readonly (readonly (string | number)[])[]) {
  return [columns, ...rows].map((row) => `${row.map(cell).join(',')}\r\n`).join('');
}

function cell(value: string | number) {
  if (typeof value === 'number') return String(value);
  const text = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return `"${text.replaceAll('"', '""')}"`;
}
