import { describeCoverage, type Coverage } from './coverage-words';
import type { Problem } from '../drafts';
import type { SourceSettings } from '../site-settings/source-settings';

export const countedKinds = ['posts', 'pages', 'comments', 'mentions', 'authors', 'tags', 'media', 'files'] as const;
export type CountedKind = (typeof countedKinds)[number];
export type Counts = Record<CountedKind, number>;

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
  oldSite?: SourceSettings;
  coverage?: Coverage;
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

export function noCounts(): Counts {
  return { posts: 0, pages: 0, comments: 0, mentions: 0, authors: 0, tags: 0, media: 0, files: 0 };
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
    `${will} ${inWords(report.created) || 'nothing new'}.`,
    ...(report.remarks ?? []),
    ...sentence(report.dryRun ? 'Would update' : 'Updated', inWords(report.updated)),
    ...sentence('Already imported and unchanged:', inWords(report.skipped)),
    ...sentence('Hidden from readers:', describeHidden(report.hidden)),
    describeRedirects(report),
    ...(report.advice ?? []),
    ...(report.coverage ? coverageLines(report.coverage) : []),
    ...listed(report.dryRun ? 'Would not be imported' : 'Not imported', report.failed),
    ...listed(report.dryRun ? 'Would be imported with changes' : 'Imported with changes', report.notes),
  ];
}

/** New redirects only: those of earlier imports are not counted again. */
export function describeRedirects({ redirects, dryRun }: Pick<ImportReport, 'redirects' | 'dryRun'>) {
  if (redirects === 0) return `No redirect ${dryRun ? 'would have' : 'had'} to be added.`;
  const [leads, lead] = dryRun ? ['would lead', 'would lead'] : ['leads', 'lead'];
  return redirects === 1
    ? `1 old address ${leads} to the new one.`
    : `${redirects} old addresses ${lead} to the new ones.`;
}

export function describeRemovedRedirects(count: number) {
  return `${count} old ${count === 1 ? 'address is' : 'addresses are'} no longer redirected.`;
}

const names: Record<CountedKind, [string, string]> = {
  posts: ['post', 'posts'],
  pages: ['page', 'pages'],
  comments: ['comment', 'comments'],
  mentions: ['mention', 'mentions'],
  authors: ['author', 'authors'],
  tags: ['tag', 'tags'],
  media: ['image', 'images'],
  files: ['file', 'files'],
};

/** "58 posts, 21 pages and 1 comment"; "" for nothing. */
export function inWords(counts: Counts) {
  return joined(
    countedKinds
      .filter((kind) => counts[kind] > 0)
      .map((kind) => `${counts[kind]} ${names[kind][counts[kind] === 1 ? 0 : 1]}`),
  );
}

export function describeHidden({ drafts, scheduled, private: alone, trashed, comments }: ImportReport['hidden']) {
  const parts: [number, string, string][] = [
    [drafts, 'draft', 'drafts'],
    [scheduled, 'scheduled post', 'scheduled posts'],
    [alone, 'private post', 'private posts'],
    [trashed, 'post in the trash', 'posts in the trash'],
    [comments, 'pending or removed comment', 'pending or removed comments'],
  ];
  return joined(
    parts.filter(([count]) => count > 0).map(([count, one, many]) => `${count} ${count === 1 ? one : many}`),
  );
}

function coverageLines(coverage: Coverage) {
  const { missing, moreMissing } = coverage;
  const more = moreMissing > 0 ? [`  and ${moreMissing} more`] : [];
  const list = missing.length > 0 ? ['Not found here:', ...missing.map((path) => `  ${path}`), ...more] : [];
  return [describeCoverage(coverage), ...list];
}

function joined(parts: string[]) {
  return parts.length > 1 ? `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}` : (parts[0] ?? '');
}

function sentence(start: string, words: string) {
  return words ? [`${start} ${words}.`] : [];
}

function listed(title: string, problems: Problem[]) {
  return problems.length > 0 ? [`${title}:`, ...problems.map(({ where, why }) => `  ${where}: ${why}`)] : [];
}
