import type { ServerResponse } from 'node:http';

export type CapturedAnswer = { status: number; headers: Record<string, string>; cookies: string[]; body: Buffer };

/** The reader went away before the answer was whole. */
export class AnswerAborted extends Error {}

/** Lets `handle` write to the response as it likes, holds back what it writes, and answers with the whole. */
export async function capture(response: ServerResponse, handle: () => Promise<void>): Promise<CapturedAnswer> {
  const chunks: Buffer[] = [];
  const original = {
    write: response.write,
    end: response.end,
    writeHead: response.writeHead,
    flushHeaders: response.flushHeaders,
  };
  const finished = new Promise<void>((resolve, reject) => {
    const take = (chunk: unknown, encoding?: unknown) => {
      if (typeof chunk === 'string')
        chunks.push(Buffer.from(chunk, typeof encoding === 'string' ? (encoding as BufferEncoding) : 'utf8'));
      else if (chunk instanceof Uint8Array) chunks.push(Buffer.from(chunk));
    };
    Object.assign(response, {
      write(chunk: unknown, encoding?: unknown, done?: unknown) {
        take(chunk, encoding);
        const callback = typeof encoding === 'function' ? encoding : done;
        if (typeof callback === 'function') queueMicrotask(() => (callback as () => void)());
        return true;
      },
      end(chunk?: unknown, encoding?: unknown) {
        if (typeof chunk !== 'function') take(chunk, encoding);
        resolve();
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
    response.once('close', () => reject(new AnswerAborted()));
  });
  try {
    await Promise.all([handle(), finished]);
  } finally {
    Object.assign(response, original);
  }
  const headers: Record<string, string> = {};
  for (const [name, value] of Object.entries(response.getHeaders())) {
    if (name !== 'set-cookie' && value !== undefined) headers[name] = String(value);
  }
  return {
    status: response.statusCode,
    headers,
    cookies: [response.getHeader('set-cookie') ?? []].flat().map(String),
    body: Buffer.concat(chunks),
  };
}
