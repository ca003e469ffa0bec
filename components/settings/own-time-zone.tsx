'use client';

import { useEffect } from 'react';
import { presentZoneName } from '@/lib/time/zone-names';

/** Preselects the browser's time zone in a select, unless one is chosen. */
export function OwnTimeZone({ name, untouched }: { name: string; untouched: string }) {
  useEffect(() => {
    const list = document.querySelector<HTMLSelectElement>(`select[name="${name}"]`);
    const timeZone = presentZoneName(Intl.DateTimeFormat().resolvedOptions().timeZone);
    if (list?.value !== untouched || ![...list.options].some(({ value }) => value === timeZone)) return;
    list.value = timeZone;
  }, [name, untouched]);
  return null;
}
