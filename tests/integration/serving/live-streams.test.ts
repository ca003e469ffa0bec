import { createServer, get, IncomingMessage, ServerResponse, type ClientRequest } from 'node:http';
import { Socket, type AddressInfo } from 'node:net';
import { afterEach, expect, test } from 'vitest';
import { caches } from '@/lib/caching/process-caches';
import { moderateComments } from '@/lib/comments/moderation';
import { findThreadState } from '@/lib/comments/thread-state-queries';
import { newSince, readThreadCursor, writeCursor } from '@/lib/comments/thread-state';
import { db } from '@/lib/database/db';
import { newId } from '@/lib/platform/ids';
import { trashPost } from '@/lib/posts/publishing/unpublishing';
import { LiveStreams, streamLimits, type StreamLimits } from '@/server/live/live-streams';
import { createComment } from '../../factories/comments';
import { createPost } from '../../factories/posts';
import { actorWith } from '../../factories/users';

const ends: (() => void)[] = [];

afterEach(() => {
  for (const end of ends.splice(0)) end();
});

async function start(limits: Partial<StreamLimits> = {}) {
  const streams = new LiveStreams((id) => findThreadState(id), { ...streamLimits, gatherMs: 5, ...limits });
  const server = createServer((request, response) => {
    const { searchParams } = new URL(request.url ?? '', 'http://localhost');
    const about = {
      postId: searchParams.get('post') ?? '',
      since: readThreadCursor(searchParams.get('since') ?? '')!,
      client: searchParams.get('client'),
    };
    void streams.open(response, about).then((opened) => opened !== 'open' && response.writeHead(503).end(opened));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  ends.push(() => {
    streams.close();
    server.closeAllConnections();
    server.close();
  });
  return { streams, follow: (query: Record<string, string>) => follow(port, query) };
}

function follow(port: number, query: Record<string, string>) {
  let text = '';
  const stream = { isOver: false, said: () => [...text.matchAll(/data: (\d+)/g)].map(([, count]) => Number(count)) };
  const asking: ClientRequest = get(`http://127.0.0.1:${port}/?${new URLSearchParams(query)}`, (answer) => {
    answer.on('data', (chunk) => (text += String(chunk)));
    answer.on('close', () => (stream.isOver = true));
  });
  asking.on('error', () => (stream.isOver = true));
  return { ...stream, stream, text: () => text, leave: () => asking.destroy() };
}

async function discussed() {
  const post = await createPost();
  await createComment(post.id);
  const since = writeCursor((await findThreadState(post.id))!);
  return { post, query: { post: post.id, since } };
}

test('followers of a thread are told how many approved comments are new, and nobody else is', async () => {
  const { follow } = await start();
  const [{ post, query }, other] = [await discussed(), await discussed()];
  const [one, two, elsewhere] = [follow(query), follow(query), follow(other.query)];
  await expect.poll(() => [one.said(), two.said(), elsewhere.said()]).toEqual([[0], [0], [0]]);
  const { id } = await createComment(post.id, { status: 'pending' });
  await createComment(post.id);
  await expect
    .poll(() => [one.said(), two.said()])
    .toEqual([
      [0, 1],
      [0, 1],
    ]);
  await moderateComments(await actorWith('moderator'), [id], 'approve');
  await expect.poll(() => one.said()).toEqual([0, 1, 2]);
  await moderateComments(await actorWith('moderator'), [id], 'hide');
  await expect.poll(() => one.said()).toEqual([0, 1, 2, 1]);
  expect(elsewhere.said()).toEqual([0]);
  expect(one.text()).toMatch(/^retry: \d+\n\ndata: 0\n\n/);
  const late = follow(query);
  await expect.poll(() => late.said()).toEqual([1]);
});

test('a comment that was approved long after it was written is new, and so is one beside a removed one', async () => {
  const { post } = await discussed();
  const { id } = await createComment(post.id, { status: 'pending', createdAt: new Date(Date.now() - 86_400_000) });
  const removed = await createComment(post.id);
  const since = readThreadCursor(writeCursor((await findThreadState(post.id))!))!;
  const moderator = await actorWith('moderator');
  await moderateComments(moderator, [removed.id], 'hide');
  expect(newSince((await findThreadState(post.id))!, since)).toBe(0);
  await moderateComments(moderator, [id], 'approve');
  expect(newSince((await findThreadState(post.id))!, since)).toBe(1);
});

test('the state of a thread is told while everybody may read it', async () => {
  const { post } = await discussed();
  expect(await findThreadState(post.id)).toMatchObject({ count: 1 });
  expect(await findThreadState((await createPost({ status: 'draft' })).id)).toBeNull();
  expect(await findThreadState((await createPost({ commentsMode: 'off' })).id)).toBeNull();
  expect(await findThreadState(newId())).toBeNull();
});

test('streams end when their post is no longer public, and there are none of a post that is not', async () => {
  const { follow, streams } = await start();
  const { post, query } = await discussed();
  const reader = follow(query);
  await expect.poll(() => reader.said()).toEqual([0]);
  await trashPost(await actorWith('editor'), await db.post.findUniqueOrThrow({ where: { id: post.id } }));
  await expect.poll(() => reader.stream.isOver).toBe(true);
  const refused = follow(query);
  await expect.poll(() => refused.text()).toBe('missing');
  await expect.poll(() => streams.followers).toBe(0);
});

test('no more than the limit, in all and for one address; who leaves makes room', async () => {
  const { follow, streams } = await start({ streams: 3, perClient: 2 });
  const { query } = await discussed();
  const own = { ...query, client: '203.0.113.9' };
  const open = [follow(own), follow(own)];
  await expect.poll(() => open.map(({ said }) => said())).toEqual([[0], [0]]);
  const third = follow(own);
  await expect.poll(() => third.text()).toBe('too-many');
  const other = follow({ ...query, client: '203.0.113.10' });
  await expect.poll(() => other.said()).toEqual([0]);
  const full = follow({ ...query, client: '203.0.113.11' });
  await expect.poll(() => full.text()).toBe('full');
  open[0]!.leave();
  await expect.poll(() => streams.followers).toBe(2);
  const again = follow(own);
  await expect.poll(() => again.said()).toEqual([0]);
});

test('a silent stream is kept open by heartbeats; after the end nobody is let in', async () => {
  const { follow, streams } = await start({ heartbeatMs: 10 });
  const { query } = await discussed();
  const reader = follow(query);
  await expect.poll(() => reader.text().split(':\n\n').length).toBeGreaterThan(3);
  expect(reader.said()).toEqual([0]);
  streams.close();
  await expect.poll(() => reader.stream.isOver).toBe(true);
  const late = follow(query);
  await expect.poll(() => late.text()).toBe('closing');
});

test('a reader who takes nothing of what is sent is dropped', async () => {
  const { streams } = await start({ heartbeatMs: 5, backlogBytes: 400 });
  const { query } = await discussed();
  // Without a socket nothing is ever taken.
  const response = new ServerResponse(new IncomingMessage(new Socket()));
  const since = readThreadCursor(query.since)!;
  expect(await streams.open(response, { postId: query.post, since, client: null })).toBe('open');
  await expect.poll(() => response.destroyed).toBe(true);
  await expect.poll(() => streams.followers).toBe(0);
});

test('when it is unknown what changed, every thread that is followed is counted again', async () => {
  const { follow } = await start();
  const { post, query } = await discussed();
  const reader = follow(query);
  await expect.poll(() => reader.said()).toEqual([0]);
  await db.post.update({ where: { id: post.id }, data: { commentCount: 4 } });
  await caches.invalidate(['*']);
  await expect.poll(() => reader.said()).toEqual([0, 3]);
});
