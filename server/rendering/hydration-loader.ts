import { inlineScript } from './inline-script';

/** Browsers ignore scripts of unknown types. */
const DEFERRED_TYPE = 'text/deferred';

const scriptOfNext = /<script (?=src="\/_next\/static\/[^"]+"[^>]* async="")/g;
const hintOfNext = /<link rel="preload" as="script"[^>]* href="\/_next\/static\/[^"]+"[^>]*\/>/g;

/** Loads deferred scripts on first input or when a part needs them. Inlined as text: no outer references. */
export const hydrationLoader = inlineScript(`(${String(hydrateWhenNeeded)})("${DEFERRED_TYPE}")`);

/** Pages are complete without scripts, and most visits need none. */
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
