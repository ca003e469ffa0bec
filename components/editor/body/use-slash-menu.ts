'use client';

import { useText } from '#text';
import type { Editor } from '@tiptap/core';
import { useEffect, useRef, useState } from 'react';
import { findSlashItems, type SlashItem } from './slash-items';
import { SLASH_MENU_ID, slashOptionId } from './slash-menu';
import { takeSlash, type SlashState } from '../tiptap/slash';

type Menu = { state: SlashState; selected: number };

const closed: Menu = { state: null, selected: 0 };

/** The state of the "/" menu and its keys while it is open. */
export function useSlashMenu(insert: (editor: Editor, item: SlashItem) => void) {
  const t = useText();
  const [drawn, draw] = useState(closed);
  // The next key may come before the next rendering, so the latest state is in a ref.
  const latest = useRef(closed);

  function change(next: Menu) {
    latest.current = next;
    draw(next);
  }

  function choose(editor: Editor, item: SlashItem) {
    takeSlash(editor);
    insert(editor, item);
  }

  /** True if the menu handled the key. */
  function takeKey(editor: Editor, event: KeyboardEvent) {
    const { state, selected } = latest.current;
    if (!state) return false;
    const items = findSlashItems(state.query, t);
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const chosen = items[selected];
    if (step) change({ state, selected: (selected + step + items.length) % Math.max(1, items.length) });
    else if ((event.key === 'Enter' || event.key === 'Tab') && chosen) choose(editor, chosen);
    else return false;
    return true;
  }

  function show(state: SlashState) {
    const { state: former, selected } = latest.current;
    change({ state, selected: state?.query === former?.query ? selected : 0 });
  }

  return { ...drawn, choose, takeKey, show };
}

/** Announces the selected item to screen readers: the focus stays in the editor. */
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
