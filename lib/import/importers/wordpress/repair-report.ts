import type { Problem } from '../../drafts';
import type { ExportFile } from '../../importer';
import type { Repairs } from '../../reading/xml/repair';
import { repairLines } from '../../reading/xml/repair-lines';
import { errorMessageIn, quotationOf } from './stray-output';

/** Reports repairs, and what a truncated file lost. */
export function reportRepairs(
  problems: Problem[],
  file: ExportFile,
  { repairs, lost }: { repairs: Repairs; lost: string | null },
) {
  const { label } = file;
  const where = label || 'the whole file';
  problems.push(...repairLines(file, repairs));
  if (repairs.strayStart > 0) problems.push({ where, why: describeStray('The file begins with', repairs.startText) });
  if (repairs.endText) problems.push({ where, why: describeStray('The export is followed by', repairs.endText) });
  if (lost) problems.push({ where: label ? `the end of ${label}` : 'the end of the file', why: lost });
}

function describeStray(where: string, text: string) {
  const message = errorMessageIn(text);
  if (message) return `${where} an error message of the old site, which was left out: ${message}.`;
  const quotation = quotationOf(text);
  return quotation
    ? `${where} text that is not part of the export and was left out: ${quotation}.`
    : `${where} characters that are not part of the export and were left out.`;
}
