import { AsyncLocalStorage } from 'node:async_hooks';
import type { ServerResponse } from 'node:http';
import type { AppError } from '@/lib/platform/errors';

// One per process: Next bundles this module several times.
const store = globalThis as { mastheadAnswers?: AsyncLocalStorage<ServerResponse> };

/** The response that is being written, for what Next gives actions no access to. */
export const answering = (store.mastheadAnswers ??= new AsyncLocalStorage<ServerResponse>());

/**
 * Gives the page that answers a refused form its status, and says when it may be sent again (`retryAfter` in seconds,
 * RFC 9110, 10.2.3). A fault of ours leaves the status: the server would replace the page, and what was typed in it.
 */
export function setAnswerStatus({ status, retryAfter }: Pick<AppError, 'status' | 'retryAfter'>) {
  const response = answering.getStore();
  if (!response || status >= 500) return;
  response.statusCode = status;
  if (retryAfter !== null) response.setHeader('Retry-After', String(Math.ceil(retryAfter)));
}
