const last = new Map<string, Promise<unknown>>();

/**
 * Lets renderings of one address take turns. Next gives whoever asks for an address the rendering of it that is under
 * way, whoever began that and when (response-cache's batcher): a page would be without its own tags, and an answer to a
 * write without what was written.
 */
export async function withLock<T>(address: string, render: () => Promise<T>): Promise<T> {
  const before = last.get(address) ?? Promise.resolve();
  const mine = before.then(render, render);
  last.set(address, mine);
  try {
    return await mine;
  } finally {
    if (last.get(address) === mine) last.delete(address);
  }
}
