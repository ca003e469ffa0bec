import type { ReactNode } from 'react';

/**
 * live: done and visible. next: scheduled. waiting: needs someone. quiet: neither. gone: in the trash, refused, failed.
 */
export type Tone = 'live' | 'next' | 'waiting' | 'quiet' | 'gone';

/** A state as a word with a dot: the dot's shape and colour only repeat what the word says. */
export function StatusBadge({ tone, children }: { tone: Tone; children: ReactNode }) {
  return (
    <span className="state" data-tone={tone}>
      {children}
    </span>
  );
}
