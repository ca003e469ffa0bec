import type { ReactNode } from 'react';

/** The article with its slots, in the post settings. */
export function OutlineDetails({ children }: { children: ReactNode }) {
  return (
    <details className="drawer__more">
      <summary>Slots in this article</summary>
      {children}
    </details>
  );
}
