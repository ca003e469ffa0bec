'use client';

/** Loads the page at this address, also where it is the one that is open and only another part of it is meant. */
export function navigate(address: string): Promise<never> {
  const target = new URL(address, location.href);
  const isOpen = target.pathname === location.pathname && target.search === location.search;
  if (isOpen) {
    // To a part of the page that is open a browser merely scrolls: so the page has another address for a moment. (One
    // that is loaded again does not scroll to the part at all.)
    history.replaceState(null, '', '?sent');
    location.replace(target);
  } else location.assign(target);
  return new Promise(() => {});
}
