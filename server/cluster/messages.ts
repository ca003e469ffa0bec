/** Between parent and child processes. `clock` is the sender's caches.clock.now, `address` a renderer's socket. */
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
