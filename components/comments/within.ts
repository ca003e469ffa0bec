import type { ReactNode } from 'react';
import { createPortal } from 'react-dom';

/** Renders into an element left empty by the static page; null if this page does not have it. */
export function within(selector: string, content: ReactNode, key?: string) {
  const place = document.querySelector(selector);
  return place && createPortal(content, place, key);
}

/** Whether a link was pressed to open it here and not, say, in another tab. */
export function isPlainClick({ button, metaKey, ctrlKey, shiftKey, altKey }: globalThis.MouseEvent) {
  return button === 0 && !metaKey && !ctrlKey && !shiftKey && !altKey;
}
