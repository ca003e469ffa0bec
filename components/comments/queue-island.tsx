'use client';

import { useEffect } from 'react';
import { isTyping } from '@/components/ui/is-typing';

const actionOf: Record<string, string> = { a: 'approve', h: 'hide', d: 'delete', s: 'spam', r: 'restore' };

/** Keyboard shortcuts and the number of selected rows; optional. */
export function QueueIsland() {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.metaKey || event.ctrlKey || event.altKey || isTyping(event.target)) return;
      if (event.key === 'j' || event.key === 'k') step(event.key === 'j' ? 1 : -1);
      else if (event.key === '/') document.querySelector<HTMLInputElement>('main [type=search]')?.focus();
      else if (!select(event.key) && !press(event.key)) return;
      event.preventDefault();
    };
    document.addEventListener('keydown', onKey);
    document.addEventListener('change', countChosen);
    countChosen();
    return () => {
      document.removeEventListener('keydown', onKey);
      document.removeEventListener('change', countChosen);
    };
  }, []);
  return null;
}

function step(by: number) {
  const rows = [...document.querySelectorAll<HTMLElement>('[data-row]')];
  const current = rows.findIndex((row) => row.contains(document.activeElement));
  const wanted = current === -1 ? 0 : Math.min(Math.max(current + by, 0), rows.length - 1);
  rows[wanted]?.focus();
}

function select(key: string) {
  if (key !== 'x') return false;
  const box = document.activeElement?.closest('[data-row]')?.querySelector<HTMLInputElement>('input[type=checkbox]');
  box?.click();
  return Boolean(box);
}

function press(key: string) {
  const row = document.activeElement?.closest('[data-row]');
  const button = row?.querySelector<HTMLButtonElement>(`button[name=intent][value="${actionOf[key] ?? ''}"]`);
  button?.click();
  return Boolean(button);
}

function countChosen() {
  const count = document.querySelectorAll('[data-row] input[type=checkbox]:checked').length;
  const place = document.querySelector('[data-chosen]');
  if (place) place.textContent = count === 1 ? 'one comment' : `${count} comments`;
}
