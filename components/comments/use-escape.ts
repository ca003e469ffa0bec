'use client';

import { useEffect, useEffectEvent, type RefObject } from 'react';

/** Escape closes what stands in an element, unless it was pressed to end something within, such as a list of names. */
export function useEscape(element: RefObject<HTMLElement | null>, onEscape: () => void) {
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    if (event.key === 'Escape' && !event.isComposing && !event.defaultPrevented) onEscape();
  });
  useEffect(() => {
    const current = element.current;
    current?.addEventListener('keydown', onKey);
    return () => current?.removeEventListener('keydown', onKey);
  }, [element]);
}
