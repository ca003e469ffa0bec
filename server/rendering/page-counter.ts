import { inlineScript } from './inline-script';
import { hasChoices } from './slot-chooser';

const counting = `(${String(countSlots)})(${String(createCounting)},${String(watchFilling)})`;

/** Counts a page view, and what becomes of its slots. Inlined as text: no outer references. */
export const pageCounters = [
  `(${String(countPage)})()`,
  `(${String(countPage)})(${counting})`,
  `(${String(countPage)})((${String(countFilled)})(${counting}))`,
].map(inlineScript);

/** Pages get the shortest that counts all they have; those that count nothing get none. */
export function withPageCounter(html: string) {
  const needed = hasChoices(html) ? 2 : html.includes(' data-counted="') ? 1 : 0;
  const end = html.lastIndexOf('</body>');
  if (end < 0 || !(needed || html.includes(' data-page="'))) return html;
  return `${html.slice(0, end)}<script>${pageCounters[needed]}</script>${html.slice(end)}`;
}

type Add = (...event: unknown[]) => void;
type CountSlots = (add: Add, filled?: HTMLElement) => void;

function countPage(countSlots?: CountSlots) {
  const { page, post } = document.querySelector<HTMLElement>('[data-page]')?.dataset ?? {};
  const [start, random] = [Date.now(), Math.random()].map((part) => part.toString(36).slice(2));
  const [origin, from] = [location.origin, document.referrer].map((url) => /\/\/([^/:]*)/.exec(url)?.[1] ?? '');
  const about = {
    id: `${start}-${random}`,
    page,
    post,
    from: from === origin ? undefined : from,
    narrow: matchMedia('(max-width:767.98px)').matches,
  };
  let queue: unknown[] = [];
  let timer: ReturnType<typeof setTimeout> | undefined;
  const send = () => {
    clearTimeout(timer);
    timer = undefined;
    if (!queue.length) return;
    const body = JSON.stringify({ ...about, events: queue });
    queue = [];
    if (!navigator.sendBeacon('/_s/e', body)) fetch('/_s/e', { method: 'POST', body, keepalive: true }).catch(() => {});
  };
  const add: Add = (...event) => {
    if (queue.push(event) > 9) send();
    else timer ??= setTimeout(send, 10_000);
  };
  const begin = () => {
    if (page) add('view');
    countSlots?.(add);
  };
  document.addEventListener('visibilitychange', () => document.hidden && send());
  addEventListener('pagehide', send);
  addEventListener('pageshow', ({ persisted }) => persisted && page && add('return'));
  if ('prerendering' in document && document.prerendering) {
    document.addEventListener('prerenderingchange', begin, { once: true });
  } else begin();
}

function countFilled(count: CountSlots): CountSlots {
  return (add) => {
    count(add);
    document.addEventListener('slot-filled', ({ target }) => target instanceof HTMLElement && count(add, target));
  };
}

// To ask where a slot is would make the browser lay out the page at once, in the way of its first picture. Only code in the
// page may have shown something before that.
function countSlots(create: typeof createCounting, watch: typeof watchFilling): CountSlots {
  let tabbedAt = -Infinity;
  addEventListener('keydown', ({ key }) => void (key === 'Tab' && (tabbedAt = performance.now())), true);
  const isPressed = () => (navigator.userActivation?.isActive ?? true) && performance.now() - tabbedAt > 500;
  const follow = (slot: HTMLElement, add: Add) => {
    if (!slot.getClientRects().length) return;
    const box = slot.querySelector<HTMLElement>('.slot__box') ?? slot;
    const { look, click } = watch(box, create(slot, box, add));
    new IntersectionObserver((seen) => look(seen[seen.length - 1]!.intersectionRatio), {
      threshold: [0, 0.3, 0.5],
    }).observe(box);
    document.addEventListener('visibilitychange', () => look());
    for (const kind of ['click', 'auxclick']) {
      addEventListener(
        kind,
        ({ target }) => target instanceof Element && slot.contains(target.closest('a')) && click(),
        true,
      );
    }
    addEventListener('blur', () => {
      const wasPressed = isPressed();
      setTimeout(() => {
        const entered = document.activeElement;
        if (entered?.tagName === 'IFRAME' && box.contains(entered) && (wasPressed || isPressed())) click();
      }, 150);
    });
  };
  return (add, filled) => {
    if (filled) return follow(filled, add);
    const laidOut = new IntersectionObserver((seen) => {
      for (const { target } of seen) {
        laidOut.unobserve(target);
        follow(target as HTMLElement, add);
      }
    });
    for (const slot of document.querySelectorAll<HTMLElement>('[data-counted]')) {
      if (slot.querySelector('.slot__host')) follow(slot, add);
      else laidOut.observe(slot);
    }
  };
}

/** What a box went through: considered, shown, seen for a second, clicked. */
function createCounting(slot: HTMLElement, box: HTMLElement, add: Add) {
  const name = slot.dataset.counted;
  const limit = Number(slot.dataset.grows);
  const times: number[] = [];
  let [share, height, isClicked] = [0, 0, false];
  let timer: ReturnType<typeof setTimeout> | undefined;
  const reach = (stage: number) => {
    if (times.length !== stage) return;
    times.push(Math.round(performance.now()));
    add('slot', name, stage, [...times], ...(limit && stage > 1 ? [height] : []));
  };
  const check = (seen = share) => {
    share = seen;
    const { top, bottom, width } = box.getBoundingClientRect();
    const least = width * (bottom - top) < 242_500 ? 0.5 : 0.3;
    if (share >= least && !document.hidden && times.length === 2) timer ??= setTimeout(reach, 1_000, 2);
    else timer = void clearTimeout(timer);
    const isAway = top >= innerHeight || (bottom <= 0 && CSS.supports('overflow-anchor:auto'));
    if (isAway && height > bottom - top) box.style.blockSize = `${height}px`;
  };
  reach(0);
  return {
    check,
    isShown: () => times.length > 1,
    isSeen: () => share > 0,
    show: (reported?: unknown) => {
      height = Math.max(0, Math.min(Number(reported) || 0, limit));
      reach(1);
      check();
    },
    click: () => {
      if (isClicked || times.length < 2) return;
      isClicked = true;
      add('click', name);
    },
  };
}

type Content = Partial<HTMLIFrameElement> & HTMLElement;

/** Whether the content of a box shows something; if not, the next one gets its turn (slot-chooser.ts). */
function watchFilling(box: HTMLElement, { check, isShown, isSeen, show, click }: ReturnType<typeof createCounting>) {
  const content = box.querySelector<Content>('iframe,img,.slot__host');
  const frame = content?.contentWindow;
  let silence: ReturnType<typeof setTimeout> | undefined;
  const fail = () => {
    if (!isShown() && content?.isConnected) content.dispatchEvent(new Event('slot-empty', { bubbles: true }));
  };
  const look = (seen?: number) => {
    check(seen);
    if (frame && isSeen() && !isShown()) silence ??= setTimeout(giveUp, 8_000);
  };
  const giveUp = () => {
    silence = undefined;
    if (content?.src) fail();
    else look();
  };
  if (!content || ('naturalWidth' in content && content.naturalWidth)) show();
  content?.addEventListener('error', fail);
  content?.addEventListener('load', () => frame || show());
  content?.addEventListener('slot-shown', (event) => show((event as CustomEvent).detail));
  addEventListener('message', ({ source, data }: MessageEvent<{ slotFrame?: unknown; height?: unknown } | null>) => {
    if (!frame || source !== frame) return;
    if (data?.slotFrame === 'filled') show(data.height);
    if (data?.slotFrame === 'empty') fail();
  });
  frame?.postMessage({ slotFill: 1 }, '*');
  return { look, click };
}
