import { request } from 'node:http';
import { expect } from 'vitest';
import { freePort } from '../setup/free-port';
import { launchProduct, startServer, until } from '../setup/product';

const site = ['--conditions=react-server', '--import', './server/typescript.mjs', 'tests/serving/notebook-site.ts'];

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

/** One request on a connection of its own. */
export function send(url: string, method: string, body?: string) {
  return new Promise<{ status: number; body: string; worker: string }>((resolve, reject) => {
    const sending = request(url, { method, agent: false }, (response) => {
      let text = '';
      response.on('data', (chunk) => (text += String(chunk)));
      response.on('end', () =>
        resolve({ status: response.statusCode ?? 0, body: text, worker: String(response.headers['x-worker']) }),
      );
      response.on('error', reject);
    });
    sending.on('error', reject);
    sending.end(body);
  });
}
