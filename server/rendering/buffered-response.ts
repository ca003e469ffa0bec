import { IncomingMessage, ServerResponse } from 'node:http';
import { Socket } from 'node:net';
import { answering } from '@/lib/forms/answer-status';
import type { FollowedRule } from '@/lib/redirects/queries';
import { env } from '@/lib/platform/env';

export type Render = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

export type Answer = {
  status: number;
  headers: Record<string, string>;
  cookies: string[];
  body: Buffer;
  /** The stored redirect that this answer is from. */
  rule?: FollowedRule;
};

/** Without a socket: client headers cannot reach a cached page, and a disconnect cancels nothing. */
export function anonymousRequest(pathname: string): IncomingMessage {
  const { host, protocol } = new URL(env().siteUrl);
  const request = new IncomingMessage(new Socket());
  request.method = 'GET';
  request.url = pathname;
  request.httpVersion = '1.1';
  request.httpVersionMajor = 1;
  request.httpVersionMinor = 1;
  request.headers = { host, 'x-forwarded-proto': protocol.slice(0, -1), accept: 'text/html' };
  request.push(null);
  return request;
}

export function routerRequest({ url = '/', headers }: IncomingMessage): IncomingMessage {
  const request = anonymousRequest(url);
  const own = Object.entries(headers).filter(([name]) => name === 'rsc' || /^next-(url|router-)/.test(name));
  Object.assign(request.headers, Object.fromEntries(own));
  return request;
}

export function withoutBody({ method = 'GET', url = '/', headers }: IncomingMessage): IncomingMessage {
  const request = anonymousRequest(url);
  request.method = method;
  const ofHead = Object.entries(headers).filter(([name]) => !/^(content-.*|transfer-encoding|expect)$/.test(name));
  request.headers = Object.fromEntries(ofHead);
  return request;
}

export async function renderToBuffer(request: IncomingMessage, render: Render): Promise<Answer> {
  const response = new ServerResponse(request);
  const chunks: Buffer[] = [];
  const finished = new Promise<void>((resolve) => collect(response, chunks, resolve)).then(() => {
    response.emit('finish');
    return response.emit('close');
  });
  await Promise.all([answering.run(response, () => render(request, response)), finished]);
  const headers: Record<string, string> = {};
  for (const [name, value] of Object.entries(response.getHeaders())) {
    // Next sets the location of a cached redirect twice.
    const single = name === 'location' && Array.isArray(value) ? value[0] : value;
    if (name !== 'set-cookie' && single !== undefined) headers[name] = String(single);
  }
  const cookies = [response.getHeader('set-cookie') ?? []].flat().map(String);
  return { status: response.statusCode, headers, cookies, body: Buffer.concat(chunks) };
}

function collect(response: ServerResponse, chunks: Buffer[], finish: () => void) {
  const take = (chunk: unknown, encoding: unknown) => {
    if (typeof chunk === 'string') chunks.push(Buffer.from(chunk, isEncoding(encoding) ? encoding : 'utf8'));
    else if (chunk instanceof Uint8Array) chunks.push(Buffer.from(chunk));
  };
  const callBack = (...candidates: unknown[]) => {
    const callback = candidates.find((candidate) => typeof candidate === 'function') as (() => void) | undefined;
    if (callback) queueMicrotask(callback);
  };
  Object.assign(response, {
    write(chunk: unknown, encoding?: unknown, done?: unknown) {
      take(chunk, encoding);
      callBack(encoding, done);
      return true;
    },
    end(chunk?: unknown, encoding?: unknown, done?: unknown) {
      take(chunk, encoding);
      Object.assign(response, { finished: true });
      callBack(chunk, encoding, done);
      finish();
      return response;
    },
    writeHead(status: number, ...rest: unknown[]) {
      response.statusCode = status;
      const headers = rest.find((value) => typeof value === 'object' && value !== null) as
        Record<string, string> | undefined;
      for (const [name, value] of Object.entries(headers ?? {})) response.setHeader(name, value);
      return response;
    },
    flushHeaders() {},
  });
}

function isEncoding(value: unknown): value is BufferEncoding {
  return typeof value === 'string' && Buffer.isEncoding(value);
}
