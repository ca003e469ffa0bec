/**
 * Next's page cache stores nothing, because page-cache.ts stores finished pages in front of Next; invalidations go to
 * the bus of this process. Next does not wait for them when an action redirects, so hold-response.ts does.
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
