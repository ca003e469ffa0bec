import type { Problem } from '../../drafts';
import { placeIn, type ExportFile } from '../../importer';
import { repairKinds, type RepairKind, type Repairs } from './repair';

const words: Record<RepairKind, string> = {
  ampersands: 'raw & written as text',
  cdataEnds: ']]> inside a text kept as text',
  controlCharacters: 'control characters left out',
  attributes: 'quotes put around an attribute',
};
const MAX_NAMED = 3;

/** What was repaired inside a file, with the first lines of each kind. */
export function repairLines(file: Pick<ExportFile, 'label'>, repairs: Repairs): Problem[] {
  const lines = repairKinds
    .filter((kind) => repairs[kind] > 0)
    .map((kind) => ({
      where: placeIn(file, linesInWords(repairs.lines[kind])),
      why: `The file is not well-formed and was repaired: ${repairs[kind]} × ${words[kind]}.`,
    }));
  return repairs.others ? [...lines, { where: file.label || 'the whole file', why: repairs.others }] : lines;
}

function linesInWords(lines: readonly number[]) {
  if (lines.length === 1) return `line ${lines[0]}`;
  const named = lines.slice(0, MAX_NAMED).join(', ');
  return lines.length > MAX_NAMED ? `lines ${named} and more` : `lines ${named}`;
}
