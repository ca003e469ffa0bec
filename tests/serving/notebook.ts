import { expect } from 'vitest';
import { freePort } from '../setup/free-port';
import { launchProduct, startServer, until } from '../setup/product';

const site = [
  '--conditions=react-server',
  '--import',
  './lib/runtime/typescript.mjs',
  'tests/serving/notebook-site.ts',
];

/** A site of two workers with one page and one form. */
export async function startNotebook(environment: Record<string, string> = {}) {
  const port = await freePort();
  const running = launchProduct({ PORT: String(port), ...environment }, site);
  await until(() => running.url !== '' || running.process.exitCode !== null);
  expect(running.stderr()).toBe('');
  return running;
}

/** The same for a whole file of tests, which stops it itself. */
export async function keepNotebook(environment: Record<string, string>) {
  return startServer({ PORT: String(await freePort()), ...environment }, site);
}
