import { readCsv, type CsvRow } from './csv-rows';
import { redirectKinds, redirectStatuses, type RedirectDraft } from './redirect';

export const redirectColumns = ['from', 'to', 'status', 'kind'] as const;
type Column = (typeof redirectColumns)[number];

export const MAX_IMPORTED = 5_000;

export type LineProblem = { line: number; problem: string };
export type LineDraft = { line: number; draft: RedirectDraft };

/** The redirects of a table: columns in this order, or as its first line names them. */
export function readRedirectTable(text: string): { drafts: LineDraft[]; problems: LineProblem[] } {
  const rows = readCsv(text);
  const names = rows[0]?.cells.map((cell) => cell.trim().toLowerCase()) ?? [];
  const isHeading = names.includes('from');
  const columns = isHeading ? names : [...redirectColumns];
  const drafts: LineDraft[] = [];
  const problems: LineProblem[] = [];
  for (const row of isHeading ? rows.slice(1) : rows) {
    const read = draftOf(row, columns);
    if (typeof read === 'string') problems.push({ line: row.line, problem: read });
    else drafts.push({ line: row.line, draft: read });
  }
  return { drafts, problems };
}

function draftOf({ cells }: CsvRow, columns: readonly string[]): RedirectDraft | string {
  const cell = (name: Column) => cells[columns.indexOf(name)]?.trim() ?? '';
  const status = redirectStatuses.find((one) => String(one) === (cell('status') || '301'));
  const kind = redirectKinds.find((one) => one === (cell('kind').toLowerCase() || 'exact'));
  if (!status) return 'The status has to be 301, 302 or 410.';
  return kind ? { from: cell('from'), to: cell('to'), status, kind } : 'The kind has to be exact or prefix.';
}
