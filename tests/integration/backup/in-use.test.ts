import { expect, test } from 'vitest';
import { declareInUse } from '@/lib/database/site-in-use';
import { isPostgres, db } from '@/lib/database/db';
import { runMasthead } from '../../factories/run-masthead';

const restore = () => runMasthead('restore', 'package.json', '--replace');

test('a running site is not restored: it may be written to meanwhile', async () => {
  expect((await restore()).stderr).toContain('is not a complete backup of Masthead');

  await serve();

  expect(await restore()).toEqual({
    code: 1,
    stdout: '',
    stderr: 'The site is running: stop it first, and start it again afterwards.\n',
  });
}, 120_000);

async function serve() {
  if (!isPostgres()) return declareInUse();
  const leaseUntil = new Date(Date.now() + 60_000);
  await db.instance.create({ data: { id: 'one', name: 'one', startedAt: new Date(), leaseUntil } });
}
