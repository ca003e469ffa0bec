import { execFileSync, spawn } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root } from '../scripts/steps.mjs';
import { median, type Row } from './table';

/** Alternating, so that a slow minute of the machine falls on both. */
const ROUNDS = 5;

/**
 * The rows of measurements as here, each against the same of another revision, which is checked out and built beside
 * this tree: medians of five runs, by turns. The other revision needs `--json`. `args`: what both are told to measure.
 */
export async function measureAgainst(revision: string, args: readonly string[]): Promise<Row[]> {
  const commit = execFileSync('git', ['rev-parse', '--verify', `${revision}^{commit}`], {
    cwd: root,
    encoding: 'utf8',
  }).trim();
  const other = join(mkdtempSync(join(tmpdir(), 'masthead-against-')), 'site');
  execFileSync('git', ['worktree', 'add', '--detach', other, commit], { cwd: root, stdio: 'ignore' });
  try {
    const [here, there]: [Row[][], Row[][]] = [[], []];
    for (let round = 1; round <= ROUNDS; round += 1) {
      process.stderr.write(`round ${round} of ${ROUNDS}\n`);
      there.push(await rowsIn(other, args));
      here.push(await rowsIn(root, args));
    }
    return comparedRows(here, there);
  } finally {
    execFileSync('git', ['worktree', 'remove', '--force', other], { cwd: root, stdio: 'ignore' });
  }
}

/** The medians of runs here, each with that of the runs there as its limit. Rows that only one side has are left out. */
export function comparedRows(here: readonly Row[][], there: readonly Row[][]): Row[] {
  return (here[0] ?? []).flatMap(({ target, what, unit }) => {
    const figureIn = (runs: readonly Row[][]) =>
      median(runs.flatMap((rows) => rows.filter((row) => row.what === what).map(({ figure }) => figure)));
    if (!there.some((rows) => rows.some((row) => row.what === what))) return [];
    const [figure, limit] = [figureIn(here), figureIn(there)];
    return [{ target, what, unit, figure, limit, ...(limit === 0 ? {} : { ratio: figure / limit }) }];
  });
}

async function rowsIn(folder: string, args: readonly string[]): Promise<Row[]> {
  const bench = spawn(process.execPath, ['scripts/bench.mjs', ...args, '--json'], {
    cwd: folder,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let said = '';
  bench.stdout.on('data', (chunk) => (said += String(chunk)));
  const code = await new Promise((resolve) => bench.once('close', resolve));
  const line = said.trimEnd().split('\n').at(-1) ?? '';
  if (code !== 0 || !line.startsWith('[')) throw new Error(`The measurement in ${folder} ended with ${String(code)}.`);
  return JSON.parse(line) as Row[];
}
