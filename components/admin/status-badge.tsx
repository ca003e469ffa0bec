import type { ReactNode } from 'react';

/**
 * live: done and visible. next: scheduled. waiting: needs a decision. quiet: neither. gone: in the trash, refused, failed.
 */
export type Tone = 'live' | 'next' | 'waiting' | 'quiet' | 'gone';

/** A status badge; the dot's shape and colour only repeat the word. */
export function StatusBadge({ tone, children }: { tone: Tone; children: ReactNode }) {
  return (
    <span className="state" data-tone={tone}>
      {children}
    </span>
  );
}
