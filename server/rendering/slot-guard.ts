/**
 * The one inline script on pages that show pasted code. It notices what code in a frame can do and no sandbox prevents:
 * taking the keyboard, holding the Back button. It gives the keyboard back, takes the frame away, and says so to the
 * site, whose owner reads it beside the slot. It is taken to the page as text, so it uses nothing from outside itself.
 */
export const slotGuard = `(${String(guardFrames)})()`;

/** A finished public page with the guard, if it shows pasted code. */
export function withSlotGuard(html: string) {
  const end = html.lastIndexOf('</body>');
  if (end < 0 || !html.includes('class="nook__frame"')) return html;
  return `${html.slice(0, end)}<script>${slotGuard}</script>${html.slice(end)}`;
}

function guardFrames() {
  const STEALS = 3;
  const ENTRIES = 2;
  /** How long after Tab or a press the keyboard may enter a frame, in ms. */
  const JUST_NOW = 500;
  /** How long a frame has to tell of a press, in ms, while nobody is typing; somebody who is loses no letter by it. */
  const TOLD_WITHIN = 80;
  const STILL_TYPING = 1_500;
  /** How long a browser takes somebody for active after they did something, in ms. */
  const ACTIVATION_LASTS = 5_000;
  const offences = new WeakMap<Element, { focus: number; history: number }>();
  let held: Element | null = document.activeElement;
  let tabbedAt = -Infinity;
  let pressedAt = -Infinity;
  let touchedAt = -Infinity;
  let typedAt = -Infinity;
  let length = history.length;

  const frames = () => Array.from(document.querySelectorAll<HTMLIFrameElement>('.nook__frame'));
  const sender = ({ source }: MessageEvent) => frames().find((frame) => frame.contentWindow === source);
  const scheme = () => document.documentElement.dataset.theme ?? '';

  function count(frame: HTMLIFrameElement, reason: 'focus' | 'history', limit: number) {
    const counted = offences.get(frame) ?? { focus: 0, history: 0 };
    counted[reason] += 1;
    offences.set(frame, counted);
    if (counted[reason] < limit) return;
    const name = /\/([^/?#]+)(?:[?#]|$)/.exec(frame.src)?.[1] ?? '';
    // The box stays, so that nothing moves.
    frame.remove();
    navigator.sendBeacon('/_n/e', JSON.stringify({ frame: name, reason }));
  }

  function giveBack() {
    const frame = document.activeElement;
    if (!(frame instanceof HTMLIFrameElement) || !frame.classList.contains('nook__frame')) return;
    if (wentThere(frame)) return;
    frame.blur();
    window.focus();
    if (held instanceof HTMLElement && held.isConnected) held.focus({ preventScroll: true });
    count(frame, 'focus', STEALS);
  }

  // By Tab, by a press that the frame told of, or by one that only the browser knows: it counts for the page too.
  function wentThere(frame: HTMLIFrameElement) {
    const now = performance.now();
    if (frame.matches(':hover') || now - tabbedAt < JUST_NOW || now - pressedAt < JUST_NOW) return true;
    return Boolean(navigator.userActivation?.isActive) && now - touchedAt > ACTIVATION_LASTS;
  }

  // The press is told of a moment after what it did: what was taken back then is given to the frame again.
  function onPress(frame: HTMLIFrameElement) {
    pressedAt = performance.now();
    const counted = offences.get(frame);
    if (counted) counted.focus = Math.max(0, counted.focus - 1);
    if (document.activeElement === frame) return;
    frame.focus();
    frame.contentWindow?.postMessage({ slotFocus: true }, '*');
  }

  addEventListener('focusin', ({ target }) => {
    if (target instanceof Element && !(target instanceof HTMLIFrameElement)) held = target;
  });
  const onInput = (event: Event) => {
    touchedAt = performance.now();
    if (event.type === 'keydown') typedAt = touchedAt;
    tabbedAt = event instanceof KeyboardEvent && event.key === 'Tab' ? touchedAt : -Infinity;
  };
  addEventListener('keydown', onInput, true);
  addEventListener('pointerdown', onInput, true);
  // A browser may say that the page lost the keyboard some time before it says to whom.
  let watching: ReturnType<typeof setInterval> | undefined;
  addEventListener('blur', () => {
    clearInterval(watching);
    const began = performance.now();
    const waits = began - typedAt > STILL_TYPING ? TOLD_WITHIN : 0;
    watching = setInterval(() => {
      const passed = performance.now() - began;
      if (passed >= waits) giveBack();
      if (passed > JUST_NOW) clearInterval(watching);
    }, 4);
  });

  addEventListener('message', (event: MessageEvent<{ slotFrame?: unknown } | null>) => {
    const said = event.data?.slotFrame;
    const frame = said ? sender(event) : undefined;
    if (!frame) return;
    if (said === 'pressed') onPress(frame);
    if (said === 'entry') count(frame, 'history', ENTRIES);
    if (said === 'scheme?') frame.contentWindow?.postMessage({ slotScheme: scheme() }, '*');
  });

  // A frame is loaded once; every further document in it is an entry in the reader's history.
  const loaded = new WeakSet<EventTarget>();
  const onLoad = ({ target }: Event) => {
    if (!(target instanceof HTMLIFrameElement) || !target.classList.contains('nook__frame')) return;
    if (loaded.has(target) && history.length > length) count(target, 'history', ENTRIES);
    loaded.add(target);
    length = history.length;
  };
  document.addEventListener('load', onLoad, true);

  new MutationObserver(() => {
    for (const frame of frames()) frame.contentWindow?.postMessage({ slotScheme: scheme() }, '*');
  }).observe(document.documentElement, { attributeFilter: ['data-theme'] });
}
