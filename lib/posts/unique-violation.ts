import 'server-only';

/**
 * Retries a write when a row that it meant to create was created concurrently (a tag of the same name, a slug): the
 * second run finds that row.
 */
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
