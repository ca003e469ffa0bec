import { caches } from './process-caches';

/**
 * Keeps HTML beside the rendering of a document and answers with its place there. Null where the answer has to carry it
 * itself: to a script that asks for a part of a page, or in a page made for one person.
 */
export function deferHtml(html: string): number | null {
  const deferredHtml = caches.rendering.getStore()?.deferredHtml;
  return deferredHtml ? deferredHtml.push(html) - 1 : null;
}
