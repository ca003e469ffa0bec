import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

test('docs/serving.md names files that exist', () => {
  const text = readFileSync(join(process.cwd(), 'docs/serving.md'), 'utf8');
  const named = [...text.matchAll(/`((?:[\w-]+\/)+[\w-]+\.(?:ts|mjs))`/g)].map(([, path = '']) => path);
  const missing = named.filter((path) => !existsSync(path) && !existsSync(join('server', path)));
  expect(named.length).toBeGreaterThan(20);
  expect(missing).toEqual([]);
});
