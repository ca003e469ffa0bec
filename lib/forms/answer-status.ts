import { AsyncLocalStorage } from 'node:async_hooks';
import type { ServerResponse } from 'node:http';
import type { AppError } from '@/lib/platform/errors';

/** Of a response between the action and server/, which removes it: what a form was refused with. */
export const REFUSAL_HEADER = 'x-masthead-refusal';

/** Says what a page has to show of a refused form, and the words to say it with if the page does not. */
export type NotedRefusal = {
  status: number;
  language: string;
  /** The refusal, then what is wrong with single fields. */
  sentences: string[];
  words: RefusalWords;
};
export type RefusalWords = { copy: string; typed: string; signIn: string; again: string; home: string };

/** Headers are limited to some kilobytes. */
const MAX_SENTENCES = 10;

// One per process: Next bundles this module several times.
const store = globalThis as { mastheadAnswers?: AsyncLocalStorage<ServerResponse> };

/** The response that is being written, for what Next gives actions no access to. */
export const answering = (store.mastheadAnswers ??= new AsyncLocalStorage<ServerResponse>());

/**
 * Gives the page that answers a refused form its status, and says when it may be sent again (`retryAfter` in seconds,
 * RFC 9110, 10.2.3). A fault of ours leaves the status: the server would replace the page, and what was typed in it.
 * Notes the refusal for a page on which the form is not any more.
 */
export function answerRefusal(
  { status, retryAfter }: Pick<AppError, 'status' | 'retryAfter'>,
  refusal: Omit<NotedRefusal, 'status'>,
) {
  const response = answering.getStore();
  if (!response || status >= 500) return;
  response.statusCode = status;
  response.setHeader(REFUSAL_HEADER, writeNoted({ ...refusal, status }));
  if (retryAfter !== null) response.setHeader('Retry-After', String(Math.ceil(retryAfter)));
}

/** What a response was refused with, if it answers a refused form. */
export function readNoted(response: ServerResponse): NotedRefusal | null {
  const header = response.getHeader(REFUSAL_HEADER);
  return header === undefined ? null : (JSON.parse(decodeURIComponent(String(header))) as NotedRefusal);
}

function writeNoted({ sentences, ...noted }: NotedRefusal) {
  return encodeURIComponent(JSON.stringify({ ...noted, sentences: sentences.slice(0, MAX_SENTENCES) }));
}
