'use client';

import type { Editor } from '@tiptap/core';
import { useEffect, useState } from 'react';
import { findSlashItems, type SlashItem } from './slash-items';
import { SLASH_MENU_ID, slashOptionId } from './slash-menu';
import { takeSlash, type SlashState } from './sheet/slash';

/** The state of the "/" menu and the keys that it takes from the sheet while it is open. */
export function useSlashMenu(insert: (editor: Editor, item: SlashItem) => void) {
  const [state, setState] = useState<SlashState>(null);
  const [selected, setSelected] = useState(0);

  function choose(editor: Editor, item: SlashItem) {
    takeSlash(editor);
    insert(editor, item);
  }

  /** True when the menu took the key. */
  function takeKey(editor: Editor, event: KeyboardEvent) {
    if (!state) return false;
    const items = findSlashItems(state.query);
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const chosen = items[selected];
    if (step) setSelected((selected + step + items.length) % Math.max(1, items.length));
    else if ((event.key === 'Enter' || event.key === 'Tab') && chosen) choose(editor, chosen);
    else return false;
    return true;
  }

  function show(next: SlashState) {
    setState(next);
    if (next?.query !== state?.query) setSelected(0);
  }

  return { state, selected, choose, takeKey, show };
}

/** Tells those who cannot see the menu what is chosen in it: the focus stays on the sheet. */
export function useMenuAnnounced(editor: Editor | null, state: SlashState, selected: number) {
  const isOpen = state !== null;
  useEffect(() => {
    if (!editor || !isOpen) return;
    const { dom } = editor.view;
    dom.setAttribute('aria-controls', SLASH_MENU_ID);
    dom.setAttribute('aria-activedescendant', slashOptionId(selected));
    return () => {
      dom.removeAttribute('aria-controls');
      dom.removeAttribute('aria-activedescendant');
    };
  }, [editor, isOpen, selected]);
}
