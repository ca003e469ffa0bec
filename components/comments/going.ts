'use client';

/** Loads the page at this address, also where it is the one that is open and only another part of it is meant. */
export function goTo(address: string): Promise<never> {
  const target = new URL(address, location.href);
  const isOpen = target.pathname === location.pathname && target.search === location.search;
  location.assign(target);
  if (isOpen) {
    // A browser that loads a page again goes back to where its reader was.
    history.scrollRestoration = 'manual';
    location.reload();
  }
  return new Promise(() => {});
}
