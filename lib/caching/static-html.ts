import { caches } from './process-caches';

/**
 * Stores HTML beside the rendering of a document and returns its position. Null if the response must carry it itself:
 * for a script that requests a part of a page, or in a page for one user.
 */
export function deferHtml(html: string): number | null {
  const deferredHtml = caches.rendering.getStore()?.deferredHtml;
  return deferredHtml ? deferredHtml.push(html) - 1 : null;
}
