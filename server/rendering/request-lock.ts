const locks = new Map<string, Promise<unknown>>();

/** Next would share a rendering under way, without its tags or recent writes. */
export async function withLock<T>(address: string, render: () => Promise<T>): Promise<T> {
  const before = locks.get(address) ?? Promise.resolve();
  const mine = before.then(render, render);
  locks.set(address, mine);
  try {
    return await mine;
  } finally {
    if (locks.get(address) === mine) locks.delete(address);
  }
}
