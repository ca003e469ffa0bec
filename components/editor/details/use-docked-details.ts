'use client';

import { useCallback, useEffect, useRef, useState, useSyncExternalStore } from 'react';
import { DETAILS_PANEL } from './details-drawer';

/** Room for the text and the panel side by side. */
const WIDE = '(min-width: 80rem)';
const STORED = 'post-settings';

export const DETAILS_BUTTON = 'post-settings-button';

/**
 * Whether the post settings stand beside the text, which a browser remembers from post to post. On narrow screens they are a
 * dialog, which `openDialog` opens; it never opens by itself. `hasRoom` is false while something else has the place.
 */
export function useDockedDetails({ openDialog, hasRoom }: { openDialog: () => void; hasRoom: boolean }) {
  const isWide = useIsWide();
  const [isOpen, setIsOpen] = useState(isRemembered);
  const before = useRef<Element | null>(null);

  const open = useCallback(() => {
    if (!isWide) return openDialog();
    before.current = document.activeElement;
    remember(true);
    setIsOpen(true);
    // After it is drawn.
    requestAnimationFrame(() => document.getElementById(DETAILS_PANEL)?.focus());
  }, [isWide, openDialog]);

  const close = useCallback(() => {
    const panel = document.getElementById(DETAILS_PANEL);
    const hadFocus = panel?.contains(document.activeElement);
    remember(false);
    setIsOpen(false);
    const isThere = before.current?.isConnected && before.current !== document.body;
    const back = isThere ? before.current : document.getElementById(DETAILS_BUTTON);
    if (hadFocus && back instanceof HTMLElement) back.focus();
    before.current = null;
  }, []);

  const isDocked = isOpen && isWide && hasRoom;
  useShortcut(() => {
    const panel = document.getElementById(DETAILS_PANEL);
    if (panel?.contains(document.activeElement)) close();
    else open();
  });
  return { isDocked, toggle: isDocked ? close : open, close };
}

function useIsWide() {
  return useSyncExternalStore(
    (changed) => {
      const list = matchMedia(WIDE);
      list.addEventListener('change', changed);
      return () => list.removeEventListener('change', changed);
    },
    () => matchMedia(WIDE).matches,
    () => false,
  );
}

function useShortcut(onPress: () => void) {
  const latest = useRef(onPress);
  useEffect(() => {
    latest.current = onPress;
  });
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const isCommand = (event.ctrlKey || event.metaKey) && event.shiftKey && event.code === 'Comma';
      if (!isCommand || document.querySelector('dialog[open]')) return;
      event.preventDefault();
      latest.current();
    };
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  }, []);
}

// A private window may refuse the storage; the panel works without it.
function isRemembered() {
  try {
    return localStorage.getItem(STORED) === 'open';
  } catch {
    return false;
  }
}

function remember(isOpen: boolean) {
  try {
    if (isOpen) localStorage.setItem(STORED, 'open');
    else localStorage.removeItem(STORED);
  } catch {
    // Nothing else depends on it.
  }
}
