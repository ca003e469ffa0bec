/**
 * What Next asks about its own page cache. Finished pages are kept once, by server/page-cache.ts in front of Next, so
 * this one keeps nothing; an invalidation is passed on to the process's tag clock, from which all caches read.
 */
export default class NextCacheHandler {
  async get() {
    return null;
  }

  async set() {}

  async revalidateTag(tags) {
    globalThis.mastheadCaches?.clock.invalidate([tags].flat());
  }

  resetRequestCache() {}
}
