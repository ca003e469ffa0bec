import { adminTextIn } from '@/lib/i18n/admin/admin-text';
import type { Problem } from '../drafts';
import type { PulledUntil } from '../mirrors';
import type { SourceSettings } from '../site-settings/source-settings';
import { describeHidden, describeRedirects } from './changes-in-words';
import { noCounts, type Counts } from './counts';
import { countsInWords } from './counts-in-words';
import type { Sample } from './samples';
import { describeCoverage, type Coverage } from './coverage-words';

/** What is printed in a terminal is in English. */
const t = adminTextIn('en', {});

/** The result of an import or dry run, as printed by `masthead import --json`. */
export type ImportReport = {
  /** Null for a dry run: nothing to undo. */
  batch: string | null;
  dryRun: boolean;
  source: string;
  created: Counts;
  updated: Counts;
  skipped: Counts;
  failed: Problem[];
  notes: Problem[];
  /** Posts and pages visible to staff only, by reason. */
  hidden: { drafts: number; scheduled: number; private: number; trashed: number; comments: number };
  redirects: number;
  /** Of the files as a whole, in sentences; absent in older reports. */
  remarks?: string[];
  /** Suggested settings, as sentences; absent in older reports. */
  advice?: string[];
  /** Of a preview only. */
  samples?: Sample[];
  oldSite?: SourceSettings;
  coverage?: Coverage;
  /** Of a pull from a live site only. */
  pulledUntil?: PulledUntil;
};

/** Maximum length of a list: a broken file could make it huge. The number of omitted entries is given. */
const MAX_LIST_LENGTH = 500;

export function emptyReport(source: string, dryRun: boolean): ImportReport {
  return {
    batch: null,
    dryRun,
    source,
    created: noCounts(),
    updated: noCounts(),
    skipped: noCounts(),
    failed: [],
    notes: [],
    hidden: { drafts: 0, scheduled: 0, private: 0, trashed: 0, comments: 0 },
    redirects: 0,
  };
}

/** Adds to a list up to its limit, then counts. */
export function addProblem(list: Problem[], problem: Problem) {
  if (list.length < MAX_LIST_LENGTH) return void list.push(problem);
  const last = list[MAX_LIST_LENGTH];
  const more = last ? Number(/\d+/.exec(last.why)?.[0] ?? 0) + 1 : 1;
  list[MAX_LIST_LENGTH] = { where: 'and so on', why: `${more} more of these are not listed.` };
}

/** The report as sentences for a terminal. */
export function reportLines(report: ImportReport): string[] {
  const will = report.dryRun ? 'Would import' : 'Imported';
  return [
    `${will} ${countsInWords(report.created, t) || 'nothing new'}.`,
    ...(report.remarks ?? []),
    ...sentence(report.dryRun ? 'Would update' : 'Updated', countsInWords(report.updated, t)),
    ...sentence('Already imported and unchanged:', countsInWords(report.skipped, t)),
    ...sentence('Hidden from readers:', describeHidden(report.hidden, t)),
    describeRedirects(report, t),
    ...(report.advice ?? []),
    ...(report.coverage ? coverageLines(report.coverage) : []),
    ...listed(report.dryRun ? 'Would not be imported' : 'Not imported', report.failed),
    ...listed(report.dryRun ? 'Would be imported with changes' : 'Imported with changes', report.notes),
  ];
}

function coverageLines(coverage: Coverage) {
  const { missing, moreMissing } = coverage;
  const more = moreMissing > 0 ? [`  and ${moreMissing} more`] : [];
  const list = missing.length > 0 ? ['Not found here:', ...missing.map((path) => `  ${path}`), ...more] : [];
  return [describeCoverage(coverage, t), ...list];
}

function sentence(start: string, words: string) {
  return words ? [`${start} ${words}.`] : [];
}

function listed(title: string, problems: Problem[]) {
  return problems.length > 0 ? [`${title}:`, ...problems.map(({ where, why }) => `  ${where}: ${why}`)] : [];
}
