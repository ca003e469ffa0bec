export const MAX_LOCKS = 50;

/** The comment whose replies are locked, at all depths, and why. */
export type LockedReplies = { id: string; path: string; reason: string };

/** The lock under which a comment stands, its own or that of one above it, or null. */
export function lockOver(locks: readonly LockedReplies[], path: string): LockedReplies | null {
  return locks.find((lock) => path.startsWith(lock.path)) ?? null;
}

/** Whether a lock stands anywhere in the conversation that this comment is part of or begins. */
export function hasLockIn(locks: readonly LockedReplies[], path: string) {
  return locks.some((lock) => path.startsWith(lock.path) || lock.path.startsWith(path));
}

/** What is said instead of a form. */
export function lockSentence({ reason }: LockedReplies) {
  return `Replies to this comment are locked: ${reason}`;
}
