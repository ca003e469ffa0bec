'use client';

import { useSyncExternalStore } from 'react';

/** False on the server and without JavaScript. */
export function useHasScript() {
  return useSyncExternalStore(
    () => () => {},
    () => true,
    () => false,
  );
}
