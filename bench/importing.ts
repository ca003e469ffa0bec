import { execFileSync, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { toolMemoryFlags, lowMemoryEnv, typescript } from '../scripts/steps.mjs';
import type { Row } from './table';

const COMMENTS_A_POST = 5;
const LONG_THREAD = 100_000;
const systems = ['wordpress', 'ghost', 'blogger'];

/** Speed and peak memory of imports: this many posts with their comments of each system, and one endless thread; and of exports of the first to each format. */
export async function measureImport(posts: number): Promise<Row[]> {
  const rows: Row[] = [];
  for (const system of systems) {
    const { seconds, peak } = await measured([{ system, posts, comments: COMMENTS_A_POST }]);
    const what = `of ${posts} posts of ${system} imported`;
    rows.push({ target: 8, what: `${what}, a second`, figure: posts / seconds, unit: '', atLeast: 500 });
    rows.push({ target: 8, what: `${what}, resident at most`, figure: peak, unit: 'MB', atMost: 300 });
  }
  for (const { format, seconds, peak } of await measuredExports(posts)) {
    const what = `${posts} posts exported as ${format}`;
    rows.push({ target: 8, what, figure: seconds, unit: 's', atMost: 60 });
    rows.push({ target: 8, what: `${what}, resident at most`, figure: peak, unit: 'MB', atMost: 300 });
  }
  const { seconds, peak } = await measured([
    { system: 'wordpress', posts: 1, comments: 0 },
    { system: 'disqus', posts: 1, comments: LONG_THREAD },
  ]);
  const what = `${LONG_THREAD} comments of one post imported from Disqus`;
  rows.push({ target: 8, what, figure: seconds, unit: 's' });
  rows.push({ target: 8, what: `${what}, resident at most`, figure: peak, unit: 'MB', atMost: 300 });
  return rows;
}

type Export = { system: string; posts: number; comments: number };

/** Imports one after the other into one site; returns the seconds and the peak memory of the last. */
async function measured(exports: readonly Export[]) {
  const folder = newFolder();
  let figures = { seconds: 0, peak: 0 };
  for (const one of exports) figures = await timed(['import', one.system, generated(one, folder)], folder);
  rmSync(folder, { recursive: true, force: true });
  return figures;
}

const formats = ['archive', 'wxr', 'ghost', 'disqus', 'json-feed'];

/** Every format of one imported site. */
async function measuredExports(posts: number) {
  const folder = newFolder();
  const system = systems[0]!;
  await timed(['import', system, generated({ system, posts, comments: COMMENTS_A_POST }, folder)], folder);
  const figures = [];
  for (const format of formats)
    figures.push({ format, ...(await timed(['export', format, join(folder, `exported.${format}`)], folder)) });
  rmSync(folder, { recursive: true, force: true });
  return figures;
}

function newFolder() {
  return mkdtempSync(join(tmpdir(), 'masthead-bench-import-'));
}

function generated({ system, posts, comments }: Export, folder: string) {
  const file = join(folder, system);
  const generate = ['bench/generate-export.ts', system, file, String(posts), String(comments)];
  execFileSync(process.execPath, [...typescript, ...generate]);
  return file;
}

async function timed(command: string[], folder: string) {
  const began = performance.now();
  const peak = await peakOf(command, folder);
  return { seconds: (performance.now() - began) / 1000, peak };
}

async function peakOf(command: string[], dataDir: string) {
  const env = { ...process.env, DATA_DIR: dataDir, DATABASE_URL: `file:${dataDir}/masthead.db`, LOG_LEVEL: 'error' };
  execFileSync(process.execPath, [...typescript, 'cli/main.ts', 'migrate'], { env, stdio: 'ignore' });
  const tool = spawn(process.execPath, [...toolMemoryFlags, ...typescript, 'cli/main.ts', ...command], {
    env: { ...env, ...lowMemoryEnv },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  let peak = 0;
  const watch = setInterval(() => (peak = Math.max(peak, highWaterMark(tool.pid))), 200);
  const code = await new Promise((resolve) => tool.once('exit', resolve));
  clearInterval(watch);
  if (code !== 0) throw new Error(`The tool ended with ${String(code)}`);
  return peak;
}

/** Peak memory of the process in MB, from the kernel. */
function highWaterMark(pid: number | undefined) {
  try {
    return Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1024;
  } catch {
    return 0;
  }
}
