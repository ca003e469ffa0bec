import 'server-only';
import { setTimeout as pause } from 'node:timers/promises';
import { log } from '@/lib/platform/log';
import { attachCover } from './creation';

const FIRST_PAUSE_MS = 15_000;
const LONGEST_PAUSE_MS = 60 * 60 * 1000;

/** Adds the sample's cover, again after a while if that failed, as on a machine too busy to read it in time. Returns how to stop. */
export function startAttachingCover(firstPause = FIRST_PAUSE_MS) {
  const stopping = new AbortController();
  const work = attachUntilDone(stopping.signal, firstPause);
  return async () => {
    stopping.abort();
    await work;
  };
}

async function attachUntilDone(signal: AbortSignal, firstPause: number) {
  for (let next = firstPause; !signal.aborted; next = Math.min(next * 2, LONGEST_PAUSE_MS)) {
    try {
      return await attachCover();
    } catch (error) {
      log.warn({ event: 'sample_image_failed', error }, 'sample image not added, to be tried again');
    }
    await pause(next, undefined, { signal, ref: false }).catch(() => undefined);
  }
}
