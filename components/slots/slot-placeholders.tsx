'use client';

import { useEffect } from 'react';
import { askViewer } from '@/components/users/viewer';

/** Shows placeholders of empty slots to staff; no other browser loads this script. */
export function SlotPlaceholders() {
  useEffect(() => {
    if (document.querySelector('template[data-placeholder], .slot--empty')) void showToStaff();
  }, []);
  return null;
}

async function showToStaff() {
  const me = await askViewer();
  if (!me?.capabilities.includes('slots.edit')) return;
  const { fillPlaceholders } = await import('./placeholder-links');
  fillPlaceholders(document);
}
