import type { ExportFile } from '../importer';
import { printable } from './entry-names';

/** `archive`: the name of the archive that it was in; null for a file as it was given. */
export type FoundExport = Omit<ExportFile, 'label'> & { archive: string | null };

/** Names exports for the report: nothing for a lone file, and otherwise what tells each from the others. */
export function labelExports(exports: readonly FoundExport[], givenCount: number): ExportFile[] {
  const isAlone = givenCount === 1 && exports.every(({ archive }) => archive === null);
  const isRepeated = repeatedIn(exports.map(({ name }) => name));
  const long = exports.map(({ name, archive }) => (isRepeated(name) && archive ? `${name} in ${archive}` : name));
  const isStillRepeated = repeatedIn(long);
  const counts = new Map<string, number>();
  return exports.map(({ path, name }, at) => {
    const label = long[at] ?? name;
    const nth = (counts.get(label) ?? 0) + 1;
    counts.set(label, nth);
    const whole = isStillRepeated(label) ? `${label} (${nth})` : label;
    return { path, name, label: isAlone ? '' : printable(whole) };
  });
}

function repeatedIn(names: readonly string[]) {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return (name: string) => (counts.get(name) ?? 0) > 1;
}
