import 'server-only';

/** Retries a write after a concurrent insert of the same row (tag, slug): the second run finds it. */
export async function retryOnUniqueViolation<T>(write: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await write();
    } catch (error) {
      if (attempt === 4 || !isUniqueViolation(error)) throw error;
    }
  }
}

export function isUniqueViolation(error: unknown) {
  return error instanceof Error && 'code' in error && error.code === 'P2002';
}
