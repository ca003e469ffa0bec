import type { IncomingMessage, OutgoingHttpHeader, ServerResponse } from 'node:http';
import { escapeHtml } from '@/lib/html/escaping';
import { paths } from '@/lib/web/paths';

type Head = OutgoingHttpHeader[] | Record<string, OutgoingHttpHeader>;

/** No shared cache may keep what is answered from here on. `notice`: said at the top of each page; "" for nothing. */
export function keepPrivate(request: IncomingMessage, response: ServerResponse, notice: string) {
  const writeHead = response.writeHead.bind(response) as (status: number) => ServerResponse;
  const setOwn = (status: number) => {
    const caching = String(response.getHeader('cache-control') ?? 'no-store');
    response.setHeader('Cache-Control', caching.includes('no-store') ? 'private, no-store' : 'private, no-cache');
    response.setHeader('X-Robots-Tag', 'noindex');
    response.appendHeader('Vary', 'Cookie');
    return writeHead(status);
  };
  const onHead = notice ? insertNotice(request, response, notice) : null;
  response.writeHead = ((status: number, ...given: unknown[]) => {
    setAll(response, given.find((one): one is Head => typeof one === 'object' && one !== null) ?? {});
    onHead?.();
    return setOwn(status);
  }) as typeof response.writeHead;
}

function setAll(response: ServerResponse, head: Head) {
  const entries = Array.isArray(head)
    ? head.flatMap((name, at) => (at % 2 === 0 ? ([[String(name), head[at + 1] ?? '']] as const) : []))
    : Object.entries(head);
  for (const [name, value] of entries) response.setHeader(name, value as string);
}

/** Above what each HTML page holds; React passes over an element at the top of the body that it does not know. */
function insertNotice(request: IncomingMessage, response: ServerResponse, notice: string) {
  // Compressed or unchanged, a page could not be added to.
  request.headers['accept-encoding'] = 'identity';
  delete request.headers['if-none-match'];
  const { write, end } = response;
  let state: 'head' | 'waiting' | 'done' = 'head';
  let held = '';
  const onHead = () => {
    const isPage = String(response.getHeader('content-type')).startsWith('text/html');
    state = isPage && !response.hasHeader('content-encoding') && request.method !== 'HEAD' ? 'waiting' : 'done';
    if (state === 'done') return;
    response.removeHeader('content-length');
    response.removeHeader('etag');
  };
  const insert = (chunk: unknown) => {
    if (state === 'head' && !response.headersSent) response.writeHead(response.statusCode);
    if (state !== 'waiting' || !(typeof chunk === 'string' || chunk instanceof Uint8Array)) return chunk;
    held += Buffer.from(chunk as Uint8Array).toString('latin1');
    const [opening] = /<body[^>]*>/.exec(held) ?? [];
    if (!opening) return Buffer.alloc(0);
    state = 'done';
    return Buffer.from(
      held.replace(opening, () => opening + latin(noticeHtml(notice))),
      'latin1',
    );
  };
  const rest = () => (state === 'waiting' ? Buffer.from(held, 'latin1') : undefined);
  Object.assign(response, {
    write: (chunk: unknown, ...more: unknown[]) =>
      (write as (...args: unknown[]) => boolean).call(response, insert(chunk), ...more),
    end: (chunk?: unknown, ...more: unknown[]) => {
      const last = insert(typeof chunk === 'function' ? undefined : chunk);
      const callbacks = typeof chunk === 'function' ? [chunk] : more;
      return (end as (...args: unknown[]) => ServerResponse).call(response, rest() ?? last, ...callbacks);
    },
  });
  return onHead;
}

function latin(text: string) {
  return Buffer.from(text).toString('latin1');
}

function noticeHtml(notice: string) {
  return `<aside id="maintenance-notice" style="${noticeStyle}"><a href="${paths.admin.visibility()}" style="color:inherit">${escapeHtml(notice)}</a></aside>`;
}

const noticeStyle =
  'padding:12px 16px;background:#5a3a00;color:#fff;font:600 15px/1.4 system-ui,sans-serif;text-align:center';
