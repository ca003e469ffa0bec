import { caches } from './process-caches';

/**
 * Keeps HTML beside the rendering of a document and answers with its place there. Null where the answer has to carry it
 * itself: to a script that asks for a part of a page, or in a page made for one person.
 */
export function setAside(html: string): number | null {
  const kept = caches.rendering.getStore()?.finishedHtml;
  return kept ? kept.push(html) - 1 : null;
}
