import { readFile, stat } from 'node:fs/promises';
import { placeIn, type ExportFile } from '../../importer';
import { isRow, textOf } from './rows';
import type { RedirectRule, Tables } from './tables';

const MAX_BYTES = 8 * 1024 * 1024;
const MAX_RULES = 20_000;

/** Reads redirects.json or redirects.yaml. What is a pattern with a choice cannot be kept, and is reported. */
export async function readRedirects(file: ExportFile, tables: Tables) {
  const where = placeIn(file, file.name);
  const { size } = await stat(file.path);
  if (size > MAX_BYTES) return void tables.leftOut.push({ where, why: 'It is larger than 8 MB, and was not read.' });
  const text = (await readFile(file.path, 'utf8')).replace(/^\uFEFF/, '');
  const rules = /\.json$/i.test(file.name) ? ofJson(text) : ofYaml(text);
  if (!rules) return void tables.leftOut.push({ where, why: 'It cannot be read as a list of redirects.' });
  for (const { from, to } of rules.slice(0, MAX_RULES)) {
    const paths = plainPathsOf(from);
    if (paths.length === 0 || /\$\d/.test(to))
      tables.leftOut.push({
        where: `redirect ${from.slice(0, 200)}`,
        why: 'It is a pattern: set it up under Redirects.',
      });
    for (const path of /\$\d/.test(to) ? [] : paths) tables.redirects.push({ from: path, to, where });
  }
}

type Pair = Pick<RedirectRule, 'from' | 'to'>;

function ofJson(text: string): Pair[] | null {
  try {
    const list: unknown = JSON.parse(text);
    if (!Array.isArray(list)) return null;
    return list.filter(isRow).map((rule) => ({ from: textOf(rule, 'from'), to: textOf(rule, 'to') }));
  } catch {
    return null;
  }
}

const line = /^\s+(?:"([^"]+)"|'([^']+)'|(\S+?))\s*:\s+(?:"([^"]+)"|'([^']+)'|(\S+))\s*(?:#.*)?$/;

/** Lines of one form below "301:" and "302:". */
function ofYaml(text: string): Pair[] {
  return text.split(/\r?\n/).flatMap((one) => {
    const [, quoted, single, plain, toQuoted, toSingle, toPlain] = line.exec(one) ?? [];
    const [from, to] = [quoted ?? single ?? plain, toQuoted ?? toSingle ?? toPlain];
    return from && to ? [{ from, to }] : [];
  });
}

/** The path that an expression without choices means; none for other expressions. */
export function plainPathsOf(from: string): string[] {
  const bare = from
    .replace(/^\^/, '')
    .replace(/\$$/, '')
    .replace(/\(\?:?\/\)\?$|\/\?$|\[\/\]\?$/, '/')
    .replace(/\\([/.\-_])/g, '$1');
  // A dot that was not escaped is meant as one.
  return /^\/[^\\^$*+?()[\]{}|\s]*$/.test(bare) ? [bare] : [];
}
