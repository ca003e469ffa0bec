import { z } from 'zod';
import type { LockedReplies } from './locked-replies';

const stored = z.array(z.object({ id: z.string(), path: z.string(), reason: z.string() }));

/** As `Post.lockedReplies` holds them. */
export function readLocks(text: string | null): LockedReplies[] {
  return text === null ? [] : stored.parse(JSON.parse(text));
}

export function writeLocks(locks: readonly LockedReplies[]) {
  return locks.length > 0 ? JSON.stringify(locks) : null;
}
