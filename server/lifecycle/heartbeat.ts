import { url as debuggerAddress } from 'node:inspector';
import type { Message } from '@/server/cluster/messages';
import { chargedMs, type ProcessTime } from './process-time';

const INTERVAL_MS = 1_000;
const TURNS = 3;

type Limit = { chargedMs: number; elapsedMs: number };
const whileServing: Limit = { chargedMs: 5_000, elapsedMs: 120_000 };
const whileStarting: Limit = { chargedMs: 60_000, elapsedMs: 300_000 };
const unlimited: Limit = { chargedMs: Infinity, elapsedMs: Infinity };

export function sendHeartbeats(send: (message: Message) => void) {
  const startHeartbeat = () => send({ kind: 'heartbeat', isDebugged: debuggerAddress() !== undefined });
  setInterval(startHeartbeat, INTERVAL_MS).unref();
}

/** Detects a stuck child. Counts ticks, because both may be suspended together. */
export class Heartbeat {
  #limit = unlimited;
  #left = unlimited;
  #messagesAt: number[] = [];
  #time: ProcessTime | null = null;
  readonly #timer: NodeJS.Timeout;

  constructor(onStuck: () => void, readTime: () => ProcessTime | null = () => null) {
    this.#timer = setInterval(() => {
      if (this.#limit === unlimited) return;
      this.#tick(readTime());
      if (this.#left.chargedMs > 0 && this.#left.elapsedMs > 0) return;
      this.stop();
      onStuck();
    }, INTERVAL_MS);
    this.#timer.unref();
  }

  expectStart() {
    this.#setLimit(whileStarting);
  }

  receive(message: Message) {
    this.#messagesAt = [...this.#messagesAt.slice(1 - TURNS), performance.now()];
    const serves = message.kind === 'listening' || message.kind === 'heartbeat';
    if (message.kind === 'heartbeat' && message.isDebugged) this.#setLimit(unlimited);
    else if (serves || this.#limit === whileServing) this.#setLimit(whileServing);
  }

  isSlow(since: number) {
    return this.#limit === whileServing && this.#messagesAt.filter((at) => at > since).length < TURNS;
  }

  stop() {
    clearInterval(this.#timer);
  }

  #setLimit(limit: Limit) {
    this.#limit = limit;
    this.#left = limit;
  }

  #tick(now: ProcessTime | null) {
    const { chargedMs: charged, elapsedMs: elapsed } = this.#left;
    this.#left = {
      chargedMs: charged - chargedMs(this.#time, now, INTERVAL_MS),
      elapsedMs: elapsed - INTERVAL_MS,
    };
    this.#time = now;
  }
}
