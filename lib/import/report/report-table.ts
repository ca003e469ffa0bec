import { writeCsv } from '@/lib/statistics/csv';
import { countedKinds } from './counts';
import type { ImportReport } from './report';

/** A report as CSV: the counts, then each line of its lists. */
export function reportTable(report: ImportReport) {
  const { created, updated, skipped, dryRun, redirects } = report;
  const counts = ([kind, one]: readonly [string, typeof created]) =>
    countedKinds.filter((what) => one[what] > 0).map((what) => [kind, what, String(one[what])]);
  return writeCsv(
    ['kind', 'what', 'detail'],
    [
      ...counts([dryRun ? 'would be new' : 'new', created]),
      ...counts([dryRun ? 'would be updated' : 'updated', updated]),
      ...counts(['already imported', skipped]),
      ['redirects', '', String(redirects)],
      ...Object.entries(report.hidden).map(([what, count]) => ['hidden from readers', what, String(count)]),
      ...[...(report.remarks ?? []), ...(report.advice ?? [])].map((line) => ['remark', '', line]),
      ...report.failed.map(({ where, why }) => [dryRun ? 'would not be imported' : 'not imported', where, why]),
      ...report.notes.map(({ where, why }) => [dryRun ? 'would be changed' : 'changed', where, why]),
      ...(report.coverage?.missing ?? []).map((path) => ['address not found here', path, '']),
    ],
  );
}
