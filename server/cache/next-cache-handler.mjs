/**
 * Finished pages are cached in front of Next (page-cache.ts), so this stores nothing and only passes on invalidations.
 */
export default class NextCacheHandler {
  async get() {
    return null;
  }

  async set() {}

  async revalidateTag(tags) {
    await globalThis.mastheadCaches?.invalidate([tags].flat());
  }

  resetRequestCache() {}
}
