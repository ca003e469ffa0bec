'use client';

/** Loads a page, even if it is open and only the fragment differs. */
export function navigate(address: string): Promise<never> {
  const target = new URL(address, location.href);
  const isOpen = target.pathname === location.pathname && target.search === location.search;
  if (isOpen) {
    // A browser only scrolls to a fragment of the open page, so the current URL is changed first.
    history.replaceState(null, '', '?sent');
    location.replace(target);
  } else location.assign(target);
  return new Promise(() => {});
}
