/**
 * Notices what no sandbox prevents: code in a frame that takes the keyboard or traps the Back button. It restores the
 * focus, removes the frame and reports it. It is inlined as text: it must not use anything outside itself.
 */
export const slotGuard = `(${String(guardFrames)})()`;

export function withSlotGuard(html: string) {
  const end = html.lastIndexOf('</body>');
  if (end < 0 || !html.includes('class="nook__frame"')) return html;
  return `${html.slice(0, end)}<script>${slotGuard}</script>${html.slice(end)}`;
}

function guardFrames() {
  const MAX_STEALS = 3;
  const MAX_ENTRIES = 2;
  /** How long after Tab or a press the keyboard may enter a frame (ms). */
  const FOCUS_GRACE_MS = 500;
  /** How long a frame may take to report a press while nobody is typing (ms); otherwise no key press may be lost. */
  const REPORT_TIMEOUT_MS = 80;
  const TYPING_MS = 1_500;
  /** How long browsers regard a user as active (ms). */
  const ACTIVATION_MS = 5_000;
  const violations = new WeakMap<Element, { focus: number; history: number }>();
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
    const counted = violations.get(frame) ?? { focus: 0, history: 0 };
    counted[reason] += 1;
    violations.set(frame, counted);
    if (counted[reason] < limit) return;
    const name = /\/([^/?#]+)(?:[?#]|$)/.exec(frame.src)?.[1] ?? '';
    // The box stays, so that nothing moves.
    frame.remove();
    navigator.sendBeacon('/_n/e', JSON.stringify({ frame: name, reason }));
  }

  function restoreFocus() {
    const frame = document.activeElement;
    if (!(frame instanceof HTMLIFrameElement) || !frame.classList.contains('nook__frame')) return;
    if (wasEntered(frame)) return;
    frame.blur();
    window.focus();
    if (held instanceof HTMLElement && held.isConnected) held.focus({ preventScroll: true });
    count(frame, 'focus', MAX_STEALS);
  }

  // By Tab, by a press that the frame reported, or by user activation, which counts for the page too.
  function wasEntered(frame: HTMLIFrameElement) {
    const now = performance.now();
    if (frame.matches(':hover') || now - tabbedAt < FOCUS_GRACE_MS || now - pressedAt < FOCUS_GRACE_MS) return true;
    return Boolean(navigator.userActivation?.isActive) && now - touchedAt > ACTIVATION_MS;
  }

  // The report follows the press: focus that was taken back is given to the frame again.
  function onPress(frame: HTMLIFrameElement) {
    pressedAt = performance.now();
    const counted = violations.get(frame);
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
  // A browser may report the blur before it updates the active element.
  let watching: ReturnType<typeof setInterval> | undefined;
  addEventListener('blur', () => {
    clearInterval(watching);
    const began = performance.now();
    const waits = began - typedAt > TYPING_MS ? REPORT_TIMEOUT_MS : 0;
    watching = setInterval(() => {
      const passed = performance.now() - began;
      if (passed >= waits) restoreFocus();
      if (passed > FOCUS_GRACE_MS) clearInterval(watching);
    }, 4);
  });

  addEventListener('message', (event: MessageEvent<{ slotFrame?: unknown } | null>) => {
    const said = event.data?.slotFrame;
    const frame = said ? sender(event) : undefined;
    if (!frame) return;
    if (said === 'pressed') onPress(frame);
    if (said === 'entry') count(frame, 'history', MAX_ENTRIES);
    if (said === 'scheme?') frame.contentWindow?.postMessage({ slotScheme: scheme() }, '*');
  });

  // After the first, every load of a frame adds an entry to the reader's history.
  const loaded = new WeakSet<EventTarget>();
  const onLoad = ({ target }: Event) => {
    if (!(target instanceof HTMLIFrameElement) || !target.classList.contains('nook__frame')) return;
    if (loaded.has(target) && history.length > length) count(target, 'history', MAX_ENTRIES);
    loaded.add(target);
    length = history.length;
  };
  document.addEventListener('load', onLoad, true);

  new MutationObserver(() => {
    for (const frame of frames()) frame.contentWindow?.postMessage({ slotScheme: scheme() }, '*');
  }).observe(document.documentElement, { attributeFilter: ['data-theme'] });
}
