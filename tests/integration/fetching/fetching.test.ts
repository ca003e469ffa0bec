import { createServer, type RequestListener } from 'node:http';
import { isIP, type AddressInfo } from 'node:net';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { fetchPublic, postPublic, type Destination } from '@/lib/fetching/fetching';
import { copyImage } from '@/lib/media/copying';
import { actorWith } from '../../factories/users';

const answers: Record<string, RequestListener> = {
  '/picture': (_request, response) => void picture().then((bytes) => response.end(bytes)),
  '/page': (_request, response) => response.writeHead(200, { 'content-type': 'image/png' }).end('<h1>No picture</h1>'),
  '/away': (_request, response) => response.writeHead(302, { location: '/picture' }).end(),
  '/round': (_request, response) => response.writeHead(302, { location: '/round' }).end(),
  '/inside': (_request, response) => response.writeHead(302, { location: 'http://10.0.0.1/picture' }).end(),
  '/named': (_request, response) => response.writeHead(302, { location: 'http://ann:secret@example.org/' }).end(),
  '/file': (_request, response) => response.writeHead(302, { location: 'file:///etc/hostname' }).end(),
  '/packed': (_request, response) => response.writeHead(200, { 'content-encoding': 'gzip' }).end('x'),
  '/said-large': (_request, response) => response.writeHead(200, { 'content-length': '5000' }).end('x'.repeat(5_000)),
  '/large': (_request, response) => {
    // One part after the other, until the client disconnects.
    const send = () => response.destroyed || response.write('x'.repeat(1_000), () => setImmediate(send));
    send();
  },
  '/slow': () => {},
  '/half': (_request, response) => {
    response.writeHead(200, { 'content-length': '500' }).write('x');
    setImmediate(() => response.destroy());
  },
  '/posted': (request, response) => {
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('end', () =>
      response
        .writeHead(200, { 'x-verdict': 'discard' })
        .end(JSON.stringify([request.method, request.headers, String(Buffer.concat(parts))])),
    );
  },
  '/told': (request, response) => response.end(JSON.stringify(request.headers)),
};

const server = createServer((request, response) => {
  const answer = answers[request.url ?? ''];
  if (answer) answer(request, response);
  else response.writeHead(404).end();
});
let port = 0;
const at = (path: string) => `http://127.0.0.1:${port}${path}`;
/** The stand-in and nothing else. */
const mayDial = (target: Destination) => target.address === '127.0.0.1' && target.port === port;
const options = { accept: 'image/*', largest: 4_000, mayDial };

beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  ({ port } = server.address() as AddressInfo);
});

afterAll(() => {
  server.closeAllConnections();
  server.close();
});

function picture() {
  return sharp({ create: { width: 40, height: 30, channels: 3, background: 'teal' } })
    .png()
    .toBuffer();
}

test('fetches an address over redirects, and sends no identifying headers', async () => {
  const { bytes, url } = await fetchPublic(at('/away'), options);
  expect(bytes).toEqual(await picture());
  expect(url).toBe(at('/picture'));
  const received = JSON.parse(String((await fetchPublic(at('/told'), options)).bytes)) as Record<string, string>;
  expect(Object.keys(received).sort()).toEqual(['accept', 'accept-encoding', 'connection', 'host', 'user-agent']);
});

test.each([
  ['/none', /answered 404/],
  ['/round', /redirects too many times/],
  ['/inside', /not on the public internet/],
  ['/named', /user name or a password/],
  ['/file', /not a web address/],
  ['/packed', /compressed/],
  ['/said-large', /too large/],
  ['/large', /too large/],
  ['/half', /could not be reached/],
])('%s is refused with a sentence', async (path, sentence) => {
  await expect(fetchPublic(at(path), options)).rejects.toMatchObject({
    code: 'invalid',
    message: expect.stringMatching(sentence),
  });
});

test('gives up on a silent server', async () => {
  await expect(fetchPublic(at('/slow'), { ...options, within: 200 })).rejects.toMatchObject({
    message: expect.stringMatching(/too long/),
  });
});

test.each([
  'ftp://example.org/a.png',
  'data:image/png;base64,AAAA',
  '/uploads/a.png',
  'http://ann:secret@93.184.216.34/',
  'http://127.0.0.1/a.png',
  'http://localhost/a.png',
  'http://localhost./a.png',
  'http://2130706433/a.png',
  'http://0x7f.1/a.png',
  'http://[::1]/a.png',
  'http://[::ffff:7f00:1]/a.png',
  'http://[64:ff9b::7f00:1]/a.png',
  'http://169.254.169.254/latest/meta-data/',
  'http://100.64.0.1/',
  'http://93.184.216.34:25/',
])('does not connect to %s', async (address) => {
  await expect(fetchPublic(address, { accept: '*/*', largest: 1_000 })).rejects.toMatchObject({ code: 'invalid' });
});

describe('a post', () => {
  const post = { body: 'a=1', headers: { 'content-type': 'text/plain' }, largest: 4_000, within: 2_000, mayDial };

  test('sends body and headers, and answers with text and headers', async () => {
    const { text, headers } = await postPublic(at('/posted'), post);
    const sent = { 'content-type': 'text/plain', 'user-agent': 'Masthead' };
    expect(JSON.parse(text)).toEqual(['POST', expect.objectContaining(sent), 'a=1']);
    expect(headers.get('X-Verdict')).toBe('discard');
  });

  test('takes no answer but 200 and says what it was; no redirect is followed', async () => {
    await expect(postPublic(at('/none'), post)).rejects.toMatchObject({ answered: 404 });
    await expect(postPublic(at('/away'), post)).rejects.toMatchObject({ answered: 302 });
    await expect(postPublic(at('/half'), post)).rejects.toMatchObject({ answered: null });
  });

  test('gives up on a silent server and on an endless answer', async () => {
    await expect(postPublic(at('/slow'), { ...post, within: 200 })).rejects.toMatchObject({
      message: expect.stringMatching(/too long/),
    });
    await expect(postPublic(at('/large'), post)).rejects.toMatchObject({ message: expect.stringMatching(/too large/) });
  });

  test('does not dial what is not on the public internet', async () => {
    const { mayDial: _any, ...guarded } = post;
    for (const address of [at('/posted'), `http://localhost:${port}/posted`]) {
      await expect(postPublic(address, guarded)).rejects.toMatchObject({
        message: expect.stringMatching(/not on the public internet/),
      });
    }
  });
});

test('checks the address that is connected to, not the name', async () => {
  const seen: Destination[] = [];
  const none = (target: Destination) => seen.push(target) === 0;
  await expect(fetchPublic(`http://localhost:${port}/picture`, { ...options, mayDial: none })).rejects.toMatchObject({
    message: expect.stringMatching(/not on the public internet/),
  });
  expect(seen.map((target) => [isIP(target.address) > 0, target.port])).toContainEqual([true, port]);
});

test('an image of another site is copied into the library; other files are refused by their bytes', async () => {
  const author = await actorWith('author');
  const made = await copyImage(author, { address: at('/picture'), alt: 'The quay' }, { mayDial });
  expect(made).toMatchObject({ alt: 'The quay', width: 40, height: 30, url: expect.stringMatching(/^\/uploads\//) });
  await expect(copyImage(author, { address: at('/page') }, { mayDial })).rejects.toMatchObject({ code: 'invalid' });
  await expect(copyImage(author, { address: at('/picture') })).rejects.toMatchObject({
    message: 'This address could not be fetched: it is not on the public internet.',
  });
  await expect(copyImage(await actorWith('reader'), { address: at('/picture') }, { mayDial })).rejects.toMatchObject({
    code: 'forbidden',
  });
});
