/**
 * What Next asks about its own page cache. Finished pages are kept once, by server/cache/page-cache.ts in front of Next, so
 * this one keeps nothing; an invalidation is passed on to the process's caches, which tell the other workers. Next does
 * not wait for it when an action redirects: server/cache/hold-response.ts holds the answer back instead.
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
