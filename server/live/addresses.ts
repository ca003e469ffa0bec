const postId = '([\\da-f]{8}(?:-[\\da-f]{4}){3}-[\\da-f]{12})';

/** A stream of how many new comments a thread has. */
export const LIVE_STREAMS = '/_s/live/';
/** The same to be asked for now and then. */
export const THREAD_STATES = '/_s/t/';
/** The script that follows a thread, before its version. */
export const LIVE_SCRIPT = '/_s/l-';

const ofStream = new RegExp(`^${LIVE_STREAMS}${postId}$`);
const ofState = new RegExp(`^${THREAD_STATES}${postId}$`);

export function postOfStream(pathname: string) {
  return ofStream.exec(pathname)?.[1] ?? null;
}

export function postOfState(pathname: string) {
  return ofState.exec(pathname)?.[1] ?? null;
}
