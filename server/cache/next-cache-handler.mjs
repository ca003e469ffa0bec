/** Stores nothing, because page-cache.ts does; only passes on invalidations. */
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
