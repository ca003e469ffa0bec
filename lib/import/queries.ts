import 'server-only';
import { readDb } from '@/lib/database/db';
import { getSettings } from '@/lib/settings/queries';
import { paths } from '@/lib/web/paths';
import { isAlive, type RunningReport } from './running/batches';
import type { ImportReport } from './report/report';
import type { UndoReport } from './running/undoing';
import { undoPeriodOf, type UndoPeriod } from './running/undo-period';

const batch = {
  id: true,
  source: true,
  fileName: true,
  status: true,
  fileHash: true,
  report: true,
  createdAt: true,
  finishedAt: true,
  undoneAt: true,
  undoForgottenAt: true,
  createdBy: { select: { name: true } },
} as const;

export type ImportState =
  | { status: 'running'; done: number; total: number }
  | { status: 'stopped'; done: number; total: number }
  | { status: 'failed'; failure: string }
  | { status: 'done' | 'dry-run'; report: ImportReport }
  | { status: 'undone'; undo: UndoReport };

export type ImportSummary = {
  id: string;
  source: string;
  fileName: string;
  createdAt: Date;
  finishedAt: Date | null;
  undoneAt: Date | null;
  by: string | null;
  /** False for dry runs and refused imports, which leave nothing. */
  hasBegun: boolean;
  /** Null where there is nothing to undo. */
  undo: UndoPeriod | null;
  state: ImportState;
};

/** The latest imports, newest first. */
export async function listImports(take = 50): Promise<ImportSummary[]> {
  const rows = await readDb.importBatch.findMany({
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    take,
    select: batch,
  });
  const clock = await clockOfSite();
  return rows.map((row) => summarise(row, clock));
}

export async function findImport(id: string): Promise<ImportSummary | null> {
  const row = await readDb.importBatch.findUnique({ where: { id }, select: batch });
  return row && summarise(row, await clockOfSite());
}

/** The import that runs, or the newest that left its work unfinished; null if there is none. */
export async function findUnfinishedImport(): Promise<ImportSummary | null> {
  const [running, last] = await Promise.all([findNewest({ status: 'running' }), findNewest({})]);
  const row = running ?? (last?.status === 'failed' ? last : null);
  const found = row && summarise(row, await clockOfSite());
  // What was refused, and a preview, left nothing behind.
  return found && (found.state.status === 'running' || found.hasBegun) ? found : null;
}

function findNewest(where: { status?: string }) {
  return readDb.importBatch.findFirst({ where, orderBy: [{ createdAt: 'desc' }, { id: 'desc' }], select: batch });
}

/** Old and new address of every redirect of an import, in slices of a thousand. */
export async function* listRedirects(batchId: string): AsyncGenerator<{ from: string; to: string }[]> {
  for (let after = ''; ;) {
    const rows = await readDb.redirect.findMany({
      where: { importBatchId: batchId, id: { gt: after } },
      orderBy: { id: 'asc' },
      take: 1_000,
      select: { id: true, from: true, to: true, post: { select: { slug: true } }, tag: { select: { slug: true } } },
    });
    yield rows.map(({ from, to, post, tag }) => ({
      from,
      to: post ? paths.post(post.slug) : tag ? paths.tag(tag.slug) : to,
    }));
    const last = rows.at(-1);
    if (!last || rows.length < 1_000) return;
    after = last.id;
  }
}

type Row = NonNullable<Awaited<ReturnType<typeof readOne>>>;

function readOne(id: string) {
  return readDb.importBatch.findUnique({ where: { id }, select: batch });
}

type Clock = { timeZone: string; now: Date };

async function clockOfSite(): Promise<Clock> {
  const { timeZone } = await getSettings();
  return { timeZone, now: new Date() };
}

function summarise(row: Row, clock: Clock): ImportSummary {
  const { createdBy, status, report, fileHash, undoForgottenAt: _, ...facts } = row;
  const state = importStateOf(status, report);
  const hasBegun = fileHash !== '';
  const leftSomething = state.status === 'done' || (hasBegun && ['failed', 'stopped'].includes(state.status));
  const undo = leftSomething ? undoPeriodOf(row, clock) : null;
  return { ...facts, by: createdBy?.name ?? null, hasBegun, undo, state };
}

function importStateOf(status: string, json: string): ImportState {
  const report = JSON.parse(json) as ImportReport & RunningReport & { failure?: string; undo: UndoReport };
  if (status === 'undone') return { status, undo: report.undo };
  if (status === 'failed' || report.failure) return { status: 'failed', failure: report.failure ?? '' };
  if (status === 'done' && report.dryRun) return { status: 'dry-run', report };
  if (status === 'done') return { status, report };
  const { done = 0, total = 0 } = report.running ?? {};
  return { status: isAlive(json) ? 'running' : 'stopped', done, total };
}
