import type { Problem } from '../../drafts';
import type { ExportFile } from '../../importer';
import type { Repairs } from './repair';

/** What was repaired in a file, and what a truncated one lost, as lines of the report. */
export function repairLines(
  { label }: ExportFile,
  { repairs, lost }: { repairs: Repairs; lost: string | null },
): Problem[] {
  const where = label || 'the whole file';
  const corrected: [number, string][] = [
    [repairs.ampersands, 'raw & written as text'],
    [repairs.cdataEnds, ']]> inside a text kept as text'],
    [repairs.controlCharacters, 'control characters left out'],
  ];
  const lines = corrected
    .filter(([count]) => count > 0)
    .map(([count, what]) => ({ where, why: `The file is not well-formed and was repaired: ${count} × ${what}.` }));
  if (repairs.strayStart > 0) lines.push({ where, why: 'Characters before its beginning were left out.' });
  if (repairs.endText) lines.push({ where, why: 'Characters after its end were left out.' });
  if (lost) lines.push({ where: label ? `the end of ${label}` : 'the end of the file', why: lost });
  return lines;
}
