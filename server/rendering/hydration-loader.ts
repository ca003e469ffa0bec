/** Browsers neither load nor run scripts of an unknown type. */
const DEFERRED_TYPE = 'text/deferred';

const scriptOfNext = /<script (?=src="\/_next\/static\/[^"]+"[^>]* async="")/g;
const hintOfNext = /<link rel="preload" as="script"[^>]* href="\/_next\/static\/[^"]+"[^>]*\/>/g;

/**
 * Loads the deferred scripts on the first input, near a part that they enhance, and at once for readers who are signed
 * in or follow a link to a comment. It is inlined as text: it must not use anything outside itself.
 */
export const hydrationLoader = `(${String(hydrateWhenNeeded)})("${DEFERRED_TYPE}")`;

/** Defers the scripts of a finished page: it is complete without them, and most readers leave before they need any. */
export function deferScripts(html: string) {
  const body = html.replace(hintOfNext, '').replace(scriptOfNext, `<script type="${DEFERRED_TYPE}" `);
  const end = body.lastIndexOf('</body>');
  if (body === html || end < 0) return html;
  return `${body.slice(0, end)}<script>${hydrationLoader}</script>${body.slice(end)}`;
}

function hydrateWhenNeeded(deferredType: string) {
  const inputs = ['pointerdown', 'touchstart', 'keydown', 'focusin'];
  const proximity = new IntersectionObserver((seen) => seen.some((each) => each.isIntersecting) && load(), {
    rootMargin: '500px',
  });
  function load() {
    proximity.disconnect();
    for (const input of inputs) removeEventListener(input, load, true);
    for (const deferred of Array.from(document.querySelectorAll(`script[type="${deferredType}"]`))) {
      const script = document.createElement('script');
      for (const { name, value } of Array.from(deferred.attributes)) {
        if (name !== 'type') script.setAttribute(name, value);
      }
      deferred.replaceWith(script);
    }
  }
  if (/(?:^|; )signed-in=/.test(document.cookie) || location.hash) return load();
  for (const input of inputs) addEventListener(input, load, true);
  for (const part of Array.from(document.querySelectorAll('#comments, .embed, .theme-switch'))) proximity.observe(part);
}
