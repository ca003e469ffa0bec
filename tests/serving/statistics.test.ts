import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import { browser, pageBatch } from '../factories/page-batches';
import { familyOf, startProduct, temporaryFolder, until, type Product } from '../setup/product';

const MAX_LOSS = 0.01;
const READERS = 4;

function viewsIn(dataDir: string) {
  const database = new Database(join(dataDir, 'masthead.db'), { readonly: true });
  try {
    const sql = `SELECT coalesce(sum("count"), 0) AS n FROM "ReaderStatistic" WHERE "dimension" = 'views'`;
    return (database.prepare(sql).get() as { n: number }).n;
  } finally {
    database.close();
  }
}

/** Nothing waits to be added up. */
function isCounted(dataDir: string) {
  return readdirSync(join(dataDir, 'statistics')).every((name) => name === 'time-zone');
}

/** Sends views at a steady rate until told to stop or not answered; says how many were acknowledged. */
function readersOf({ url }: Product) {
  const counts = { acknowledged: 0 };
  const stopping = new AbortController();
  const headers = { 'sec-fetch-site': 'same-origin', 'user-agent': browser };
  const read = async () => {
    while (!stopping.signal.aborted) {
      const body = JSON.stringify(pageBatch([['view']]));
      const answer = await fetch(`${url}/_s/e`, { method: 'POST', headers, body }).catch(() => null);
      if (answer === null) return;
      expect(answer.status).toBe(204);
      counts.acknowledged += 1;
    }
  };
  const running = Promise.all(Array.from({ length: READERS }, read));
  const stop = async () => {
    stopping.abort();
    await running;
    return counts;
  };
  return { counts, stop };
}

async function killAll({ process: child, ended }: Product) {
  for (const pid of familyOf(child.pid ?? 0)) process.kill(pid, 'SIGKILL');
  await ended;
}

test.each([1, 2])(
  'with %i workers, a site that is killed loses one view in a hundred at most and counts none twice',
  async (workers) => {
    const DATA_DIR = temporaryFolder();
    const environment = { DATA_DIR, WORKERS: String(workers) };
    const first = await startProduct(environment);
    const readers = readersOf(first);
    // Some of it is in the database, some in the journals.
    await until(() => viewsIn(DATA_DIR) > 100 && readers.counts.acknowledged > viewsIn(DATA_DIR) + 100);
    await killAll(first);
    const { acknowledged } = await readers.stop();

    const second = await startProduct(environment);
    await until(() => isCounted(DATA_DIR));
    const counted = viewsIn(DATA_DIR);
    expect(counted).toBeGreaterThanOrEqual(acknowledged * (1 - MAX_LOSS));
    // Each reader may have been counted once without learning of it.
    expect(counted).toBeLessThanOrEqual(acknowledged + READERS);

    const others = readersOf(second);
    await until(() => others.counts.acknowledged > 0);
    const more = await others.stop();
    second.process.kill('SIGTERM');
    await second.ended;
    const third = await startProduct(environment);
    await until(() => isCounted(DATA_DIR));
    expect(viewsIn(DATA_DIR)).toBe(counted + more.acknowledged);
    await killAll(third);
  },
);
