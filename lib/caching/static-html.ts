import { caches } from './process-caches';

/** Stores HTML beside a cached document and returns its position; null if the response must contain it. */
export function deferHtml(html: string): number | null {
  const deferredHtml = caches.rendering.getStore()?.deferredHtml;
  return deferredHtml ? deferredHtml.push(html) - 1 : null;
}
