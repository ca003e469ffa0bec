import { readdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import { faultsOf, order } from './domain-order.mjs';

test('every folder of lib stands in the order, once', () => {
  const folders = readdirSync('lib', { withFileTypes: true }).filter((entry) => entry.isDirectory());
  expect(order.flat().toSorted()).toEqual(folders.map(({ name }) => name).toSorted());
});

test.each([
  ['lib/search/tiers.ts', "import { publicSql } from '@/lib/posts/visibility';"],
  ['lib/posts/listing/queries.ts', "import { publicSql } from './visibility';"],
  [
    'lib/posts/publishing/publishing.ts',
    "import { transaction } from '@/lib/database/db';\nimport { env } from '@/lib/platform/env';",
  ],
  ['lib/actions/form-action.ts', "import { findActor } from '@/lib/auth/session';"],
  ['lib/import/running.ts', "spawn('node', ['cli/main.ts']);"],
  ['lib/posts/post.ts', "import { z } from 'zod';"],
])('%s may import %s', (file, source) => {
  expect(faultsOf(file, source)).toEqual([]);
});

test.each([
  [
    'lib/posts/publishing/publishing.ts',
    "import { findRedirect } from '@/lib/redirects/queries';",
    'posts comes before redirects',
  ],
  [
    'lib/posts/publishing/publishing.ts',
    "import type { Move } from '../../redirects/queries';",
    'posts comes before redirects',
  ],
  ['lib/comments/queue.ts', "const { find } = await import('@/lib/slots/queries');", 'comments comes before slots'],
  ['lib/seo/sitemap.ts', "export * from '@/lib/feeds/atom';", 'seo comes before feeds'],
  ['lib/platform/log.ts', "import { readDb } from '@/lib/database/db';", 'platform comes before database'],
  ['lib/database/db.ts', "import { formAction } from '@/lib/actions/form-action';", 'database comes before actions'],
  ['lib/media/storage.ts', "fork('./server/main.ts');", 'names server/main.ts in a string'],
  ['lib/paths.ts', '', 'does not say where "paths.ts" stands'],
  ['lib/stamps/post.ts', '', 'does not say where "stamps" stands'],
])('%s may not import %s', (file, source, why) => {
  expect(faultsOf(file, source)).toEqual([expect.stringContaining(why)]);
});
