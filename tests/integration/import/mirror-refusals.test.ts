import type { ServerResponse } from 'node:http';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { runMirror } from '@/lib/import/importers/wordpress/mirror/mirroring';
import { undoImport } from '@/lib/import/running/undoing';
import { LiveWordPress, mirrorLive } from '../../factories/live-wordpress';
import { tableHashes } from '../../factories/table-hashes';

vi.setConfig({ testTimeout: 60_000 });

const live = new LiveWordPress();
const batches: string[] = [];

beforeAll(() => live.start());
afterAll(() => live.close());
beforeEach(() => live.empty());
afterEach(async () => {
  for (const batch of batches.splice(0).toReversed()) await undoImport('operator', batch);
});

async function mirror() {
  const report = await mirrorLive(live);
  if (report.batch) batches.push(report.batch);
  return report;
}

const atPosts =
  (answer: (response: ServerResponse) => void): typeof live.answers =>
  ({ pathname }, response) => {
    if (!pathname.endsWith('/v2/posts')) return false;
    answer(response);
    return true;
  };

test.each<[string, typeof live.answers, string]>([
  [
    'a site that is no WordPress',
    (_, response) => Boolean(response.end('<html><h1>Hello</h1>')),
    'has neither the REST API of a WordPress nor its feed',
  ],
  ['posts that nobody may read', atPosts((response) => response.writeHead(401).end('{}')), 'the server answered 401'],
  [
    'no JSON',
    atPosts((response) => response.end('<b>Warning</b>: in line 3')),
    'no JSON and begins with “<b>Warning</b>',
  ],
  ['no list', atPosts((response) => response.end('{"a":1}')), 'no list'],
  [
    'pages that repeat for ever',
    atPosts((response) =>
      response.writeHead(200, { 'X-WP-TotalPages': '99999' }).end('[{"id":9,"content":{"rendered":"x"}}]'),
    ),
    'gives the same entries as the pages before it',
  ],
  [
    'an answer that is too large',
    atPosts((response) => response.writeHead(200, { 'content-length': '999999999' }).end()),
    'it is larger than 64 MB',
  ],
  [
    'a redirect to a private address',
    atPosts((response) => response.writeHead(302, { location: 'http://10.0.0.1/secret' }).end()),
    'it is not on the public internet',
  ],
  ['an answer that breaks off', atPosts((response) => response.socket?.destroy()), 'could not be reached'],
])('refused with a sentence and nothing imported: %s', async (_, answers, sentence) => {
  live.posts = [{ id: 81, slug: 'never' }];
  live.answers = answers;
  const before = await tableHashes();
  await expect(mirror()).rejects.toThrow(sentence);
  await expect(mirror()).rejects.toThrow('Nothing was imported.');
  expect(await tableHashes()).toEqual(before);
});

test('a pull that breaks off changes nothing, and the next one begins where the last whole one ended', async () => {
  live.posts = [{ id: 101, slug: 'whole' }];
  await mirror();
  live.posts = Array.from({ length: 150 }, (_, at) => ({
    id: 200 + at,
    slug: `later-${at}`,
    date: '2026-05-01T10:00:00',
  }));
  live.answers = ({ pathname, searchParams }, response) =>
    pathname.endsWith('/v2/posts') && searchParams.get('page') === '2' && Boolean(response.writeHead(502).end());
  const before = await tableHashes();
  await expect(mirror()).rejects.toThrow('the server answered 502. Nothing was imported.');
  expect(await tableHashes()).toEqual(before);
  live.answers = () => false;
  live.asked = [];
  expect((await mirror()).created).toMatchObject({ posts: 150 });
  expect(live.asked.find((url) => url.includes('/v2/posts'))).toContain('modified_after=2014-05-05T08%3A30%3A00Z');
});

test('a private address is not asked', async () => {
  const input = { address: live.home, cutOver: false, dryRun: false };
  await expect(runMirror('operator', input)).rejects.toThrow('it is not on the public internet');
  await expect(runMirror('operator', { ...input, address: 'ftp://a.example' })).rejects.toThrow('must look like');
  expect(live.asked).toEqual([]);
});

test('people, comments and media that are not shown are named, and the rest comes', async () => {
  live.posts = [{ id: 91, slug: 'alone' }];
  live.answers = ({ pathname }, response) =>
    /\/v2\/(?:users|comments|media)$/.test(pathname) && Boolean(response.writeHead(401).end('{}'));
  const report = await mirror();
  expect(report.created).toMatchObject({ posts: 1, authors: 0 });
  expect(report.notes.map(({ where }) => where)).toEqual(expect.arrayContaining(['authors', 'comments', 'media']));
});
