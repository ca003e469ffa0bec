'use client';

import { useEffect } from 'react';
import { askViewer } from '@/components/people/viewer';

/** Shows whoever may fill them where the empty slots of this page are. Nobody else's browser loads what draws them. */
export function NookInvitations() {
  useEffect(() => {
    if (document.querySelector('template[data-spot], .nook--empty')) void inviteStaff();
  }, []);
  return null;
}

async function inviteStaff() {
  const me = await askViewer();
  if (!me?.capabilities.includes('slots.edit')) return;
  const { inviteAll } = await import('./inviting');
  inviteAll(document);
}
