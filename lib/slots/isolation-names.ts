import type { CodeIsolation } from './creative';

/** In bytes of UTF-8. */
export const MAX_CODE_LENGTH = 100_000;

export const isolationNames: Record<CodeIsolation, string> = {
  sandboxed: 'Isolated frame',
  'isolated-origin': 'Frame on a second domain',
  'in-page': 'In the page',
};
