'use client';

import { lazy, type ReactNode } from 'react';

/** A script of its own, for whoever reads English does not need the translations. */
const Words = lazy(() => import('./german-words'));

/** Without a fallback: the page is sent when the words are there, and stays as it was sent until the browser has them. */
export function GermanText({ children }: { children: ReactNode }) {
  return <Words>{children}</Words>;
}
