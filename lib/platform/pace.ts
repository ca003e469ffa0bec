import { performance } from 'node:perf_hooks';
import { setTimeout as pause } from 'node:timers/promises';

/** In ms. Where readers keep the process busy, work that can wait goes on slowly, but it goes on. */
const LONGEST_PAUSE_MS = 100;

/** Paces work that can wait: while it goes on, the process is idle for half of the time, so that requests find it free. */
export class Pace {
  readonly #began = performance.eventLoopUtilization();

  /** To be awaited before each piece, whose own time is a few milliseconds. */
  async next() {
    const { active, idle } = performance.eventLoopUtilization(this.#began);
    const owed = Math.min(active - idle, LONGEST_PAUSE_MS);
    if (owed > 0) await pause(owed);
  }
}
