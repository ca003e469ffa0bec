import type { ReactNode } from 'react';

/** The empty state of a list: what it is for, and the first action. */
export function EmptyState({ title, children }: { title: string; children: ReactNode }) {
  return (
    <div className="empty">
      <h2>{title}</h2>
      {children}
    </div>
  );
}
