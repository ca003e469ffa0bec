import { get } from 'node:http';
import { expect, test } from 'vitest';
import { startProduct, until } from '../setup/product';
import { ask } from './request';

const article = '/the-ferry-that-waits';

/** The post's id and what the page knows of its thread, as its script finds them. */
async function threadOf(url: string) {
  const { text } = await ask(url, article);
  const [, id = '', since = ''] = /data-live="([^"]+)" data-since="([^"]+)"/.exec(text) ?? [];
  return { id, since };
}

function follow(url: string, path: string) {
  const stream = { text: '', isOver: false };
  get(url + path, { agent: false }, (answer) => {
    answer.on('data', (chunk) => (stream.text += String(chunk)));
    answer.on('end', () => (stream.isOver = true));
  });
  return stream;
}

test('streams have no cookie, are refused with a sentence, and end when the site stops', async () => {
  const { url, process: main, ended } = await startProduct({ TRUSTED_PROXIES: '127.0.0.1' });
  const { id, since } = await threadOf(url);
  const address = `/_s/live/${id}?since=${since}`;
  const head = await ask(url, address, { method: 'HEAD' });
  expect([head.status, head.headers['set-cookie']]).toEqual([200, undefined]);
  const refusals: [string, Record<string, string>, number, string][] = [
    [`/_s/live/${id}`, {}, 400, 'since when'],
    [`/_s/live/${id}?since=never`, {}, 400, 'since when'],
    ['/_s/live/00000000-0000-7000-8000-000000000000?since=0.0', {}, 404, 'no such conversation'],
    [address, { 'sec-fetch-site': 'cross-site' }, 403, 'pages of this site'],
  ];
  for (const [path, headers, status, sentence] of refusals) {
    const answer = await ask(url, path, { headers });
    expect([path, answer.status, answer.text.includes(sentence)]).toEqual([path, status, true]);
    expect(answer.headers['x-content-type-options']).toBe('nosniff');
  }
  expect((await ask(url, address, { method: 'POST', body: 'x' })).status).toBe(405);
  expect((await ask(url, '/_s/live/none?since=0.0')).status).toBe(404);

  const streams = Array.from({ length: 40 }, () => follow(url, address));
  await until(() => streams.every(({ text }) => text.includes('data: 0\n\n')));
  main.kill('SIGTERM');
  await until(() => streams.every(({ isOver }) => isOver));
  expect(await ended).toBe(0);
});

test('without a stream the same is asked for by a conditional request', async () => {
  const { url } = await startProduct();
  const { id, since } = await threadOf(url);
  const first = await ask(url, `/_s/t/${id}`);
  const { count, moments } = JSON.parse(first.text) as { count: number; moments: number[] };
  expect(since).toBe(`${count}.${moments[0]}`);
  const again = await ask(url, `/_s/t/${id}`, { headers: { 'if-none-match': String(first.headers.etag) } });
  expect([first.status, again.status, again.text]).toEqual([200, 304, '']);
  expect((await ask(url, '/_s/t/00000000-0000-7000-8000-000000000000')).status).toBe(404);
});
