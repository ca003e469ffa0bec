'use client';

import { useEffect } from 'react';

/** Chooses the browser's own time zone in the list of this name, unless something was chosen there already. */
export function OwnTimeZone({ name, untouched }: { name: string; untouched: string }) {
  useEffect(() => {
    const list = document.querySelector<HTMLSelectElement>(`select[name="${name}"]`);
    const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
    if (list?.value !== untouched || ![...list.options].some(({ value }) => value === timeZone)) return;
    list.value = timeZone;
  }, [name, untouched]);
  return null;
}
