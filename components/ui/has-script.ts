'use client';

import { useSyncExternalStore } from 'react';

/** Whether the page's script runs: not on the server, and not in a browser without scripts. */
export function useHasScript() {
  return useSyncExternalStore(
    () => () => {},
    () => true,
    () => false,
  );
}
