import { z } from 'zod';
import type { ReportReason } from '@/lib/slots/report-reasons';

/** How long a test runs. */
export const TEST_SECONDS = 10;
/** Of hosts; the observer in the frame keeps no more. */
export const MAX_HOSTS = 50;
const MAX_TEXTS = 10;

const count = z.number().int().min(0).max(10_000);
const side = z.number().int().min(0).max(20_000);
const host = z.string().regex(/^[a-z0-9._[\]:-]{1,255}$/i);
const texts = z.array(z.string().max(200)).max(MAX_TEXTS);

const calls = {
  writes: count,
  focus: count,
  scrolls: count,
  entries: count,
  popups: count,
  dialogs: count,
  storage: count,
};
const costs = {
  hosts: z.array(host).max(MAX_HOSTS),
  requests: count,
  bytes: z.number().int().min(0).max(10_000_000_000),
  /** Of requests whose size the browser does not tell. */
  hidden: count,
  longTasks: count,
  longTaskMs: z.number().int().min(0).max(600_000),
  shift: z.number().min(0).max(1_000),
};
/** Hosts to which it tried to lead the reader without a click of theirs. */
const leaves = z.array(z.string().max(200)).max(MAX_TEXTS);
const said = { errors: texts, refused: texts, leaves };

// What the frame says of itself. Hostile code can forge it, so that its size is bounded and nothing is allowed by it.
const observedSchema = z.strictObject({ ...calls, ...costs, ...said, width: side, height: side });

const runSchema = z.strictObject({
  frame: z.strictObject({ width: side, height: side }),
  /** Null: the frame did not answer. */
  observed: observedSchema.nullable(),
  /** What the page saw the frame do. */
  page: z.strictObject({ focus: count, entries: count }),
});
export type Observed = z.output<typeof observedSchema>;
export type Run = z.output<typeof runSchema>;

/** What the test page sends: a run for each width. */
export const runsSchema = z.array(runSchema).min(1).max(3);

const testResultSchema = z.strictObject({
  ...calls,
  ...costs,
  ...said,
  /** Tests of earlier versions did not look for it. */
  leaves: leaves.default([]),
  isolation: z.enum(['sandboxed', 'isolated-origin']),
  sizes: z.array(z.strictObject({ frame: side, width: side, height: side })).max(3),
  /** Of frames that did not answer at the end. */
  silent: count,
});
export type TestResult = z.output<typeof testResultSchema>;

/** The runs as one: the most that happened in any of them, and everything that was named. */
export function combineRuns(runs: readonly Run[], isolation: TestResult['isolation']): TestResult {
  const observed = runs.flatMap((run) => run.observed ?? []);
  const most = (read: (one: Observed) => number) => Math.max(0, ...observed.map(read));
  const inAnyRun = (read: (run: Run) => number) => Math.max(0, ...runs.map(read));
  const all = (read: (one: Observed) => string[], limit: number) =>
    [...new Set(observed.flatMap(read))].slice(0, limit);
  return {
    isolation,
    hosts: all(({ hosts }) => hosts, MAX_HOSTS).toSorted(),
    requests: most((one) => one.requests),
    bytes: most((one) => one.bytes),
    hidden: most((one) => one.hidden),
    longTasks: most((one) => one.longTasks),
    longTaskMs: most((one) => one.longTaskMs),
    shift: most((one) => one.shift),
    writes: most((one) => one.writes),
    scrolls: most((one) => one.scrolls),
    popups: most((one) => one.popups),
    dialogs: most((one) => one.dialogs),
    storage: most((one) => one.storage),
    focus: inAnyRun(({ observed: own, page }) => Math.max(own?.focus ?? 0, page.focus)),
    entries: inAnyRun(({ observed: own, page }) => Math.max(own?.entries ?? 0, page.entries)),
    errors: all(({ errors }) => errors, MAX_TEXTS),
    refused: all(({ refused }) => refused, MAX_TEXTS),
    leaves: all((one) => one.leaves, MAX_TEXTS).toSorted(),
    sizes: runs.flatMap(({ frame, observed: own }) =>
      own ? [{ frame: frame.width, width: own.width, height: own.height }] : [],
    ),
    silent: runs.length - observed.length,
  };
}

/** A stored result; null if there is none, or it cannot be read. */
export function parseTestResult(stored: string | null): TestResult | null {
  if (stored === null) return null;
  return testResultSchema.safeParse(parseJson(stored)).data ?? null;
}

/** Whether a test has shown already what readers' browsers report. */
export function hasShown(test: TestResult, reason: ReportReason): boolean {
  const { focus, entries, writes, popups, dialogs, scrolls } = test;
  return { focus, history: entries, write: writes, popup: popups, dialog: dialogs, scroll: scrolls }[reason] > 0;
}

/** JSON that may be anything; undefined if it is none. */
export function parseJson(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}
