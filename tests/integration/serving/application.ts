import { createServer, request as httpRequest, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gunzipSync } from 'node:zlib';
import { onTestFinished, vi } from 'vitest';
import { localApplication } from '@/server/rendering/application';
import { createHandler } from '@/server/http/handler';

type Answering = (request: IncomingMessage, response: ServerResponse) => void | Promise<void>;
export type Reply = { status: number; headers: Record<string, string | string[] | undefined>; body: string };
type Ask = { method?: string; headers?: Record<string, string>; body?: string };

/** Puts the server in front of a small application, as it stands in front of Next. */
export async function serveApplication(answer: Answering) {
  vi.stubEnv('NODE_ENV', 'production');
  const handle = createHandler({
    isDevelopment: false,
    application: localApplication(async (request, response) => answer(request, response)),
  });
  let arrived = 0;
  const server = createServer((request, response) => {
    arrived += 1;
    handle(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  onTestFinished(() => {
    vi.unstubAllEnvs();
    server.closeAllConnections();
    server.close();
  });
  return { port, arrived: () => arrived, ask: (path: string, how: Ask = {}) => ask(port, path, how) };
}

/** A page of the kind that may be kept. */
export function sendStatic(response: ServerResponse, html: string, status = 200) {
  response.writeHead(status, { 'Content-Type': 'text/html; charset=utf-8', 'Cache-Control': 's-maxage=31536000' });
  response.end(html);
}

/** Sends the path exactly as given: fetch() would tidy it first. */
function ask(port: number, path: string, { method = 'GET', headers = {}, body }: Ask) {
  return new Promise<Reply>((resolve, reject) => {
    const request = httpRequest({ host: '127.0.0.1', port, path, method, headers, agent: false }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () => {
        const whole = Buffer.concat(chunks);
        const text = response.headers['content-encoding'] === 'gzip' ? gunzipSync(whole) : whole;
        resolve({ status: response.statusCode ?? 0, headers: response.headers, body: text.toString() });
      });
    });
    request.on('error', reject);
    request.end(body);
  });
}
