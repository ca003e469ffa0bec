import { caches } from './process-caches';

/** Makes server/ respond with 404. Next's notFound() renders an empty page without JavaScript. */
export function markMissing() {
  const context = caches.rendering.getStore();
  if (context) context.isMissing = true;
}
