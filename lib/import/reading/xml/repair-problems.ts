import type { Problem } from '../../drafts';
import type { ExportFile } from '../../importer';
import type { Repairs } from './repair';
import { repairLines } from './repair-lines';

/** What was repaired in a file, and what a truncated one lost, as lines of the report. */
export function repairProblems(
  file: ExportFile,
  { repairs, lost }: { repairs: Repairs; lost: string | null },
): Problem[] {
  const { label } = file;
  const where = label || 'the whole file';
  const lines = repairLines(file, repairs);
  if (repairs.strayStart > 0) lines.push({ where, why: 'Characters before its beginning were left out.' });
  if (repairs.endText) lines.push({ where, why: 'Characters after its end were left out.' });
  if (lost) lines.push({ where: label ? `the end of ${label}` : 'the end of the file', why: lost });
  return lines;
}
