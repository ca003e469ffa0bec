import { readFile } from 'node:fs/promises';
import type { ExportFile } from '../../importer';
import type { Outline } from './outline';

const names: [RegExp, string][] = [
  [/^blog_name$/, 'BLOG_NAME'],
  [/^blog_description$/, 'BLOG_DESCRIPTION'],
  [/^blog_time_?zone$/, 'BLOG_TIME_ZONE'],
  [/^blog_custom_domain$|^custom_domain$/, 'CUSTOM_DOMAIN'],
  [/^blog_subdomain$|^subdomain$/, 'SUBDOMAIN'],
];
const MAX_LENGTH = 1_000_000;

/** The settings of a Takeout: names in the first line, values in the second. */
export async function readSettingsFile(file: ExportFile, { settings }: Outline) {
  const text = (await readFile(file.path, 'utf8')).slice(0, MAX_LENGTH).replace(/^\uFEFF/, '');
  const [head = [], values = []] = rowsOf(text);
  for (const [at, column] of head.entries()) {
    const name = names.find(([pattern]) => pattern.test(column.trim().toLowerCase()))?.[1];
    const value = values[at]?.trim();
    if (name && value && !settings.has(name)) settings.set(name, value);
  }
}

/** The first two rows; quoted fields may hold commas, quotes and line breaks. */
function rowsOf(text: string) {
  const rows: string[][] = [[]];
  for (const [, quoted, plain = '', end = ''] of text.matchAll(/(?:"((?:[^"]|"")*)"|([^,\r\n]*))(,|\r?\n|$)/g)) {
    rows.at(-1)?.push(quoted === undefined ? plain : quoted.replaceAll('""', '"'));
    if (end !== ',' && rows.length === 2) break;
    if (end !== ',') rows.push([]);
  }
  return rows;
}
