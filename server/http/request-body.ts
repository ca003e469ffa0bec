import { IncomingMessage, type ServerResponse } from 'node:http';
import { Socket } from 'node:net';
import { formatSize, type BodyLimits } from './body-limits';
import type { Refusal } from './refusals';
import { Overloaded } from './request-queues';

/** After a head start (ms). */
const MIN_BYTES_PER_SECOND = 500;
const HEAD_START_MS = 5_000;
const CHECK_INTERVAL_MS = 500;
/** In bytes; a client may have a quarter of it. */
const MAX_HELD_BYTES = 128 * 1024 * 1024;
const MAX_HELD_PER_CLIENT = MAX_HELD_BYTES / 4;

const goBack = 'Your browser still has what you wrote: go back one page';

export class BodyRejected extends Error {
  readonly refusal: Refusal;

  constructor(refusal: Refusal) {
    super(refusal.title);
    this.refusal = refusal;
  }
}

export class ClientDisconnected extends Error {}

export type Pace = { slowest: number; headStart: number; lookEvery: number };
const usualPace: Pace = { slowest: MIN_BYTES_PER_SECOND, headStart: HEAD_START_MS, lookEvery: CHECK_INTERVAL_MS };

const buffered = { bytes: 0, ofClients: new Map<string, number>() };

/** Buffers the body; its memory counts until the work is done. */
export async function withWholeBody<T>(
  request: IncomingMessage,
  { bounds, client, pace = usualPace }: { bounds: BodyLimits; client: string | null; pace?: Pace },
  work: (body: Buffer) => Promise<T>,
): Promise<T> {
  if (Number(request.headers['content-length'] ?? 0) > bounds.bytes) throw tooLarge(bounds);
  let bytes = 0;
  const take = (more: number) => {
    bytes += more;
    hold(client, more);
    if (bytes > bounds.bytes) throw tooLarge(bounds);
  };
  try {
    return await work(await receive(request, { within: bounds.within, pace, take }));
  } finally {
    hold(client, -bytes);
  }
}

export function withBody({ method = 'POST', url = '/', headers }: IncomingMessage, body: Buffer): IncomingMessage {
  const request = new IncomingMessage(new Socket());
  const ofTransport = /^(content-length|transfer-encoding|expect|trailer)$/;
  const ofHead = Object.entries(headers).filter(([name]) => !ofTransport.test(name));
  request.headers = { ...Object.fromEntries(ofHead), 'content-length': String(body.byteLength) };
  Object.assign(request, { method, url, httpVersion: '1.1', httpVersionMajor: 1, httpVersionMinor: 1, complete: true });
  request.push(body);
  request.push(null);
  return request;
}

/** Refuses or disconnects slow senders of bodies that are read elsewhere. */
export function enforcePace(request: IncomingMessage, response: ServerResponse, onSlow: (refusal: Refusal) => void) {
  const began = performance.now();
  const { socket } = request;
  const before = socket.bytesRead;
  const timer = setInterval(() => {
    if (request.complete || !isTooSlow(socket.bytesRead - before, performance.now() - began, usualPace)) return;
    clearInterval(timer);
    onSlow(tooSlow().refusal);
  }, CHECK_INTERVAL_MS);
  response.once('close', () => clearInterval(timer));
}

type Receiving = { within: number; pace: Pace; take: (bytes: number) => void };

function receive(request: IncomingMessage, receiving: Receiving) {
  return request.complete ? receiveAtOnce(request, receiving) : receiveInParts(request, receiving);
}

// Short bodies arrive with their header.
async function receiveAtOnce(request: IncomingMessage, { take }: Receiving) {
  const body: Buffer = request.read() ?? Buffer.alloc(0);
  take(body.byteLength);
  return body;
}

function receiveInParts(request: IncomingMessage, { within, pace, take }: Receiving) {
  const { promise, resolve, reject } = Promise.withResolvers<Buffer>();
  const chunks: Buffer[] = [];
  let bytes = 0;
  const began = performance.now();
  const timer = setInterval(() => {
    const elapsed = performance.now() - began;
    if (elapsed > within || isTooSlow(bytes, elapsed, pace)) reject(tooSlow());
  }, pace.lookEvery);
  const onData = (chunk: Buffer) => {
    try {
      take(chunk.byteLength);
      bytes += chunk.byteLength;
      chunks.push(chunk);
    } catch (error) {
      reject(error);
    }
  };
  const onEnd = () => {
    request.off('close', onClose);
    resolve(Buffer.concat(chunks));
  };
  const onClose = () => reject(new ClientDisconnected('The connection was closed.'));
  request.on('data', onData).once('end', onEnd).once('close', onClose).once('error', onClose);
  return promise.finally(() => {
    clearInterval(timer);
    request.off('data', onData).off('end', onEnd).off('close', onClose).off('error', onClose);
    request.on('error', () => {});
    chunks.length = 0;
  });
}

function isTooSlow(bytes: number, elapsed: number, { slowest, headStart }: Pace) {
  return elapsed > headStart && bytes / (elapsed / 1000) < slowest;
}

function hold(client: string | null, bytes: number) {
  const own = (client === null ? 0 : (buffered.ofClients.get(client) ?? 0)) + bytes;
  buffered.bytes += bytes;
  if (client !== null && own > 0) buffered.ofClients.set(client, own);
  else if (client !== null) buffered.ofClients.delete(client);
  if (bytes > 0 && (buffered.bytes > MAX_HELD_BYTES || own > MAX_HELD_PER_CLIENT))
    throw new Overloaded('Too many large requests are in progress.');
}

function tooLarge({ bytes, isSignedOut }: BodyLimits) {
  if (isSignedOut) return signedOut();
  return new BodyRejected({
    status: 413,
    title: 'This is too much for one form.',
    advice: `It accepts at most ${formatSize(bytes)}, so nothing was saved.`,
    remedy: `${goBack}, make it shorter, and send it again.`,
  });
}

export function signedOut() {
  return new BodyRejected({
    status: 401,
    title: 'This browser is signed out.',
    advice: 'So nothing was saved.',
    remedy: 'Your browser still has what you wrote: sign in in another tab, go back one page here, and send it again.',
  });
}

function tooSlow() {
  return new BodyRejected({
    status: 408,
    title: 'This took too long to send.',
    advice: 'The connection may be weak, and nothing was saved.',
    remedy: `${goBack}, and send it again.`,
  });
}
