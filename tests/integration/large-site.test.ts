import { globSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { backUp } from '@/lib/backup/backing-up';
import { readDb } from '@/lib/database/db';
import { env } from '@/lib/platform/env';
import { undoImport } from '@/lib/import/running/undoing';
import { mergeTags } from '@/lib/posts/tagging/tag-changes';
import { rebuildIndex } from '@/lib/search/indexing';
import { rebuildAdminIndex } from '@/lib/search/admin-indexing';
import { createLargeSite, MANY } from '../factories/large-site';
import { codeDraft, fillSlot } from '../factories/slots';
import { actorWith } from '../factories/users';
import { reads, type TestSite } from './large-site-reads';

let testSite: TestSite;

beforeAll(async () => {
  const large = await createLargeSite();
  const owner = await actorWith('owner');
  const { id, name } = large.user;
  const slot = await fillSlot('post-end', codeDraft('<p>Ropes</p>'));
  testSite = { ...large, owner, writer: { ...owner, id, name, role: 'author' }, slot };
  await rebuildIndex();
  await rebuildAdminIndex();
}, 120_000);

test.each(Object.entries(reads).flatMap(([file, own]) => Object.keys(own).map((name) => [file, name] as const)))(
  '%s: %s reads a large site',
  async (file, name) => {
    const answer = await reads[file]![name]!(testSite);
    expect(answer).toBeDefined();
  },
);

/** What reads for an index or within an existing transaction, in chunks. */
const inner = ['listAnywhere', 'listCurrent', 'listForms', 'listHeadings', 'listUnused', 'listWords'];
const isPure = (source: string) => !/from '[^']*\/db'/.test(source);

test('every read that is exported is in the table above', () => {
  const files = ['app/(site)/reads.ts', 'app/(site)/series-reads.ts', ...globSync('lib/**/*.ts')].map((file) =>
    file.replaceAll('\\', '/'),
  );
  const missing = files.flatMap((file) => {
    const source = readFileSync(file, 'utf8');
    const isOfReads = /(queries|reads)\.ts$/.test(file);
    if (!file.startsWith('app/') && isPure(source)) return [];
    const verbs = isOfReads ? 'list|find|count|read|get|outline|search|names' : 'list|export';
    const names = source.matchAll(new RegExp(`^export (?:async )?function\\*? ((?:${verbs})[A-Z]\\w*)`, 'gm'));
    const known = reads[file.replace(/\.ts$/, '')] ?? {};
    return [...names].flatMap(([, name = '']) => (name in known || inner.includes(name) ? [] : `${file}: ${name}`));
  });
  expect(missing).toEqual([]);
});

test('a large site is backed up, its tags are merged, and its import is undone except for what was built upon', async () => {
  const file = join(env().dataDir, 'large.tar.gz');
  await backUp({ file, withSecrets: false });
  expect(statSync(file).size).toBeGreaterThan(10_000);

  const { owner, tag, tags, batch } = testSite;
  await mergeTags(owner, { id: tags[1]!.id, into: tag.name });
  await mergeTags(owner, { id: tag.id, into: tags[2]!.name });
  expect(await readDb.postTag.count({ where: { tagId: tags[2]!.id } })).toBe(MANY);

  const undone = await undoImport('operator', batch.id);
  expect(undone.kept.length).toBeGreaterThan(MANY);
  expect(await readDb.post.count()).toBe(2 * MANY);
  expect(await readDb.comment.count()).toBe(MANY);
}, 120_000);
