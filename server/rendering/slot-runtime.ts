import { randomBytes } from 'node:crypto';
import { hasVisibleContent } from '@/lib/slots/visible-content';
import { inlineScript } from './inline-script';
import { IN_PAGE_CODE } from './slot-addresses';

const NONCE_BYTES = 16;
const HOST_CLASS = 'class="slot__host"';
/** Of a box in which such code takes turns with other content. */
const HOST_CHOICE = ' data-hosts=""';

/** Of code for the whole site (components/layout/site-code.tsx). */
const SITE_CLASS = 'class="site-code"';

/** Stands where each answer has its own nonce: as long as one, and unknown to whoever writes posts and comments. */
export const NONCE_PLACEHOLDER = newNonce();

export function newNonce() {
  return randomBytes(NONCE_BYTES).toString('base64');
}

export function hasInPageCode(html: string) {
  return [HOST_CLASS, HOST_CHOICE, SITE_CLASS].some((mark) => html.includes(mark));
}

/** Runs the in-page code of a page. Inlined as text: no outer references, and each part is handed to the first. */
export const slotRuntime = inlineScript(
  `(${String(runInPageCode)})({${[
    `address:"${IN_PAGE_CODE}"`,
    `createRunner:${String(createRunner)}`,
    `watchFilling:(${String(createWatching)})(${String(hasVisibleContent)})`,
    `watchSignIn:${String(watchSignIn)}`,
    `keepDocument:${String(keepDocument)}`,
    `startSiteCode:${String(startSiteCode)}`,
  ].join(',')}})`,
);

export function withSlotRuntime(html: string) {
  const end = html.lastIndexOf('</body>');
  if (end < 0) return html;
  return `${html.slice(0, end)}<script nonce="${NONCE_PLACEHOLDER}">${slotRuntime}</script>${html.slice(end)}`;
}

/** The same page for those whose browsers must not run such code: its boxes are not shown, and it takes no turns. */
export function withoutInPageCode(html: string) {
  return html
    .replaceAll(HOST_CLASS, 'class="slot__host slot__host--withheld"')
    .replaceAll(SITE_CLASS, 'class="site-code site-code--withheld"')
    .replaceAll(HOST_CHOICE, '');
}

type InPageCode = { code: string; once: string[]; isPageWide: boolean };
type Parts = {
  address: string;
  createRunner: typeof createRunner;
  watchFilling: ReturnType<typeof createWatching>;
  watchSignIn: typeof watchSignIn;
  keepDocument: typeof keepDocument;
  startSiteCode: typeof startSiteCode;
};

function runInPageCode({ address, createRunner, watchFilling, watchSignIn, keepDocument, startSiteCode }: Parts) {
  const run = createRunner(document.currentScript?.nonce ?? '');
  const hydrated = new Promise((resolve) => addEventListener('slots-hydrated', resolve, { once: true }));
  const running = { name: '' };

  watchSignIn();
  void start();

  async function start() {
    if ('prerendering' in document && document.prerendering) await changed('prerenderingchange');
    if (document.hidden) await changed('visibilitychange');
    const { connection } = navigator as { connection?: { saveData?: boolean } };
    if (matchMedia('print').matches) return;
    keepDocument(running);
    startSiteCode(address, run);
    if (connection?.saveData) return;
    let turn = Promise.resolve<unknown>(null);
    const nearby = new IntersectionObserver(
      (entries) => {
        for (const { isIntersecting, target } of entries) {
          if (!isIntersecting || !(target instanceof HTMLElement)) continue;
          nearby.unobserve(target);
          turn = turn.then(() => Promise.race([fill(target), wait(4_000)]));
        }
      },
      { rootMargin: '150% 0px' },
    );
    const known = new WeakSet<Element>();
    const begin = () => {
      for (const host of Array.from(document.querySelectorAll<HTMLElement>('.slot__host'))) {
        if (known.has(host) || host.dataset.consent || host.closest('[data-hidden]')) continue;
        known.add(host);
        nearby.observe(host);
      }
    };
    for (const event of ['slots-allowed', 'slot-filled']) addEventListener(event, begin);
    begin();
  }

  function changed(event: string) {
    return new Promise((resolve) => document.addEventListener(event, resolve, { once: true }));
  }

  // A network that does not answer does not hold up the next slot.
  function wait(ms: number) {
    return new Promise((resolve) => setTimeout(resolve, ms));
  }

  async function fill(host: HTMLElement) {
    const name = host.dataset.code ?? '';
    const answer = await fetch(address + name).catch(() => null);
    if (!answer?.ok) {
      host.dataset.empty = '';
      return void host.dispatchEvent(new Event('slot-empty', { bubbles: true }));
    }
    const { code, once, isPageWide } = (await answer.json()) as InPageCode;
    if (isPageWide) {
      dispatchEvent(new Event('focusin'));
      await hydrated;
    }
    running.name = name;
    // Some codes replace the node that they find.
    const inner = host.appendChild(document.createElement('div'));
    inner.innerHTML = code;
    const watching = watchFilling(host, isPageWide);
    for (const script of Array.from(inner.querySelectorAll('script'))) await run(script, once, watching.blocked);
    watching.ran();
  }
}

// What innerHTML inserts never runs; copies do. External ones keep their order because each is awaited: with async=false
// the browser would also wait for those of other slots.
function createRunner(nonce: string) {
  const loaded = new Set<string>();
  return async function run(inert: HTMLScriptElement, once: string[], onBlocked: () => void) {
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
    script.addEventListener('error', onBlocked);
    inert.replaceWith(script);
    if (src && !isLater) await settled;
  };
}

// Says of a host that it shows something, or that it does not: a network says so, its script is blocked, or nothing
// comes. What changes the page elsewhere is shown once it has run.
function createWatching(hasContent: typeof hasVisibleContent) {
  const [silent, blocked] = [8_000, 1_000];
  type Tag = { cmd?: { push: (command: () => void) => void }; pubads?: () => Pubads };
  type Pubads = { addEventListener?: (name: string, listener: (event: Rendered) => void) => void };
  type Rendered = { isEmpty: boolean; slot: { getSlotElementId: () => string } };
  let isHeard = false;
  const hearTag = () => {
    const { googletag } = window as { googletag?: Tag };
    if (isHeard || !googletag?.cmd) return;
    isHeard = true;
    googletag.cmd.push(() => {
      googletag.pubads?.().addEventListener?.('slotRenderEnded', ({ isEmpty, slot }) => {
        const place = isEmpty && document.getElementById(slot.getSlotElementId());
        if (place) place.closest('.slot__host')?.dispatchEvent(new Event('slot-unfilled'));
      });
    });
  };
  return (host: HTMLElement, isPageWide: boolean) => {
    let isShown = false;
    const look = () => {
      const isFilled = hasContent(host);
      if (isFilled) {
        isShown = true;
        delete host.dataset.empty;
        host.dispatchEvent(new CustomEvent('slot-shown', { detail: host.scrollHeight }));
      } else if (host.querySelector('[data-ad-status^="unfill"]')) giveUp();
    };
    const giveUp = () => {
      if (isShown || 'empty' in host.dataset) return;
      host.dataset.empty = '';
      host.dispatchEvent(new Event('slot-empty', { bubbles: true }));
    };
    let timer: ReturnType<typeof setTimeout> | undefined;
    const lookSoon = () => {
      timer ??= setTimeout(() => {
        timer = undefined;
        look();
      });
    };
    new MutationObserver(lookSoon).observe(host, { subtree: true, childList: true, attributes: true });
    host.addEventListener('load', lookSoon, true);
    host.addEventListener('slot-unfilled', giveUp);
    setTimeout(giveUp, silent);
    return {
      blocked: () => setTimeout(giveUp, blocked),
      ran: () => {
        hearTag();
        if (isPageWide) host.dispatchEvent(new CustomEvent('slot-shown', { detail: 0 }));
        look();
      },
    };
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

// Code of the site takes no room, so it waits for nothing but consent.
function startSiteCode(address: string, run: ReturnType<typeof createRunner>) {
  const known = new WeakSet<Element>();
  const runOne = async (host: HTMLElement) => {
    const answer = await fetch(address + host.dataset.code).catch(() => null);
    if (!answer?.ok) return;
    host.innerHTML = ((await answer.json()) as InPageCode).code;
    for (const script of Array.from(host.querySelectorAll('script'))) await run(script, [], () => {});
  };
  const begin = () => {
    for (const host of Array.from(document.querySelectorAll<HTMLElement>('.site-code'))) {
      if (known.has(host) || host.dataset.consent) continue;
      known.add(host);
      void runOne(host);
    }
  };
  addEventListener('slots-allowed', begin);
  begin();
}

// After loading, a write would replace the page.
function keepDocument(running: { name: string }) {
  let isReported = false;
  const refuse = () => {
    // What the site's own code does is not held against a slot.
    if (document.currentScript?.closest('.site-code')) return;
    if (!isReported) navigator.sendBeacon('/_s/e', JSON.stringify({ frame: running.name, reason: 'write' }));
    isReported = true;
  };
  for (const name of ['write', 'writeln', 'open']) Object.defineProperty(document, name, { value: refuse });
}
