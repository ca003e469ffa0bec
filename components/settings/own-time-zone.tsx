'use client';

import { useEffect } from 'react';

/** Preselects the browser's time zone in a select, unless one is chosen. */
export function OwnTimeZone({ name, untouched }: { name: string; untouched: string }) {
  useEffect(() => {
    const list = document.querySelector<HTMLSelectElement>(`select[name="${name}"]`);
    const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
    if (list?.value !== untouched || ![...list.options].some(({ value }) => value === timeZone)) return;
    list.value = timeZone;
  }, [name, untouched]);
  return null;
}
