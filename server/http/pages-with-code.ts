import type { IncomingMessage, ServerResponse } from 'node:http';
import { env } from '@/lib/platform/env';
import { plainWith, zippedWith, type NonceForms } from '@/server/cache/nonce-forms';
import type { Application } from '@/server/rendering/application';
import { anonymousRequest } from '@/server/rendering/buffered-response';
import { AUDIENCE } from '@/server/rendering/slot-addresses';
import { newNonce, NONCE_PLACEHOLDER } from '@/server/rendering/slot-runtime';
import { clientOf } from './client-address';
import { inPagePolicy } from './content-security-policy';
import { acceptsGzip } from './negotiation';
import { queues } from './request-queues';

/** Replace those of the page itself. A nonce is good for one answer: nobody keeps it, and it has no validator. */
export function headersWithCode(html: string): Record<string, string> {
  const isSecure = env().siteUrl.startsWith('https:');
  return {
    'content-security-policy': inPagePolicy(html, { nonce: NONCE_PLACEHOLDER, isSecure }),
    'cross-origin-opener-policy': 'same-origin-allow-popups',
    'cache-control': 'private, no-cache',
    vary: 'Accept-Encoding, Cookie',
  };
}

export function sendWithCode(request: IncomingMessage, response: ServerResponse, forms: NonceForms, status: number) {
  const nonce = newNonce();
  const isZipped = acceptsGzip(request);
  const [shared, rest] = isZipped ? zippedWith(nonce, forms) : plainWith(nonce, forms);
  const head = [...forms.head, 'content-length', String(shared.byteLength + rest.byteLength)];
  head[forms.nonceAt] = (head[forms.nonceAt] ?? '').replace(NONCE_PLACEHOLDER, nonce);
  if (isZipped) head.push('content-encoding', 'gzip');
  response.writeHead(status, head);
  if (request.method !== 'HEAD') response.write(shared);
  response.end(request.method === 'HEAD' ? undefined : rest);
}

/** Cheap, and true rather too often: then the session is looked up. */
export function mayBeSignedIn({ headers }: IncomingMessage) {
  return headers.cookie?.includes('session') ?? false;
}

/** Whether in-page code may run in the browser that asks; not if that cannot be found out. */
export async function mayRunCode(request: IncomingMessage, application: Application): Promise<boolean> {
  if (!mayBeSignedIn(request)) return true;
  const question = anonymousRequest(AUDIENCE);
  question.headers.cookie = request.headers.cookie;
  try {
    const { answer } = await queues.personal.run(clientOf(request), () => application.render(question));
    return answer.status === 204;
  } catch {
    return false;
  }
}
