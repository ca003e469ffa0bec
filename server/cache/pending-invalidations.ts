const pending = new Set<Promise<void>>();

/** The invalidations made here that others have not all heard of yet. */
export function pendingAnnouncements() {
  return [...pending];
}

/** Counts an announcement in until everybody has heard it, or it is given up. */
export function awaitEverybody(announcement: Promise<void>) {
  pending.add(announcement);
  const forget = () => pending.delete(announcement);
  announcement.then(forget, forget);
  return announcement;
}
