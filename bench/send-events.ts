// Sends page views with three boxes each, a thousand events a second, until its input ends; prints how many were sent and
// how many of them were not accepted. In a process of its own, because readers share no thread with other readers.
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { browser, pageBatch } from '../tests/factories/page-batches';
import { ask, startFlood } from './probing';
import { EVENTS_PER_BATCH, EVENTS_PER_SECOND, type SentEvents } from './sent-events';

const { address, boxes, posts } = JSON.parse(process.argv[2] ?? '{}') as SentEvents;
const url = address ?? (await listenHere());
process.stdout.write('sending\n');
const flood = startFlood(EVENTS_PER_SECOND / EVENTS_PER_BATCH, (index, agent) => {
  const body = JSON.stringify(batchOf(posts[index % posts.length] ?? null));
  const headers = { 'sec-fetch-site': 'same-origin', 'user-agent': browser, 'content-length': body.length };
  return ask(url, { agent, method: 'POST', headers }, body);
});
await new Promise((resolve) => process.stdin.resume().once('end', resolve));
const statuses = await flood.stop();
process.stdout.write(JSON.stringify([statuses.length, statuses.filter((status) => status !== 204).length]));
process.exit(0);

function batchOf(post: string | null) {
  const slots = boxes
    .slice(0, EVENTS_PER_BATCH - 1)
    .map((box): ['slot', string, number, number[]] => ['slot', box, 0, [5, 40]]);
  return pageBatch([['view'], ...slots], { page: 'post', post });
}

// What sending alone costs the machine.
async function listenHere() {
  const server = createServer((request, response) => {
    request.resume().once('end', () => response.writeHead(204).end());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
}
