import { url as debuggerAddress } from 'node:inspector';
import type { Message } from '@/server/cluster/worker-bus';

const BEAT_EVERY = 1_000;
/** A process that has said nothing for so many beats is stuck. */
const SILENT_BEATS = 5;
/** How many beats it may take until a process that takes the place of another one says its first word. */
const BEATS_TO_START = 60;

/** Tells the parent every second that this process still gets round to things. */
export function beat(tell: (message: Message) => void) {
  setInterval(() => tell({ kind: 'alive', isDebugged: debuggerAddress() !== undefined }), BEAT_EVERY).unref();
}

/**
 * Listens to whether a process is alive. Whatever it says counts, and time is counted in beats of this process, so that
 * both may be held up together (a laptop that sleeps, a shell that stops all). Who stands in a debugger may be silent.
 */
export class Heartbeat {
  #left = Infinity;
  readonly #timer: NodeJS.Timeout;

  constructor(whenSilent: () => void) {
    this.#timer = setInterval(() => {
      this.#left -= 1;
      if (this.#left > 0) return;
      this.stop();
      whenSilent();
    }, BEAT_EVERY);
    this.#timer.unref();
  }

  /** For who takes another one's place: it has nothing to do before it can answer. */
  expectStart() {
    this.#left = BEATS_TO_START;
  }

  hear(message: Message) {
    const isBeating = message.kind === 'listening' || message.kind === 'alive';
    if (message.kind === 'alive' && message.isDebugged) this.#left = Infinity;
    else if (isBeating || this.#left <= SILENT_BEATS) this.#left = SILENT_BEATS;
  }

  stop() {
    clearInterval(this.#timer);
  }
}
