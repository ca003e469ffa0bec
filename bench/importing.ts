import { execFileSync, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { toolMemoryFlags, lowMemoryEnv, typescript } from '../scripts/steps.mjs';
import type { Row } from './table';

const COMMENTS_A_POST = 5;
const LONG_THREAD = 100_000;
const systems = ['wordpress', 'ghost', 'blogger'];

/** Speed and peak memory of imports: this many posts with their comments of each system, and one endless thread; and of the export of the first. */
export async function measureImport(posts: number): Promise<Row[]> {
  const rows: Row[] = [];
  for (const system of systems) {
    const { seconds, peak } = await measured([{ system, posts, comments: COMMENTS_A_POST }]);
    const what = `of ${posts} posts of ${system} imported`;
    rows.push({ target: 8, what: `${what}, a second`, figure: posts / seconds, unit: '', atLeast: 500 });
    rows.push({ target: 8, what: `${what}, resident at most`, figure: peak, unit: 'MB', atMost: 300 });
  }
  const exported = await measured([{ system: systems[0]!, posts, comments: COMMENTS_A_POST }], 'export');
  rows.push({
    target: 8,
    what: `${posts} posts exported to a site archive`,
    figure: exported.seconds,
    unit: 's',
    atMost: 60,
  });
  rows.push({ target: 8, what: 'the same, resident at most', figure: exported.peak, unit: 'MB', atMost: 300 });
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

/** Imports one after the other into one site; returns the seconds and the peak memory of the last, or of the export after it. */
async function measured(exports: readonly Export[], last: 'import' | 'export' = 'import') {
  const folder = mkdtempSync(join(tmpdir(), 'masthead-bench-import-'));
  let figures = { seconds: 0, peak: 0 };
  for (const { system, posts, comments } of exports) {
    const file = join(folder, system);
    const generate = ['bench/generate-export.ts', system, file, String(posts), String(comments)];
    execFileSync(process.execPath, [...typescript, ...generate]);
    const began = performance.now();
    const peak = await peakOf(['import', system, file], folder);
    figures = { seconds: (performance.now() - began) / 1000, peak };
  }
  if (last === 'export') {
    const began = performance.now();
    const peak = await peakOf(['export', 'archive', join(folder, 'site.zip')], folder);
    figures = { seconds: (performance.now() - began) / 1000, peak };
  }
  rmSync(folder, { recursive: true, force: true });
  return figures;
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
