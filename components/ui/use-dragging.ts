import { useEffect, useRef, type RefObject } from 'react';

/** A row and where it was dropped. */
type Drop = { id: string; target: string; side: 'before' | 'after' };

/** Lets the rows of a list be dragged: each has `data-entry` with its id. The row under the pointer gets `data-drop`. */
export function useDragging(list: RefObject<HTMLElement | null>, onDrop: (drop: Drop) => void) {
  const latest = useRef(onDrop);
  useEffect(() => {
    latest.current = onDrop;
  }, [onDrop]);
  useEffect(() => {
    if (!list.current) return;
    return dragging(list.current, (drop) => latest.current(drop));
  }, [list]);
}

function dragging(list: HTMLElement, onDrop: (drop: Drop) => void) {
  const events = new AbortController();
  const listen = (
    name: 'dragstart' | 'dragover' | 'dragleave' | 'drop' | 'dragend',
    handle: (event: DragEvent) => void,
  ) => list.addEventListener(name, handle, { signal: events.signal });
  let id = '';
  const unmark = () => list.querySelector('[data-drop]')?.removeAttribute('data-drop');
  listen('dragstart', (event) => {
    id = rowOf(event)?.dataset.entry ?? '';
    if (event.dataTransfer) event.dataTransfer.effectAllowed = 'move';
  });
  listen('dragover', (event) => {
    const row = rowOf(event);
    if (!row || !id) return;
    event.preventDefault();
    unmark();
    row.dataset.drop = sideOf(event, row);
  });
  listen('dragleave', unmark);
  listen('drop', (event) => {
    const row = rowOf(event);
    const target = row?.dataset.entry;
    if (!row || !target || !id) return;
    event.preventDefault();
    if (target !== id) onDrop({ id, target, side: sideOf(event, row) });
  });
  listen('dragend', () => {
    id = '';
    unmark();
  });
  return () => events.abort();
}

function rowOf({ target }: DragEvent) {
  return target instanceof Element ? target.closest<HTMLElement>('[data-entry]') : null;
}

function sideOf({ clientY }: DragEvent, row: HTMLElement): Drop['side'] {
  const { top, height } = row.getBoundingClientRect();
  return clientY < top + height / 2 ? 'before' : 'after';
}
