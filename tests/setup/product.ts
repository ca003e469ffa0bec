import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { serverFlags, serverProgram } from '../../scripts/steps.mjs';

const serverArguments = [...serverFlags, serverProgram];

/** The product as it runs for its users: its own process, its own data folder, the build that is there. */
export type Product = {
  url: string;
  dataDir: string;
  process: ChildProcess;
  stdout: () => string;
  stderr: () => string;
  /** The exit code; a signal's name if one ended it. */
  ended: Promise<number | string>;
};

/** A folder that is gone after the test. */
export function temporaryFolder() {
  const folder = mkdtempSync(join(tmpdir(), 'masthead-start-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** The server for a whole file of tests, which stops it itself. */
export async function startServer(environment: Record<string, string>, command = serverArguments) {
  const product = spawnProduct({ ...environment, DATA_DIR: environment.DATA_DIR ?? '' }, command);
  await until(() => product.url !== '' || product.process.exitCode !== null);
  if (!product.url) throw new Error(`The server did not start:\n${product.stdout()}${product.stderr()}`);
  return product;
}

/** Launches the server and does not wait for it. Whatever the test does, it is gone afterwards. */
export function launchProduct(environment: Record<string, string> = {}, command = serverArguments): Product {
  const dataDir = environment.DATA_DIR ?? temporaryFolder();
  const product = spawnProduct({ ...environment, DATA_DIR: dataDir }, command);
  onTestFinished(async () => {
    const { exitCode, signalCode } = product.process;
    if (exitCode === null && signalCode === null) product.process.kill('SIGKILL');
    await product.ended;
  });
  return product;
}

function spawnProduct(environment: Record<string, string> & { DATA_DIR: string }, command: string[]): Product {
  const { DATABASE_URL: _, DATA_DIR: __, VITEST: ___, ...inherited } = process.env;
  const child = spawn(process.execPath, command, {
    env: {
      ...inherited,
      NODE_ENV: 'production',
      PORT: '0',
      RATE_LIMITS: 'off',
      MEMORY: 'roomy',
      LOG_LEVEL: 'error',
      ...environment,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let stdout = '';
  let stderr = '';
  child.stdout.on('data', (chunk) => (stdout += String(chunk)));
  child.stderr.on('data', (chunk) => (stderr += String(chunk)));
  const ended = new Promise<number | string>((resolve) =>
    child.once('close', (code, signal) => resolve(code ?? signal ?? '')),
  );
  return {
    dataDir: environment.DATA_DIR,
    process: child,
    ended,
    stdout: () => stdout,
    stderr: () => stderr,
    get url() {
      return /ready at (http:\/\/\S+)/.exec(stdout)?.[1] ?? '';
    },
  };
}

/** Launches the server and waits until it says that it is ready. */
export async function startProduct(environment: Record<string, string> = {}) {
  const product = launchProduct(environment);
  await until(() => product.url !== '' || product.process.exitCode !== null);
  if (!product.url) throw new Error(`The server did not start:\n${product.stdout()}${product.stderr()}`);
  return product;
}

/** A process and all that it started, itself first. */
export function familyOf(pid: number): number[] {
  const children = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim();
  return [pid, ...(children ? children.split(' ').flatMap((child) => familyOf(Number(child))) : [])];
}

/** Waits for a condition, looking often; the test's own time limit ends it. */
export async function until(condition: () => unknown) {
  while (!(await condition())) await new Promise((resolve) => setTimeout(resolve, 10));
}
