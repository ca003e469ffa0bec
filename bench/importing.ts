import { execFileSync, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { toolMemoryFlags, lowMemoryEnv, typescript } from '../scripts/steps.mjs';
import type { Row } from './table';

/** Peak memory and speed of an import of this many posts. */
export async function measureImport(posts: number): Promise<Row[]> {
  const folder = mkdtempSync(join(tmpdir(), 'masthead-bench-import-'));
  const file = join(folder, 'export.xml');
  execFileSync(process.execPath, [...typescript, 'scripts/generate-wxr.ts', file, String(posts)]);
  const began = performance.now();
  const figure = await peakOf(['import', 'wordpress', file], folder);
  const seconds = (performance.now() - began) / 1000;
  rmSync(folder, { recursive: true, force: true });
  const what = `resident at most while importing ${posts} posts, ${Math.round(posts / seconds)} a second`;
  return [{ target: 8, what, figure, unit: 'MB', atMost: 300 }];
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
  if (code !== 0) throw new Error(`The import ended with ${String(code)}`);
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
