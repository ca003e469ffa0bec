const last = new Map<string, Promise<unknown>>();

/** Next would share a rendering that is under way, which then lacks its own tags, or what was just written. */
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
