import { momentOf } from '../../reading/moments';

/** A row of a table of the export: the columns vary by version. */
export type Row = Record<string, unknown>;

export function isRow(value: unknown): value is Row {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A column as text; "" if it is empty or absent. */
export function textOf(row: Row, name: string) {
  const value = row[name];
  if (typeof value === 'string') return value;
  return typeof value === 'number' && Number.isFinite(value) ? String(value) : '';
}

export function isSet(row: Row, name: string) {
  const value = row[name];
  return value === true || value === 1 || value === '1' || value === 'true';
}

export function dateOf(row: Row, name: string) {
  return momentOf(row[name]);
}

/** The rows of a column that is a list of them, as in answers of the API. */
export function rowsOf(row: Row, name: string): Row[] {
  const value = row[name];
  return Array.isArray(value) ? value.filter(isRow) : [];
}

/** A JSON text as an object; null for anything else. */
export function parsedRow(json: string): Row | null {
  try {
    const value: unknown = JSON.parse(json);
    return isRow(value) ? value : null;
  } catch {
    return null;
  }
}
