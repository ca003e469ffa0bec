import { Agent, request } from 'node:http';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';

type Ask = { method?: string; headers?: Record<string, string>; body?: string };
export type Reply = {
  status: number;
  headers: Record<string, string | string[] | undefined>;
  raw: Buffer;
  /** The body as it was before it was compressed. */
  text: string;
};

const agent = new Agent({ keepAlive: true, maxSockets: 32 });

/** Sends the path and the headers exactly as given: fetch() would tidy the one and add to the other. */
export function ask(url: string, path: string, { method = 'GET', headers = {}, body }: Ask = {}) {
  const { hostname, port } = new URL(url);
  return new Promise<Reply>((resolve, reject) => {
    const asking = request({ hostname, port, path, method, headers, agent }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () => {
        const raw = Buffer.concat(chunks);
        const text = decoded(raw, String(response.headers['content-encoding'])).toString();
        resolve({ status: response.statusCode ?? 0, headers: response.headers, raw, text });
      });
    });
    asking.on('error', reject);
    asking.end(body);
  });
}

/** Does the work for each number from 0, with this concurrency. */
export async function repeat<T>(times: number, atOnce: number, work: (i: number) => Promise<T>) {
  const results: T[] = [];
  let next = 0;
  const take = async () => {
    for (let i = next++; i < times; i = next++) results.push(await work(i));
  };
  await Promise.all(Array.from({ length: atOnce }, take));
  return results;
}

function decoded(raw: Buffer, encoding: string) {
  if (raw.byteLength === 0) return raw;
  if (encoding === 'gzip') return gunzipSync(raw);
  return encoding === 'br' ? brotliDecompressSync(raw) : raw;
}
