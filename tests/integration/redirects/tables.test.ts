import { beforeEach, expect, test } from 'vitest';
import type { Actor } from '@/lib/auth/actor';
import { cacheTags } from '@/lib/caching/cache-tags';
import { db } from '@/lib/database/db';
import { legacyAddresses } from '@/lib/import/importers/legacy-addresses';
import { exportRedirects } from '@/lib/redirects/admin-queries';
import { importRedirects } from '@/lib/redirects/importing';
import { findRedirect } from '../../factories/imports';
import { createPost } from '../../factories/posts';
import { madeStaleBy } from '../../factories/stale-tags';
import { actorWith } from '../../factories/users';

let owner: Actor;

beforeEach(async () => {
  await db.redirect.deleteMany();
  owner = await actorWith('owner');
});

const load = (text: string, actor = owner) => importRedirects(actor, text, legacyAddresses);

async function leads(from: string) {
  const { move } = await findRedirect(from);
  return move && { to: move.to, status: move.status };
}

test('a table is imported at once, chains within it are passed over, and its sources are stale', async () => {
  const table = 'from,to,status,kind\r\n/a,/b,,\r\n/b,/c,301,exact\r\n/old,/new,302,prefix\r\n/gone,,410,exact\r\n';
  const { result, tags } = await madeStaleBy(() => load(table));
  expect(result).toEqual({ added: 4, known: 0 });
  expect(tags.toSorted()).toEqual(['/a', '/b', '/gone', '/old'].map(cacheTags.address));
  expect(await leads('/a')).toEqual({ to: '/c', status: 301 });
  expect(await leads('/old/x')).toEqual({ to: '/new/x', status: 302 });
  expect(await leads('/gone')).toEqual({ to: '', status: 410 });
});

test('what is exported is imported anew without a change', async () => {
  await load('/a,/b\n/old,https://other.example/,302,prefix\n/gone,,410');
  const all = [];
  for await (const some of exportRedirects(owner)) all.push(...some);
  const text = all.map(({ from, to, status, kind }) => [from, to, status, kind].join(',')).join('\n');
  expect(await load(text)).toEqual({ added: 0, known: 3 });
  await db.redirect.deleteMany();
  expect(await load(text)).toEqual({ added: 3, known: 0 });
});

test('nothing is imported if a line cannot be used, and each is named', async () => {
  await createPost({ slug: 'ferry-times' });
  await load('/there,/search');
  const table = ['from,to,status', 'x,/b', '/a,ftp://b', '/ok,/search', '/ok,/archive', '/c,/d,999', '/ferry-times,/d'];
  expect(await load(table.join('\n'))).toEqual({
    problems: [
      { line: 2, problem: 'The source has to be a path of this site, such as /old-post.' },
      { line: 3, problem: expect.stringContaining('The target has to be a path of this site') },
      { line: 5, problem: '/ok is redirected on line 4 already.' },
      { line: 6, problem: 'The status has to be 301, 302 or 410.' },
    ],
  });
  expect(await load('/ferry-times,/d\n/admin,/d\n/fine,/d\n/there,/archive')).toEqual({
    problems: [
      { line: 1, problem: '/ferry-times belongs to a published post or page.' },
      { line: 2, problem: '/admin is an address that the site needs itself.' },
      { line: 4, problem: 'There is a redirect from /there already. Change that one.' },
    ],
  });
  expect(await load('/fine,/search\n/x,/y\n/y,/x')).toEqual({
    problems: [2, 3].map((line) => ({ line, problem: expect.stringContaining('in a circle') })),
  });
  expect(await db.redirect.findMany({ select: { from: true } })).toEqual([{ from: '/there' }]);
});

test('at most 5,000 are imported at once, and these within seconds', async () => {
  const lines = (count: number) => Array.from({ length: count }, (_, at) => `/old/${at},/new/${at}`).join('\n');
  await expect(load(lines(5_001))).rejects.toMatchObject({
    fields: { file: 'This file has 5,001 redirects; at most 5,000 are imported at once. Nothing was imported.' },
  });
  await expect(load('from,to\n')).rejects.toMatchObject({ fields: { file: 'This file has no redirects.' } });
  expect(await load(lines(5_000))).toEqual({ added: 5_000, known: 0 });
  expect(await leads('/old/4999')).toEqual({ to: '/new/4999', status: 301 });
});

test('tables are of the owner and administrators alone', async () => {
  const editor = await actorWith('editor');
  await expect(load('/a,/b', editor)).rejects.toMatchObject({ code: 'forbidden' });
  await expect(exportRedirects(editor).next()).rejects.toMatchObject({ code: 'forbidden' });
  expect(await db.redirect.count()).toBe(0);
});
