import { caches } from './process-caches';

/**
 * Says that the page being rendered found nothing to show: server/ answers it with status 404. Next's own notFound() puts
 * nothing but a script into the page, and a reader without JavaScript would see an empty one.
 */
export function markMissing() {
  const context = caches.rendering.getStore();
  if (context) context.isMissing = true;
}
