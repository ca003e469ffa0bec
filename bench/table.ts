/** A limit for the ratio is `atMost` or `atLeast`; without either it is only reported. */
export type Row = {
  target: number;
  what: string;
  figure: number;
  unit: string;
  limit?: number;
  ratio?: number;
  atLeast?: number;
  atMost?: number;
};

export function median(results: number[]) {
  const sorted = [...results].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}

export function percentile(results: number[], share: number) {
  const sorted = [...results].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}

const columns = ['#', 'what', 'figure', 'limit or before', 'ratio', 'target', '', 'run'];

/** A Markdown table of rows of cells; the column of runs is for rows that name theirs. */
export function tableOf(rows: string[][]) {
  const names = columns.slice(0, rows[0]?.length ?? columns.length);
  return [names, names.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

export function cellsOf(row: Row): string[] {
  const judged = row.ratio ?? row.figure;
  const isReached =
    (row.atLeast === undefined || judged >= row.atLeast) && (row.atMost === undefined || judged <= row.atMost);
  const wanted = wantedOf(row);
  return [
    String(row.target),
    row.what,
    `${number(row.figure)} ${row.unit}`.trim(),
    number(row.limit),
    number(row.ratio),
    wanted,
    wanted === '' ? '' : isReached ? 'pass' : 'short',
  ];
}

function wantedOf({ atLeast, atMost }: Row) {
  if (atLeast !== undefined) return `at least ${number(atLeast)}`;
  return atMost === undefined ? '' : `at most ${number(atMost)}`;
}

function number(value: number | undefined) {
  if (value === undefined) return '';
  return value >= 100 ? Math.round(value).toLocaleString('en') : value.toFixed(2).replace(/\.?0+$/, '');
}
