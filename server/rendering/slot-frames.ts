import { randomInt } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { text } from 'node:stream/consumers';
import { frameDocument } from '@/lib/slots/frame-document';
import { findFrameCode } from '@/lib/slots/queries';
import { countReport } from '@/lib/slots/reports';
import { readSettings } from '@/lib/settings/queries';
import { AppError } from '@/lib/platform/errors';
import { FRAME_REPORTS } from '@/server/http/body-limits';
import { CLIENT_HEADER } from '@/server/http/client-address';

const frameAddress = /^\/_s\/f\/([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})-([0-9a-f]{16})$/;

/** Serves pasted code under a policy that isolates it from the site. */
export async function serveSlotFrame(request: IncomingMessage, response: ServerResponse, pathname: string) {
  if (pathname === FRAME_REPORTS && request.method === 'POST') return receiveReport(request, response);
  const [, id, hash] = frameAddress.exec(pathname) ?? [];
  const isReading = request.method === 'GET' || request.method === 'HEAD';
  const found = isReading && id && hash ? await findFrameCode(id, hash) : null;
  if (!found) {
    response.writeHead(404, { 'Content-Type': 'text/plain; charset=utf-8', 'Cache-Control': 'no-store' });
    response.end('Not found.\n');
    return;
  }
  // The policy has frame-ancestors; a sandboxed document with an opener policy would not load.
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

async function receiveReport(request: IncomingMessage, response: ServerResponse) {
  const end = (status: number) => void response.writeHead(status, { 'Cache-Control': 'no-store' }).end();
  try {
    const client = request.headers[CLIENT_HEADER]?.toString() ?? '';
    end((await countReport(await text(request), client)) ? 204 : 400);
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    end(error.status);
  }
}
