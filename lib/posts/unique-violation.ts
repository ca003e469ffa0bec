import 'server-only';

/**
 * Runs a write again when a row that it meant to make was made by somebody else at the same instant (a tag of the same
 * name, an address): the second run finds that row and goes round it.
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
