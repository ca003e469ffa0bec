'use client';

import { useState } from 'react';
import type { LibraryChoice } from '../tiptap/media-views';
import { LibraryDialog } from './library-dialog';

/** Blocks that want an image of the library ask for it here. */
export function useLibraryChoice() {
  const [choosing, setChoosing] = useState<LibraryChoice | null>(null);
  return {
    choosing,
    ask: (then: LibraryChoice) => setChoosing(() => then),
    end: () => setChoosing(null),
  };
}

export function LibraryChoices({ choosing, onEnd }: { choosing: LibraryChoice | null; onEnd: () => void }) {
  if (!choosing) return null;
  return <LibraryDialog onChoose={(image) => (onEnd(), choosing(image))} onClose={onEnd} />;
}
