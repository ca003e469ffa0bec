import { existsSync, mkdtempSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { createPost } from '../../factories/posts';
import { runMasthead } from '../../factories/run-masthead';

// Every run is a process of its own, and the machine may be busy.
vi.setConfig({ testTimeout: 120_000 });

const folder = mkdtempSync(join(tmpdir(), 'masthead-export-cli-'));

test('the site archive is written for its owner alone, or refused in a sentence without a file', async () => {
  await createPost({ slug: 'to-take-along' });
  const file = join(folder, 'site.zip');
  const [written, nowhere, wrong] = await Promise.all([
    runMasthead('export', 'archive', file, '--json'),
    runMasthead('export', 'archive', '/nowhere/site.zip'),
    runMasthead('export', 'archive'),
  ]);
  expect(written.code).toBe(0);
  expect(JSON.parse(written.stdout)).toMatchObject({ file, counts: { posts: 1 }, notes: [] });
  expect(statSync(file).mode & 0o777).toBe(0o600);
  expect(existsSync(`${file}.part`)).toBe(false);
  expect(nowhere).toEqual({ code: 1, stdout: '', stderr: 'There is no folder /nowhere.\n' });
  expect(wrong.code).toBe(2);

  const again = await runMasthead('import', file, '--dry-run', '--json');
  expect(JSON.parse(again.stdout)).toMatchObject({ source: expect.stringMatching(/^masthead:/) as string, failed: [] });
});
