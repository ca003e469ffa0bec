const pending = new Set<Promise<unknown>>();

/** Invalidations not yet acknowledged by all processes. */
export function pendingInvalidations() {
  return [...pending];
}

export function trackInvalidation<T>(invalidation: Promise<T>) {
  pending.add(invalidation);
  const forget = () => pending.delete(invalidation);
  invalidation.then(forget, forget);
  return invalidation;
}
