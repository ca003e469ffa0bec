'use client';

import { useEffect } from 'react';

/** Loads an embed on a click on its link; before, nothing is requested from the other site. */
export function EmbedIsland() {
  useEffect(() => {
    document.addEventListener('click', loadInPlace);
    return () => document.removeEventListener('click', loadInPlace);
  }, []);
  return null;
}

function loadInPlace(event: MouseEvent) {
  const link = event.target instanceof Element ? event.target.closest<HTMLAnchorElement>('.embed-link') : null;
  const card = link?.closest<HTMLElement>('.embed[data-frame]');
  const isForElsewhere = event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey;
  if (!link || !card || isForElsewhere || event.defaultPrevented) return;
  event.preventDefault();
  const frame = document.createElement('iframe');
  frame.title = link.querySelector('.embed-title')?.textContent ?? '';
  frame.allow = 'autoplay; encrypted-media; fullscreen; picture-in-picture';
  frame.sandbox.add('allow-scripts', 'allow-same-origin', 'allow-popups', 'allow-presentation');
  frame.src = card.dataset.frame ?? '';
  card.removeAttribute('data-frame');
  link.before(frame);
  // Keyboard users continue from here.
  frame.tabIndex = 0;
  frame.focus({ preventScroll: true });
}
