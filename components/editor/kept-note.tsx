'use client';

import { useEffect, useState } from 'react';
import { readJournal } from './journal';

/** Where the editor broke: whether this browser keeps what was being written, said only if it does. */
export function KeptNote({ postId }: { postId: string }) {
  const [isKept, setIsKept] = useState(false);
  useEffect(() => {
    let isHere = true;
    void readJournal(postId).then((entry) => isHere && setIsKept(Boolean(entry)));
    return () => {
      isHere = false;
    };
  }, [postId]);
  if (!isKept) return null;
  return <p role="status">Your text is saved in this browser. Reload the page to continue.</p>;
}
