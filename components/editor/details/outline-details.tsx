import { useText } from '#text';
import type { ReactNode } from 'react';

/** The article with its slots, in the post settings. */
export function OutlineDetails({ children }: { children: ReactNode }) {
  const t = useText();
  return (
    <details className="drawer__more">
      <summary>{t('Slots in this article')}</summary>
      {children}
    </details>
  );
}
