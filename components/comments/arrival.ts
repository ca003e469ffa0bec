'use client';

/** How long the router may take to draw the page an action led to, in ms. */
const PATIENCE = 5_000;

/** An action that redirects ends in an error that carries the address; null for any other error. */
export function redirectTarget(error: unknown): string | null {
  const digest = typeof error === 'object' && error !== null && 'digest' in error ? String(error.digest) : '';
  const [mark, , ...rest] = digest.split(';');
  return mark === 'NEXT_REDIRECT' ? rest.slice(0, -2).join(';') : null;
}

/** Brings the reader to the comment in this address as soon as it is drawn: scrolled to, marked and focused. */
export function arriveAt(address: string) {
  const hash = /#(comment-[\w-]+)$/.exec(address)?.[1];
  if (!hash) return;
  const giveUpAt = performance.now() + PATIENCE;
  const look = () => {
    const comment = document.getElementById(hash);
    if (!comment) {
      if (performance.now() < giveUpAt) requestAnimationFrame(look);
      return;
    }
    // The router's own change of address does not make the comment the page's :target; this does.
    location.replace(`#${hash}`);
    comment.focus({ preventScroll: true });
  };
  requestAnimationFrame(look);
}
