import { setTimeout as pause } from 'node:timers/promises';

/** A millisecond or two of work. */
const SLICE = 50;

/**
 * Works through many items a slice at a time. Between slices it rests as long as it worked: whoever waits for this process
 * is heard, and whoever waits for a processor gets one.
 */
export async function inSlices<T>(items: readonly T[], work: (slice: readonly T[]) => void) {
  for (let start = 0; start < items.length; start += SLICE) {
    const began = performance.now();
    work(items.slice(start, start + SLICE));
    await pause(performance.now() - began);
  }
}
