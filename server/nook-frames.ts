import { randomInt } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { frameDocument } from '@/lib/slots/frame-document';
import { findFrameCode } from '@/lib/slots/queries';

const frameAddress = /^\/_n\/f\/([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})-([0-9a-f]{16})$/;

/** Serves the document of a slot's pasted code under its own policy, which makes it a stranger to the site. */
export async function serveNookFrame(request: IncomingMessage, response: ServerResponse, pathname: string) {
  const [, id, hash] = frameAddress.exec(pathname) ?? [];
  const isReading = request.method === 'GET' || request.method === 'HEAD';
  const code = isReading && id && hash ? await findFrameCode(id, hash) : null;
  if (code === null) {
    response.writeHead(404, { 'Content-Type': 'text/plain; charset=utf-8', 'Cache-Control': 'no-store' });
    response.end('There is nothing here.\n');
    return;
  }
  // Who may frame it is said by its policy; a sandboxed document with an opener policy would not load at all.
  response.removeHeader('X-Frame-Options');
  response.removeHeader('Cross-Origin-Opener-Policy');
  const { headers, body } = frameDocument(code, String(randomInt(1_000_000_000, 10_000_000_000)));
  response.writeHead(200, { ...headers, 'Content-Length': Buffer.byteLength(body) });
  response.end(request.method === 'HEAD' ? undefined : body);
}
