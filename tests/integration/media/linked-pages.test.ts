import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Destination } from '@/lib/fetching/fetching';
import { readLinkedPage } from '@/lib/media/linked-pages';
import { env } from '@/lib/platform/env';
import { createPost } from '../../factories/posts';
import { actorWith } from '../../factories/users';

const server = createServer((request, response) => {
  if (request.url !== '/fog') response.writeHead(404).end();
  else response.end('<title>Fog</title><meta name="description" content="Over the quay">');
});
let port = 0;
const mayDial = (target: Destination) => target.address === '127.0.0.1' && target.port === port;

beforeAll(async () => {
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  port = (server.address() as AddressInfo).port;
});
afterAll(() => void server.close());

test('a page elsewhere is read once, and says what it is', async () => {
  const page = await readLinkedPage(await actorWith('author'), `http://127.0.0.1:${port}/fog`, { mayDial });
  expect(page).toEqual({ title: 'Fog', text: 'Over the quay', site: '127.0.0.1', poster: '', refusal: '' });
});

test('a page that is not there or not public is answered with why', async () => {
  const author = await actorWith('author');
  const gone = await readLinkedPage(author, `http://127.0.0.1:${port}/gone`, { mayDial });
  expect(gone).toMatchObject({ title: '', refusal: expect.stringContaining('answered 404') });
  const inside = await readLinkedPage(author, `http://127.0.0.1:${port}/fog`);
  expect(inside).toMatchObject({ title: '', refusal: expect.stringContaining('not on the public internet') });
});

test('a post of the site itself is read without the network, unless it is no reader’s', async () => {
  const author = await actorWith('author');
  const post = await createPost({ title: 'Tides', excerpt: 'All of them.' });
  const draft = await createPost({ title: 'Secret', status: 'draft' });
  const own = await readLinkedPage(author, `${env().siteUrl}/${post.slug}`);
  expect(own).toMatchObject({ title: 'Tides', text: 'All of them.', refusal: '' });
  expect(own.site).not.toBe('');
  expect(await readLinkedPage(author, `/${draft.slug}`)).toMatchObject({
    title: '',
    refusal: 'There is no published page at this address.',
  });
  await expect(readLinkedPage(await actorWith('reader'), '/a')).rejects.toMatchObject({ code: 'forbidden' });
});
