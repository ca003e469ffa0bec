import { inlineScript } from './inline-script';

/**
 * Detects frames that take the focus or trap the Back button, which no sandbox prevents. Inlined as text: no outer
 * references.
 */
export const slotGuard = inlineScript(
  `{const w=(${String(watchFrames)})();for(const f of [${[guardFocus, guardHistory, reportTries, shareScheme, markEmpty].join(',')}])f(w)}`,
);

export function withSlotGuard(html: string) {
  const end = html.lastIndexOf('</body>');
  if (end < 0 || !/class="slot__frame"|data-frames="/.test(html)) return html;
  return `${html.slice(0, end)}<script>${slotGuard}</script>${html.slice(end)}`;
}

type Watch = {
  frames: () => HTMLIFrameElement[];
  count: (frame: HTMLIFrameElement, reason: 'focus' | 'history', limit: number) => void;
  forgiveFocus: (frame: HTMLIFrameElement) => void;
  /** Once for each reason; the frame stays. */
  report: (frame: HTMLIFrameElement, reason: string) => void;
};

function watchFrames(): Watch {
  const violations = new WeakMap<Element, { focus: number; history: number }>();
  const reported = new WeakMap<Element, Set<string>>();
  const nameOf = ({ src }: HTMLIFrameElement) => /\/([^/?#]+)(?:[?#]|$)/.exec(src)?.[1] ?? '';
  return {
    frames: () => Array.from(document.querySelectorAll<HTMLIFrameElement>('.slot__frame')),
    count: (frame, reason, limit) => {
      const counted = violations.get(frame) ?? { focus: 0, history: 0 };
      counted[reason] += 1;
      violations.set(frame, counted);
      if (counted[reason] < limit) return;
      // The box stays to avoid layout shift.
      frame.remove();
      navigator.sendBeacon('/_s/e', JSON.stringify({ frame: nameOf(frame), reason }));
    },
    report: (frame, reason) => {
      const told = reported.get(frame) ?? new Set();
      reported.set(frame, told);
      if (told.has(reason)) return;
      told.add(reason);
      navigator.sendBeacon('/_s/e', JSON.stringify({ frame: nameOf(frame), reason }));
    },
    forgiveFocus: (frame) => {
      const counted = violations.get(frame);
      if (counted) counted.focus = Math.max(0, counted.focus - 1);
    },
  };
}

function guardFocus({ frames, count, forgiveFocus }: Watch) {
  const MAX_STEALS = 3;
  const FOCUS_GRACE_MS = 500;
  /** Longer would lose key presses. */
  const REPORT_TIMEOUT_MS = 80;
  const TYPING_MS = 1_500;
  /** How long browsers regard a user as active. */
  const ACTIVATION_MS = 5_000;
  let focused: Element | null = document.activeElement;
  let tabbedAt = -Infinity;
  let pressedAt = -Infinity;
  let touchedAt = -Infinity;
  let typedAt = -Infinity;

  function restoreFocus() {
    const frame = frames().find((one) => one === document.activeElement);
    if (!frame || wasEntered(frame)) return;
    frame.blur();
    window.focus();
    if (focused instanceof HTMLElement && focused.isConnected) focused.focus({ preventScroll: true });
    count(frame, 'focus', MAX_STEALS);
  }

  // By Tab, a reported press, or user activation, which covers the page as well.
  function wasEntered(frame: HTMLIFrameElement) {
    const now = performance.now();
    if (frame.matches(':hover') || now - tabbedAt < FOCUS_GRACE_MS || now - pressedAt < FOCUS_GRACE_MS) return true;
    return Boolean(navigator.userActivation?.isActive) && now - touchedAt > ACTIVATION_MS;
  }

  // The report arrives after the press: return the focus.
  addEventListener('message', ({ data, source }: MessageEvent<{ slotFrame?: unknown } | null>) => {
    const frame = data?.slotFrame === 'pressed' && frames().find(({ contentWindow }) => contentWindow === source);
    if (!frame) return;
    pressedAt = performance.now();
    forgiveFocus(frame);
    if (document.activeElement === frame) return;
    frame.focus();
    frame.contentWindow?.postMessage({ slotFocus: true }, '*');
  });

  addEventListener('focusin', ({ target }) => {
    if (target instanceof Element && !(target instanceof HTMLIFrameElement)) focused = target;
  });
  const onInput = (event: Event) => {
    touchedAt = performance.now();
    if (event.type === 'keydown') typedAt = touchedAt;
    tabbedAt = event instanceof KeyboardEvent && event.key === 'Tab' ? touchedAt : -Infinity;
  };
  addEventListener('keydown', onInput, true);
  addEventListener('pointerdown', onInput, true);
  // Browsers may report blur before updating the active element.
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
}

function guardHistory({ frames, count }: Watch) {
  const MAX_ENTRIES = 2;
  let length = history.length;

  addEventListener('message', ({ data, source }: MessageEvent<{ slotFrame?: unknown } | null>) => {
    const frame = data?.slotFrame === 'entry' && frames().find(({ contentWindow }) => contentWindow === source);
    if (frame) count(frame, 'history', MAX_ENTRIES);
  });

  // Every later load of a frame adds a history entry.
  const loaded = new WeakSet<EventTarget>();
  const onLoad = ({ target }: Event) => {
    const frame = frames().find((one) => one === target);
    if (!frame) return;
    if (loaded.has(frame) && history.length > length) count(frame, 'history', MAX_ENTRIES);
    loaded.add(frame);
    length = history.length;
  };
  document.addEventListener('load', onLoad, true);
}

// What a browser refuses does no harm, but code that begins to try it is no longer the code that was tested.
function reportTries({ frames, report }: Watch) {
  addEventListener('message', ({ data, source }: MessageEvent<{ slotFrame?: unknown } | null>) => {
    const reason = data?.slotFrame;
    if (reason !== 'popup' && reason !== 'dialog' && reason !== 'scroll') return;
    const frame = frames().find(({ contentWindow }) => contentWindow === source);
    if (frame) report(frame, reason);
  });
}

function shareScheme({ frames }: Watch) {
  const tell = (frame: HTMLIFrameElement) =>
    frame.contentWindow?.postMessage({ slotScheme: document.documentElement.dataset.theme ?? '' }, '*');
  addEventListener('message', ({ data, source }: MessageEvent<{ slotFrame?: unknown } | null>) => {
    const frame = data?.slotFrame === 'scheme?' && frames().find(({ contentWindow }) => contentWindow === source);
    if (frame) tell(frame);
  });
  new MutationObserver(() => frames().forEach(tell)).observe(document.documentElement, {
    attributeFilter: ['data-theme'],
  });
}

// The label above a frame that shows nothing is hidden (app/slot-box.css).
function markEmpty({ frames }: Watch) {
  addEventListener('slot-empty', ({ target }) => {
    if (target instanceof HTMLIFrameElement) target.dataset.empty = '';
  });
  addEventListener('message', ({ data, source }: MessageEvent<{ slotFrame?: unknown } | null>) => {
    const frame = data?.slotFrame === 'filled' && frames().find(({ contentWindow }) => contentWindow === source);
    if (frame) delete frame.dataset.empty;
  });
}
