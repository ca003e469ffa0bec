import { hasChoices } from './slot-chooser';

/** Counts a page view, and what becomes of its slots. Inlined as text: no outer references, no comments inside. */
export const pageCounters = [
  `(${String(countPage)})()`,
  `(${String(countPage)})(${String(countSlots)})`,
  `(${String(countPage)})((${String(countFilled)})(${String(countSlots)}))`,
].map((text) => text.replace(/\s+/g, ' '));

/** Pages get the shortest that counts all they have; those that count nothing get none. */
export function withPageCounter(html: string) {
  const needed = hasChoices(html) ? 2 : html.includes(' data-counted="') ? 1 : 0;
  const end = html.lastIndexOf('</body>');
  if (end < 0 || !(needed || html.includes(' data-page="'))) return html;
  return `${html.slice(0, end)}<script>${pageCounters[needed]}</script>${html.slice(end)}`;
}

type Add = (...event: unknown[]) => void;
type CountSlots = (add: Add, slots?: Iterable<HTMLElement>) => void;

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
    document.addEventListener('slot-filled', ({ target }) => target instanceof HTMLElement && count(add, [target]));
  };
}

function countSlots(add: Add, slots: Iterable<HTMLElement> = document.querySelectorAll<HTMLElement>('[data-counted]')) {
  let tabbedAt = -Infinity;
  addEventListener('keydown', ({ key }) => void (key === 'Tab' && (tabbedAt = performance.now())), true);
  const isPressed = () => (navigator.userActivation?.isActive ?? true) && performance.now() - tabbedAt > 500;
  for (const slot of slots) {
    if (!slot.getClientRects().length) continue;
    const name = slot.dataset.counted;
    const box = slot.querySelector('.slot__box') ?? slot;
    const content = box.querySelector<HTMLIFrameElement | HTMLImageElement>('iframe,img');
    const times: number[] = [];
    let [share, isClicked] = [0, false];
    let timer: ReturnType<typeof setTimeout> | undefined;
    const reach = (stage: number) => {
      if (times.length !== stage) return;
      times.push(Math.round(performance.now()));
      add('slot', name, stage, [...times]);
    };
    const check = () => {
      const { width, height } = box.getBoundingClientRect();
      const isSeen = share >= (width * height < 242_500 ? 0.5 : 0.3) && !document.hidden && times.length === 2;
      if (isSeen) timer ??= setTimeout(reach, 1_000, 2);
      else timer = void clearTimeout(timer);
    };
    const serve = () => {
      reach(1);
      check();
    };
    const click = () => {
      if (isClicked || times.length < 2) return;
      isClicked = true;
      add('click', name);
    };
    reach(0);
    const host = box.querySelector('.slot__host');
    if (host && !host.firstChild) {
      new MutationObserver((_, observer) => {
        observer.disconnect();
        serve();
      }).observe(host, { childList: true });
    } else if (!content || ('naturalWidth' in content && content.naturalWidth)) serve();
    else if (performance.getEntriesByName(content.src).length) serve();
    else content.addEventListener('load', serve);
    new IntersectionObserver(
      (seen) => {
        share = seen[seen.length - 1]!.intersectionRatio;
        check();
      },
      { threshold: [0, 0.3, 0.5] },
    ).observe(box);
    document.addEventListener('visibilitychange', check);
    for (const kind of ['click', 'auxclick']) {
      slot.addEventListener(kind, ({ target }) => target instanceof Element && target.closest('a') && click());
    }
    addEventListener('blur', () => {
      const wasPressed = isPressed();
      setTimeout(() => {
        const entered = document.activeElement;
        if (entered?.tagName === 'IFRAME' && box.contains(entered) && (wasPressed || isPressed())) click();
      }, 150);
    });
  }
}
