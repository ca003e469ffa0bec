import type { ReactNode } from 'react';

type Props = { label: string; className: string; children: ReactNode };

/** Content that scrolls by itself, with the keyboard as well. */
export function ScrollRegion({ label, className, children }: Props) {
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- What scrolls must be reached by keyboard.
    <div className={className} role="region" aria-label={label} tabIndex={0}>
      {children}
    </div>
  );
}
