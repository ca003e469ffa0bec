import { randomInt } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { frameDocument } from '@/lib/slots/frame-document';
import { findFrameCode } from '@/lib/slots/queries';
import { countReport } from '@/lib/slots/reports';
import { readSettings } from '@/lib/settings/queries';
import { AppError } from '@/lib/errors';
import { CLIENT_HEADER } from './client-address';
import { comesFromElsewhere } from './same-origin';

const frameAddress = /^\/_n\/f\/([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})-([0-9a-f]{16})$/;

const REPORTS = '/_n/e';
/** Larger than any report that our own script sends, in bytes. */
const LARGEST_REPORT = 1_000;

/** Serves the document of a slot's pasted code under its own policy, which makes it a stranger to the site. */
export async function serveNookFrame(request: IncomingMessage, response: ServerResponse, pathname: string) {
  if (pathname === REPORTS && request.method === 'POST') return takeReport(request, response);
  const [, id, hash] = frameAddress.exec(pathname) ?? [];
  const isReading = request.method === 'GET' || request.method === 'HEAD';
  const found = isReading && id && hash ? await findFrameCode(id, hash) : null;
  if (!found) {
    response.writeHead(404, { 'Content-Type': 'text/plain; charset=utf-8', 'Cache-Control': 'no-store' });
    response.end('There is nothing here.\n');
    return;
  }
  // Who may frame it is said by its policy; a sandboxed document with an opener policy would not load at all.
  response.removeHeader('X-Frame-Options');
  response.removeHeader('Cross-Origin-Opener-Policy');
  const content = {
    code: found.code,
    language: (await readSettings()).language,
    title: found.label || 'Advertisement',
  };
  const { headers, body } = frameDocument(content, String(randomInt(1_000_000_000, 10_000_000_000)));
  response.writeHead(200, { ...headers, 'Content-Length': Buffer.byteLength(body) });
  response.end(request.method === 'HEAD' ? undefined : body);
}

// Sent by server/slot-guard.ts as a beacon: nobody reads the answer.
async function takeReport(request: IncomingMessage, response: ServerResponse) {
  const end = (status: number) => void response.writeHead(status, { 'Cache-Control': 'no-store' }).end();
  if (comesFromElsewhere(request)) return end(403);
  const body = await shortBody(request);
  if (body === null) return end(413);
  try {
    const client = request.headers[CLIENT_HEADER]?.toString() ?? '';
    end((await countReport(body, client)) ? 204 : 400);
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    end(429);
  }
}

async function shortBody(request: IncomingMessage): Promise<string | null> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    bytes += chunk.byteLength;
    if (bytes > LARGEST_REPORT) return null;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}
