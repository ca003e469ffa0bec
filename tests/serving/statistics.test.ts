import { join } from 'node:path';
import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import { browser, pageBatch } from '../factories/page-batches';
import { familyOf, startProduct, temporaryFolder, until, type Product } from '../setup/product';

const MAX_LOSS = 0.01;

function viewsIn(dataDir: string) {
  const database = new Database(join(dataDir, 'masthead.db'), { readonly: true });
  try {
    const sql = `SELECT coalesce(sum("count"), 0) AS n FROM "ReaderStatistic" WHERE "dimension" = 'views'`;
    return (database.prepare(sql).get() as { n: number }).n;
  } finally {
    database.close();
  }
}

/** Sends views at a steady rate until told to stop; says how many were sent and how many acknowledged. */
function readersOf({ url }: Product) {
  const counts = { sent: 0, acknowledged: 0 };
  const stopping = new AbortController();
  const headers = { 'sec-fetch-site': 'same-origin', 'user-agent': browser };
  const read = async () => {
    while (!stopping.signal.aborted) {
      counts.sent += 1;
      const body = JSON.stringify(pageBatch([['view']]));
      const answer = await fetch(`${url}/_s/e`, { method: 'POST', headers, body }).catch(() => null);
      if (answer?.status === 204) counts.acknowledged += 1;
    }
  };
  const running = Promise.all(Array.from({ length: 4 }, read));
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
  { timeout: 180_000 },
  async (workers) => {
    const DATA_DIR = temporaryFolder();
    const environment = { DATA_DIR, WORKERS: String(workers) };
    const first = await startProduct(environment);
    const readers = readersOf(first);
    // Some of it is in the database, some in the journals.
    await until(() => viewsIn(DATA_DIR) > 100 && readers.counts.acknowledged > viewsIn(DATA_DIR) + 100);
    await killAll(first);
    const { sent, acknowledged } = await readers.stop();

    const second = await startProduct(environment);
    await until(() => viewsIn(DATA_DIR) >= acknowledged * (1 - MAX_LOSS));
    second.process.kill('SIGTERM');
    await second.ended;
    expect(viewsIn(DATA_DIR)).toBeLessThanOrEqual(sent);
    const counted = viewsIn(DATA_DIR);
    const third = await startProduct(environment);
    const one = readersOf(third);
    await until(() => one.counts.acknowledged > 0);
    const more = await one.stop();
    third.process.kill('SIGTERM');
    await third.ended;
    const fourth = await startProduct(environment);
    await until(() => viewsIn(DATA_DIR) >= counted + more.acknowledged);
    expect(viewsIn(DATA_DIR)).toBe(counted + more.acknowledged);
    await killAll(fourth);
  },
);
