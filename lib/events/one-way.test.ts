import { globSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const saysStale =
  /\b(?:updateTag|revalidateTag|revalidatePath|publishInvalidation|insertInvalidation|(?:caches|clock)\.invalidate)\(/;
const mayDo = /^lib\/(?:caching|events)\//;

test('only events make pages stale: no action, domain, command or job does so directly', () => {
  const files = globSync('{app,components,lib,cli}/**/*.{ts,tsx}').filter((file) => !/\.test\.tsx?$/.test(file));
  expect(files.length).toBeGreaterThan(300);
  const saying = files.filter((file) => !mayDo.test(file) && saysStale.test(readFileSync(file, 'utf8')));
  expect(saying).toEqual([]);
});
