import { randomBytes } from 'node:crypto';
import { IN_PAGE_CODE } from './slot-addresses';

const NONCE_BYTES = 16;
const HOST_CLASS = 'class="slot__host"';

/** Stands where each answer has its own nonce: as long as one, and unknown to whoever writes posts and comments. */
export const NONCE_PLACEHOLDER = newNonce();

export function newNonce() {
  return randomBytes(NONCE_BYTES).toString('base64');
}

export function hasInPageCode(html: string) {
  return html.includes(HOST_CLASS);
}

/** Runs the in-page code of a page. Inlined as text: no outer references, and each part is handed to the first. */
export const slotRuntime = `(${String(runInPageCode)})("${IN_PAGE_CODE}",${String(scriptRunner)},${String(watchSignIn)},${String(keepDocument)})`;

export function withSlotRuntime(html: string) {
  const end = html.lastIndexOf('</body>');
  if (end < 0) return html;
  return `${html.slice(0, end)}<script nonce="${NONCE_PLACEHOLDER}">${slotRuntime}</script>${html.slice(end)}`;
}

/** The same page for those whose browsers must not run such code: its boxes are not shown. */
export function withoutInPageCode(html: string) {
  return html.replaceAll(HOST_CLASS, 'class="slot__host slot__host--withheld"');
}

type InPageCode = { code: string; once: string[]; isPageWide: boolean };

function runInPageCode(
  address: string,
  createRunner: typeof scriptRunner,
  watch: typeof watchSignIn,
  keep: typeof keepDocument,
) {
  /** A network that does not answer does not hold up the next slot. */
  const TURN_MS = 4_000;
  const run = createRunner(document.currentScript?.nonce ?? '');
  const hydrated = new Promise((resolve) => addEventListener('slots-hydrated', resolve, { once: true }));
  const running = { name: '' };

  watch();
  void start();

  async function start() {
    if ('prerendering' in document && document.prerendering) await changed('prerenderingchange');
    if (document.hidden) await changed('visibilitychange');
    const { connection } = navigator as { connection?: { saveData?: boolean } };
    if (connection?.saveData || matchMedia('print').matches) return;
    keep(running);
    let turn = Promise.resolve<unknown>(null);
    const nearby = new IntersectionObserver(
      (entries) => {
        for (const { isIntersecting, target } of entries) {
          if (!isIntersecting || !(target instanceof HTMLElement)) continue;
          nearby.unobserve(target);
          turn = turn.then(() => Promise.race([fill(target), new Promise((resolve) => setTimeout(resolve, TURN_MS))]));
        }
      },
      { rootMargin: '150% 0px' },
    );
    const waiting = new Set(document.querySelectorAll<HTMLElement>('.slot__host'));
    const begin = () => {
      for (const host of Array.from(waiting)) {
        if (!host.dataset.consent && !host.closest('[data-hidden]') && waiting.delete(host)) nearby.observe(host);
      }
    };
    addEventListener('slots-allowed', begin);
    begin();
  }

  function changed(event: string) {
    return new Promise((resolve) => document.addEventListener(event, resolve, { once: true }));
  }

  async function fill(host: HTMLElement) {
    const name = host.dataset.code ?? '';
    const answer = await fetch(address + name).catch(() => null);
    if (!answer?.ok) return;
    const { code, once, isPageWide } = (await answer.json()) as InPageCode;
    if (isPageWide) {
      dispatchEvent(new Event('focusin'));
      await hydrated;
    }
    running.name = name;
    // Some codes replace the node that they find.
    const inner = host.appendChild(document.createElement('div'));
    inner.innerHTML = code;
    for (const script of Array.from(inner.querySelectorAll('script'))) await run(script, once);
  }
}

// What innerHTML inserts never runs; copies do. External ones keep their order because each is awaited: with async=false
// the browser would also wait for those of other slots.
function scriptRunner(nonce: string) {
  const loaded = new Set<string>();
  return async function run(inert: HTMLScriptElement, once: string[]) {
    const src = inert.getAttribute('src') ?? '';
    if (once.includes(src)) {
      if (loaded.has(src)) return inert.remove();
      loaded.add(src);
    }
    const script = document.createElement('script');
    for (const { name, value } of Array.from(inert.attributes)) script.setAttribute(name, value);
    script.nonce = nonce;
    script.text = inert.text;
    const isLater = inert.hasAttribute('async') || inert.hasAttribute('defer') || inert.type === 'module';
    const settled = new Promise((resolve) => {
      for (const event of ['load', 'error']) script.addEventListener(event, resolve);
    });
    inert.replaceWith(script);
    if (src && !isLater) await settled;
  };
}

// Whoever signs in elsewhere in this browser gets the page that is meant for them.
function watchSignIn() {
  const isSignedIn = () => /(?:^|; )signed-in=/.test(document.cookie);
  const wasSignedIn = isSignedIn();
  const check = () => {
    const isTouched = Array.from(document.querySelectorAll('textarea')).some((field) => field.value);
    if (!document.hidden && !wasSignedIn && isSignedIn() && !isTouched) location.reload();
  };
  addEventListener('pageshow', check);
  addEventListener('visibilitychange', check);
}

// After loading, a write would replace the page.
function keepDocument(running: { name: string }) {
  let isReported = false;
  const refuse = () => {
    if (!isReported) navigator.sendBeacon('/_s/e', JSON.stringify({ frame: running.name, reason: 'write' }));
    isReported = true;
  };
  for (const name of ['write', 'writeln', 'open']) Object.defineProperty(document, name, { value: refuse });
}
