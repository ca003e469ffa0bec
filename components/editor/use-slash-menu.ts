'use client';

import { useEffect, useRef, useState, type RefObject } from 'react';
import { findSlashItems, type SlashItem } from './slash-items';
import type { SlashState, Surface } from './surface/surface';

/** The state of the "/" menu and the keys that it takes from the sheet while it is open. */
export function useSlashMenu(surface: RefObject<Surface | null>, insert: (item: SlashItem) => void) {
  const [state, setState] = useState<SlashState>(null);
  const [selected, setSelected] = useState(0);
  const takeKey = useRef<(event: KeyboardEvent) => boolean>(() => false);

  function choose(item: SlashItem) {
    surface.current?.takeSlash();
    insert(item);
  }

  function take(event: KeyboardEvent, query: string) {
    const items = findSlashItems(query);
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const chosen = items[selected];
    if (step) setSelected((selected + step + items.length) % Math.max(1, items.length));
    else if (event.key === 'Escape') surface.current?.closeSlash();
    else if ((event.key === 'Enter' || event.key === 'Tab') && chosen) choose(chosen);
    else return false;
    return true;
  }

  useEffect(() => {
    takeKey.current = (event) => state !== null && take(event, state.query);
  });

  return {
    state,
    selected,
    choose,
    takeKey,
    show: (next: SlashState) => {
      setState(next);
      setSelected(0);
    },
  };
}
