import type { ReactNode } from 'react';

/** What stands where a list would: what this place is for, and the first act. */
export function EmptyState({ title, children }: { title: string; children: ReactNode }) {
  return (
    <div className="empty">
      <h2>{title}</h2>
      {children}
    </div>
  );
}
