'use client';

import { useEffect } from 'react';
import { askViewer } from '@/components/users/viewer';

/**
 * Shows placeholders of empty slots to staff; no other browser loads this script. Code that changes the whole page waits
 * for hydration.
 */
export function SlotPlaceholders() {
  useEffect(() => {
    dispatchEvent(new Event('slots-hydrated'));
    if (document.querySelector('template[data-placeholder], .slot--empty, .slot__host')) void showToStaff();
  }, []);
  return null;
}

async function showToStaff() {
  const me = await askViewer();
  if (!me?.capabilities.includes('slots.edit')) return;
  const { fillPlaceholders } = await import('./placeholder-links');
  fillPlaceholders(document);
}
