import 'server-only';
import { lookup, type LookupAddress } from 'node:dns';
import { request as plainRequest, type IncomingMessage, type RequestOptions } from 'node:http';
import { request as secureRequest } from 'node:https';
import { isIP, type LookupFunction } from 'node:net';
import { Semaphore } from 'async-mutex';
import { AppError } from '@/lib/platform/errors';
import { isPublicAddress } from './public-addresses';

export type Destination = { address: string; port: number };

export type FetchOptions = {
  accept: string;
  /** Size limit in bytes. */
  largest: number;
  /** Timeout including redirects, in ms. */
  within?: number;
  /** Permitted destinations; by default public web servers. */
  mayDial?: (destination: Destination) => boolean;
};

export type Fetched = {
  bytes: Buffer;
  /** Where it was in the end. */ url: string;
  contentType: string;
  headers: Headers;
};

export type PostOptions = {
  body: string;
  headers: Record<string, string>;
  /** Size limit of the answer in bytes. */
  largest: number;
  /** Timeout of the whole exchange, in ms. */
  within: number;
  /** Permitted destinations; by default public web servers. */
  mayDial?: (destination: Destination) => boolean;
};

/** Why nothing was fetched, in a sentence for users. */
export class FetchError extends AppError {
  /** The HTTP status of an answer that was not taken; null without an answer. */
  readonly answered: number | null;

  constructor(why: string, answered: number | null = null) {
    super('invalid', `This address could not be fetched: ${why}.`);
    this.answered = answered;
  }
}

const MAX_REDIRECTS = 5;
const DEFAULT_TIMEOUT_MS = 15_000;
const webPorts = [80, 443, 8080, 8443];

// Limits concurrency, so that this server cannot be used to attack others.
const semaphore = new Semaphore(4);
const MAX_QUEUE = 40;
let waiting = 0;

/** Fetches a user-entered address. SSRF-safe: dials only checked addresses, also on redirects. Sends no credentials. */
export async function fetchPublic(address: string, options: FetchOptions): Promise<Fetched> {
  if (waiting >= MAX_QUEUE)
    throw new AppError('unavailable', 'Too many addresses are being fetched at the moment. Please try again.');
  waiting += 1;
  try {
    return await semaphore.runExclusive(() => follow(address, options));
  } finally {
    waiting -= 1;
  }
}

/** Posts to an address, with the same checks of what is dialled. Follows no redirect, and takes no answer but 200. */
export async function postPublic(address: string, options: PostOptions): Promise<{ text: string; headers: Headers }> {
  const signal = AbortSignal.timeout(options.within);
  const { body, headers, mayDial, largest } = options;
  const request = { method: 'POST', body, headers, ...(mayDial ? { mayDial } : {}) };
  const answer = await ask(webAddress(address, undefined), request, signal);
  const { bytes } = await read(answer, { largest }, signal);
  return { text: bytes.toString('utf8'), headers: headersOf(answer) };
}

async function follow(address: string, options: FetchOptions): Promise<Fetched> {
  const signal = AbortSignal.timeout(options.within ?? DEFAULT_TIMEOUT_MS);
  let url = webAddress(address, undefined);
  for (let hops = 0; hops <= MAX_REDIRECTS; hops += 1) {
    const request = { headers: { accept: options.accept }, ...(options.mayDial ? { mayDial: options.mayDial } : {}) };
    const answer = await ask(url, request, signal);
    const next = [301, 302, 303, 307, 308].includes(answer.statusCode ?? 0) ? answer.headers.location : undefined;
    if (!next) return { ...(await read(answer, options, signal)), url: url.href };
    answer.destroy();
    url = webAddress(next, url);
  }
  throw refused('it redirects too many times');
}

function webAddress(address: string, base: URL | undefined) {
  const url = URL.parse(address, base);
  if (!url || !/^https?:$/.test(url.protocol)) throw refused('it is not a web address');
  if (url.username || url.password) throw refused('it holds a user name or a password');
  return url;
}

type Question = {
  method?: string;
  body?: string;
  headers: Record<string, string>;
  mayDial?: (destination: Destination) => boolean;
};

function ask(url: URL, { method = 'GET', body = '', headers, mayDial = isWebServer }: Question, signal: AbortSignal) {
  const port = Number(url.port || (url.protocol === 'https:' ? 443 : 80));
  const host = url.hostname.replace(/^\[|\]$/g, '');
  // IP literals skip the lookup.
  if (isIP(host) && !mayDial({ address: host, port })) throw refused('it is not on the public internet');
  const request: RequestOptions = {
    method,
    agent: false,
    lookup: guardedLookup((found) => mayDial({ address: found, port })),
    signal,
    maxHeaderSize: 16 * 1024,
    headers: { ...headers, 'accept-encoding': 'identity', 'user-agent': 'Masthead' },
  };
  return new Promise<IncomingMessage>((resolve, reject) => {
    const sent = (url.protocol === 'https:' ? secureRequest : plainRequest)(url, request, resolve);
    // Later errors (an interrupted response) surface in the stream.
    sent.on('error', (error) => reject(explained(error, signal)));
    sent.end(body);
  });
}

function isWebServer({ address, port }: Destination) {
  return isPublicAddress(address) && webPorts.includes(port);
}

// Every resolved address must be allowed (DNS rebinding).
function guardedLookup(isAllowed: (address: string) => boolean): LookupFunction {
  return (hostname, options, callback) => {
    const refuse = (error: NodeJS.ErrnoException) => callback(error, '', 0);
    lookup(hostname, { ...options, all: true }, (error, addresses: LookupAddress[]) => {
      if (error) return refuse(error);
      const [first] = addresses;
      if (!first || !addresses.every(({ address }) => isAllowed(address))) {
        return refuse(refused('it is not on the public internet'));
      }
      return options.all ? callback(null, addresses) : callback(null, first.address, first.family);
    });
  };
}

async function read(answer: IncomingMessage, { largest }: Pick<FetchOptions, 'largest'>, signal: AbortSignal) {
  const status = answer.statusCode ?? 0;
  const encoding = answer.headers['content-encoding'] ?? 'identity';
  try {
    if (status !== 200) throw new FetchError(`the server there answered ${status}`, status);
    if (encoding !== 'identity') throw refused('the server there sent it compressed');
    if (Number(answer.headers['content-length'] ?? 0) > largest) throw tooLarge(largest);
    const chunks: Buffer[] = [];
    let size = 0;
    for await (const chunk of answer as AsyncIterable<Buffer>) {
      size += chunk.byteLength;
      if (size > largest) throw tooLarge(largest);
      chunks.push(chunk);
    }
    return {
      bytes: Buffer.concat(chunks),
      contentType: answer.headers['content-type'] ?? '',
      headers: headersOf(answer),
    };
  } catch (error) {
    throw explained(error, signal);
  } finally {
    answer.destroy();
  }
}

function headersOf({ headers }: IncomingMessage) {
  const entries = Object.entries(headers).flatMap(([name, value]) => [value ?? []].flat().map((one) => [name, one]));
  return new Headers(entries as [string, string][]);
}

function explained(error: unknown, signal: AbortSignal) {
  if (error instanceof AppError) return error;
  return refused(signal.aborted ? 'the server there took too long' : 'the server there could not be reached');
}

function tooLarge(largest: number) {
  const size = Math.floor(largest / 1024 / 1024);
  return refused(size > 0 ? `it is larger than ${size} MB` : 'it is too large');
}

function refused(why: string) {
  return new FetchError(why);
}
