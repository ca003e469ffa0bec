'use client';

import { useMemo, useState, type RefObject } from 'react';
import type { ShownNotes } from '@/components/notes/shown-notes';
import type { Passage } from '@/lib/html/passage';
import type { BodyHandle } from './body/body-editor';

/** The notes, the words selected for a new one, and the one whose mark was pressed. */
export function useNotes({ open }: ShownNotes, body: RefObject<BodyHandle | null>, onOpen: () => void) {
  const [selected, setSelected] = useState<Passage | null>(null);
  const [focused, setFocused] = useState('');
  const [begun, setBegun] = useState(0);
  const marked = useMemo(
    () =>
      open.filter(({ passage }) => passage.quote !== '' && !passage.isGone).map(({ id, passage }) => ({ id, passage })),
    [open],
  );
  return {
    marked,
    panel: { selected, focused, begun },
    onOpen: () => {
      setSelected(body.current?.selected() ?? null);
      setFocused('');
      setBegun(0);
      onOpen();
    },
    onNewNote: () => {
      setSelected(body.current?.selected() ?? null);
      setFocused('');
      setBegun((count) => count + 1);
      onOpen();
    },
    onNote: (id: string) => {
      setFocused(id);
      setBegun(0);
      onOpen();
    },
  };
}
