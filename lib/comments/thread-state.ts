/** What tells how many comments a reader has not seen: how many there are, and when the last ones appeared, newest first. */
export type ThreadState = { count: number; moments: number[] };
export type ThreadCursor = { count: number; moment: number };

const MAX_DIGITS = 16;
const written = new RegExp(`^(\\d{1,${MAX_DIGITS}})\\.(\\d{1,${MAX_DIGITS}})$`);

/** What a page knows of its thread, for its address of new comments. */
export function writeCursor({ count, moments }: ThreadState) {
  return `${count}.${moments[0] ?? 0}`;
}

/** Null if it was not written by `writeCursor`. */
export function readThreadCursor(text: string): ThreadCursor | null {
  const [, count, moment] = written.exec(text) ?? [];
  return count === undefined || moment === undefined ? null : { count: Number(count), moment: Number(moment) };
}

/**
 * How many comments appeared since. One that was written before the newest on the page, and committed after it, shows in
 * the count alone; one that came while another was removed, in the moments alone.
 */
export function newSince({ count, moments }: ThreadState, since: ThreadCursor) {
  return Math.max(0, count - since.count, moments.filter((moment) => moment > since.moment).length);
}
