import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { db } from '@/lib/database/db';
import { copySite } from '@/lib/export/static/copying';
import { intoFolder } from '@/lib/export/static/sinks';
import type { Files, Pages } from '@/lib/export/static/static-copy';
import { newId } from '@/lib/platform/ids';
import { storeSettings } from '@/lib/settings/queries';
import { createPost } from '../../factories/posts';

const folder = mkdtempSync(join(tmpdir(), 'masthead-static-'));
const asked: string[] = [];
/** Pages of another kind than those of the product: each says its address and leads to one that is for its reader alone. */
const pages: Pages = {
  render: async (address) => {
    asked.push(address);
    const type = /\.\w+$/.test(address) ? 'text/plain' : 'text/html; charset=utf-8';
    const html = `<main>${address}<a href="/tag/ropes">Ropes</a><a href="/account">Mine</a><img src="/uploads/missing.jpg"></main>`;
    return {
      status: address === '/tag/ropes' ? 404 : 200,
      type,
      body: Buffer.from(type === 'text/plain' ? address : html),
    };
  },
  isPublic: (address) => address !== '/account',
};
const write = (to: string) => intoFolder(to, async (files) => void (await copySite(pages, files)));

beforeAll(async () => {
  await createPost({ slug: 'nets', title: 'Nets', bodyText: 'Nets dry on the quay.' });
  await createPost({ slug: 'rough', status: 'draft', title: 'Rough', bodyText: 'Secret draft.', publishAt: null });
  const redirect = { source: 'manual', createdAt: new Date(), status: 301, kind: 'exact' };
  await db.redirect.create({ data: { ...redirect, id: newId(), from: '/old-nets', to: '/nets' } });
});

test('the copy has every public post, the index of their words, and redirects, and nothing else', async () => {
  const to = join(folder, 'copy');
  await write(to);
  const names = readdirSync(to, { recursive: true }).map(String);
  expect(names).toEqual(
    expect.arrayContaining(['index.html', 'nets/index.html', 'old-nets/index.html', 'search/search.js']),
  );
  expect(readFileSync(join(to, 'search/index-1.js'), 'utf8')).toContain('["../nets/index.html","Nets"');
  expect(readFileSync(join(to, 'search/index-1.js'), 'utf8')).not.toMatch(/secret|rough/i);
  expect(readFileSync(join(to, '_redirects'), 'utf8')).toContain('/old-nets /nets 301\n');
  expect(asked).not.toContain('/account');
  expect(asked).not.toContain('/rough');
  expect(names.some((name) => /account|ropes|rough|\.part/.test(name))).toBe(false);
});

test('a folder with files is left as it is, and what stops half-way leaves nothing', async () => {
  const full = join(folder, 'full');
  mkdirSync(full);
  writeFileSync(join(full, 'mine.txt'), 'mine');
  await expect(write(full)).rejects.toThrow('holds files already');
  expect(readdirSync(full)).toEqual(['mine.txt']);
  const stopped = join(folder, 'stopped');
  const failing = intoFolder(stopped, async (files: Files) => {
    await files.add('a.txt', 'a');
    throw new Error('The disk is full.');
  });
  await expect(failing).rejects.toThrow('The disk is full.');
  expect(existsSync(stopped) || existsSync(`${stopped}.part`)).toBe(false);
});

test('a site that not everybody can see is not copied', async () => {
  await storeSettings({ visibility: 'accounts' });
  await expect(write(join(folder, 'closed'))).rejects.toThrow('Only a site that everyone can see can be copied.');
  await storeSettings({ visibility: 'everyone' });
});
