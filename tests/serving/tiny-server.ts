import { expect } from 'vitest';
import { freePort } from '../setup/free-port';
import { launchProduct, startServer, until } from '../setup/product';

const site = [
  '--conditions=react-server',
  '--import',
  './lib/runtime/typescript.mjs',
  'tests/serving/tiny-server-site.ts',
];

/** A site of two workers with one page and one form. */
export async function startTinyServer(environment: Record<string, string> = {}) {
  const port = await freePort();
  const running = launchProduct({ PORT: String(port), ...environment }, site);
  await until(() => running.url !== '' || running.process.exitCode !== null);
  expect(running.stderr()).toBe('');
  return running;
}

/** The same for a whole file of tests, which stops it itself. */
export async function runTinyServer(environment: Record<string, string>) {
  return startServer({ PORT: String(await freePort()), ...environment }, site);
}
