/**
 * Between the primary and its workers, and between whoever answers requests and its renderer. `clock` is the moment of
 * the sender's own caches.clock, `address` where a renderer is reached, `lines` what it did for the operator.
 */
export type Message = MessageToParent | MessageToChild;

type MessageToParent =
  | { kind: 'ready'; address: string | null; lines: string[] }
  | { kind: 'listening' }
  | { kind: 'heartbeat'; isDebugged: boolean }
  | { kind: 'invalidate'; id: number; tags: readonly string[]; clock: number }
  | { kind: 'acknowledged'; id: number }
  /** Went stale in the child unannounced: by the clock, or by a log that only the child reads. */
  | { kind: 'expired'; tags: readonly string[] };

type MessageToChild =
  | { kind: 'joined'; lease: string | null; clock: number }
  | { kind: 'lease'; until: string }
  | { kind: 'invalidate'; id: number; tags: readonly string[]; clock: number }
  | { kind: 'invalidated'; id: number }
  | { kind: 'failed'; id: number };
