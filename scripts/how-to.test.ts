import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const folder = 'docs/how-to';

test.each(readdirSync(folder))('%s names files that exist', (page) => {
  const text = readFileSync(join(folder, page), 'utf8');
  const named = [...text.matchAll(/`([\w()[\]-]+\/[\w()[\]./-]+)`/g)].map(([, path]) => path!);
  expect(named).not.toEqual([]);
  expect(named.filter((path) => !existsSync(path))).toEqual([]);
});
