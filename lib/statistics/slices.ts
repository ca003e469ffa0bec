import { setImmediate as endOfTurn } from 'node:timers/promises';

/** A few milliseconds of work. */
const SLICE = 200;

/** Works through many items a slice at a time; whoever else waits for this process is heard between. */
export async function inSlices<T>(items: readonly T[], work: (slice: readonly T[]) => void) {
  for (let start = 0; start < items.length; start += SLICE) {
    work(items.slice(start, start + SLICE));
    await endOfTurn();
  }
}
