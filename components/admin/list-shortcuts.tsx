'use client';

import { useLayoutEffect } from 'react';
import { msg } from '@/lib/i18n/admin/msg';
import { isTyping } from '@/components/ui/is-typing';
import { ShortcutHelp, type ShortcutGroup } from './shortcut-help';

const ROWS = '.rows > .row, .rows > tr, .media-grid > li, .page-map__slot';

const groups: ShortcutGroup[] = [
  {
    title: msg('This list'),
    keys: [
      ['j', msg('Next')],
      ['k', msg('Previous')],
      ['Enter', msg('Open')],
      ['x', msg('Select')],
      ['/', msg('Search')],
      ['n', msg('New')],
      ['?', msg('Keyboard shortcuts')],
    ],
  },
];

/** A list by keyboard. Everything here can be done without it. */
export function ListShortcuts() {
  // As soon as the list answers at all: a key that is pressed then is not lost.
  useLayoutEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.metaKey || event.ctrlKey || event.altKey || isTyping(event.target)) return;
      if (document.querySelector('dialog[open], [popover]:popover-open')) return;
      const action = actions[event.key];
      if (!action) return;
      event.preventDefault();
      action();
    };
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  }, []);
  return <ShortcutHelp groups={groups} />;
}

const actions: Record<string, () => void> = {
  j: () => step(1),
  k: () => step(-1),
  x: () => current()?.querySelector<HTMLInputElement>('input[type=checkbox]')?.click(),
  '/': () => document.querySelector<HTMLInputElement>('[type=search]')?.focus(),
  n: () => document.querySelector<HTMLElement>('.page-header .button--primary')?.click(),
};

function step(by: number) {
  const rows = [...document.querySelectorAll<HTMLElement>(ROWS)];
  const at = rows.findIndex((row) => row.contains(document.activeElement));
  const wanted = at === -1 ? 0 : Math.min(Math.max(at + by, 0), rows.length - 1);
  rows[wanted]?.querySelector<HTMLElement>('a')?.focus();
}

function current() {
  return document.activeElement?.closest(ROWS);
}
