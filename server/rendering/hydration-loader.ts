/** Scripts of this type are no scripts to a browser: it neither loads nor runs them. */
const DEFERRED_TYPE = 'text/deferred';

const scriptOfNext = /<script (?=src="\/_next\/static\/[^"]+"[^>]* async="")/g;
const hintOfNext = /<link rel="preload" as="script"[^>]* href="\/_next\/static\/[^"]+"[^>]*\/>/g;

/**
 * The one inline script of the server's own: it loads the sleeping scripts as soon as somebody is about to need them.
 * That is whoever touches the page, whoever comes near a part that scripts add to, and whoever is signed in or was led to
 * one comment. It is taken to the page as text, so it uses nothing from outside itself.
 */
export const hydrationLoader = `(${String(hydrateWhenNeeded)})("${DEFERRED_TYPE}")`;

/**
 * A finished public page whose scripts sleep until they are needed: the page does all it says without them, and most
 * readers leave without a use for them.
 */
export function deferScripts(html: string) {
  const body = html.replace(hintOfNext, '').replace(scriptOfNext, `<script type="${DEFERRED_TYPE}" `);
  const end = body.lastIndexOf('</body>');
  if (body === html || end < 0) return html;
  return `${body.slice(0, end)}<script>${hydrationLoader}</script>${body.slice(end)}`;
}

function hydrateWhenNeeded(asleep: string) {
  const signs = ['pointerdown', 'touchstart', 'keydown', 'focusin'];
  const nearness = new IntersectionObserver((seen) => seen.some((each) => each.isIntersecting) && wake(), {
    rootMargin: '500px',
  });
  function wake() {
    nearness.disconnect();
    for (const sign of signs) removeEventListener(sign, wake, true);
    for (const sleeping of Array.from(document.querySelectorAll(`script[type="${asleep}"]`))) {
      const script = document.createElement('script');
      for (const { name, value } of Array.from(sleeping.attributes)) {
        if (name !== 'type') script.setAttribute(name, value);
      }
      sleeping.replaceWith(script);
    }
  }
  if (/(?:^|; )signed-in=/.test(document.cookie) || location.hash) return wake();
  for (const sign of signs) addEventListener(sign, wake, true);
  for (const part of Array.from(document.querySelectorAll('#comments, .embed, .theme-switch'))) nearness.observe(part);
}
