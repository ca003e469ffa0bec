import { tableOf } from './table';

/** Sections of docs/performance.md; `growth` takes an hour and runs apart. */
export type Part = 'figures' | 'growth';

type Measured = {
  /** The cells of each row. */
  rows: string[][];
  /** When, where and of which commit. */
  run: string;
  /** All of the part was measured; otherwise the rows of other measurements stay as they are. */
  isWhole: boolean;
};
type Line = { cells: string[]; run: string };

/** The document with these figures, each with the number of the run that it is of. */
export function withFigures(text: string, part: Part, { rows, run, isWhole }: Measured): string {
  const { before, section, after } = partOf(text, part);
  const lines = new Map((isWhole ? [] : readLines(section)).map((line) => [keyOf(line.cells), line]));
  for (const cells of rows) lines.set(keyOf(cells), { cells, run });
  const sorted = [...lines.values()].toSorted((a, b) => Number(a.cells[0]) - Number(b.cells[0]));
  const runs = [...new Set(sorted.map((line) => line.run))];
  const list = runs.map((each, index) => `${index + 1}. ${each}`).join('\n');
  const table = tableOf(sorted.map((line) => [...line.cells, String(runs.indexOf(line.run) + 1)]));
  return `${before}\n\n${list}\n\n${table}\n\n${after}`;
}

function partOf(text: string, part: Part) {
  const [begin, end] = [`<!-- ${part} -->`, `<!-- /${part} -->`];
  const [start, stop] = [text.indexOf(begin), text.indexOf(end)];
  if (start < 0 || stop < start) throw new Error(`The document has no place for the table: ${begin} … ${end}`);
  const from = start + begin.length;
  return { before: text.slice(0, from), section: text.slice(from, stop), after: text.slice(stop) };
}

function readLines(section: string): Line[] {
  const runs = [...section.matchAll(/^\d+\. (.+)$/gm)].map(([, run = '']) => run);
  return [...section.matchAll(/^\| *\d+ *\|.*\|$/gm)].map(([row]) => {
    const cells = row
      .slice(1, -1)
      .split('|')
      .map((cell) => cell.trim());
    const number = Number(cells.pop());
    return { cells, run: runs[number - 1] ?? '' };
  });
}

// Numbers change from run to run: "lost, of 1334 acknowledged".
function keyOf([target = '', what = '']: string[]) {
  return `${target} ${what.replace(/\d[\d,.]*/g, '0')}`;
}
