import { spawn } from 'node:child_process';

export type Outcome = { code: number | null; stdout: string; stderr: string };

/** Runs the command-line tool on this test's database. */
export function runMasthead(...args: string[]): Promise<Outcome> {
  return started(...args).outcome;
}

/** The same on another site: a new one in SQLite, in this folder. */
export function runMastheadIn(folder: string, ...args: string[]): Promise<Outcome> {
  return start(args, { DATA_DIR: folder, DATABASE_URL: `file:${folder}/masthead.db` }).outcome;
}

/** The same, returning the process. */
export function started(...args: string[]) {
  return start(args, {});
}

function start(args: string[], environment: Record<string, string>) {
  const child = spawn(
    process.execPath,
    ['--conditions=react-server', '--import', './lib/runtime/typescript.mjs', 'cli/main.ts', ...args],
    {
      env: { ...process.env, NODE_OPTIONS: '', LOG_LEVEL: '', ...environment },
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  );
  let stdout = '';
  let stderr = '';
  child.stdout.on('data', (chunk) => (stdout += String(chunk)));
  child.stderr.on('data', (chunk) => (stderr += String(chunk)));
  const outcome = new Promise<Outcome>((resolve) => {
    child.once('close', (code) => resolve({ code, stdout, stderr }));
  });
  return { child, outcome };
}
