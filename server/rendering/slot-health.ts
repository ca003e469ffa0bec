import { PAGE_EVENTS } from '@/server/http/body-limits';
import { versioned } from './loaded-script';
import { SLOT_COSTS } from './slot-addresses';

/**
 * Measures what pasted code costs a reader. Loaded by one page view in five. What was seen for less than four seconds has
 * shown little of what it does.
 */
export const slotCosts = versioned(SLOT_COSTS, `(${String(measureCosts)})("${PAGE_EVENTS}",${String(watchPage)})`);

/** In pages with pasted code. An element, because the policy of code in the page lets a script add those and import none. */
export const slotCostsLoader = `Math.random()<.2&&document.head.append(Object.assign(document.createElement("script"),{type:"module",src:"${slotCosts.address}"}))`;

export function withSlotCosts(html: string) {
  const end = html.lastIndexOf('</body>');
  if (end < 0 || !/class="slot__(frame|host)"|data-frames="/.test(html)) return html;
  return `${html.slice(0, end)}<script>${slotCostsLoader}</script>${html.slice(end)}`;
}

type Cost = { shift: number; task: number; failed: number; bytes: number };
type Watch = (costOf: (slot: HTMLElement) => Cost, slots: () => HTMLElement[]) => void;

function measureCosts(address: string, watch: Watch) {
  const ASK_MS = 2_000;
  const SHORTEST_MS = 4_000;
  const LONGEST_MS = 20_000;
  const { connection } = navigator as { connection?: { saveData?: boolean } };
  const isAble = ['layout-shift', 'longtask'].every((type) => PerformanceObserver.supportedEntryTypes.includes(type));
  if (!isAble || connection?.saveData) return;
  const costs = new Map<HTMLElement, Cost & { since: number; isSent: boolean }>();
  const slots = () =>
    Array.from(document.querySelectorAll<HTMLElement>('[data-counted]')).filter((slot) =>
      slot.querySelector('.slot__frame,.slot__host'),
    );
  const costOf = (slot: HTMLElement) => {
    const cost = costs.get(slot) ?? { shift: 0, task: 0, failed: 0, bytes: 0, since: Infinity, isSent: false };
    costs.set(slot, cost);
    return cost;
  };
  const begin = (slot: HTMLElement) => {
    const cost = costOf(slot);
    cost.since = Math.min(cost.since, performance.now());
    return cost;
  };
  const number = (value: unknown) => (typeof value === 'number' && value > 0 && value < Infinity ? value : 0);
  const frames = new Map<HTMLElement, number>();
  addEventListener('message', ({ data, source }: MessageEvent<Record<string, unknown> | null>) => {
    if (data?.slotFrame !== 'cost') return;
    const slot = slots().find((one) => one.querySelector('iframe')?.contentWindow === source);
    if (!slot) return;
    const cost = begin(slot);
    const { width, height } = slot.querySelector('iframe')!.getBoundingClientRect();
    const part = Math.min(1, (width * height) / (innerWidth * innerHeight));
    frames.set(slot, number(data.shift) * part);
    cost.task = Math.max(cost.task, number(data.task));
    cost.failed = Math.max(cost.failed, number(data.failed));
    cost.bytes = Math.max(cost.bytes, number(data.bytes));
  });
  const send = (isOver: boolean) => {
    const now = performance.now();
    const ready = Array.from(costs).filter(([slot, { since, isSent }]) => {
      return !isSent && slot.isConnected && now - since >= (isOver ? SHORTEST_MS : LONGEST_MS);
    });
    if (!ready.length) return;
    const events = ready.map(([slot, cost]) => {
      cost.isSent = true;
      const shift = Math.min(100, cost.shift + (frames.get(slot) ?? 0));
      const whole = (value: number, most: number) => Math.min(most, Math.round(value));
      const { task, failed, bytes } = cost;
      const rounded = [whole(task, 600_000), whole(failed, 10_000), whole(bytes / 1_000, 1_000_000)];
      return ['cost', slot.dataset.counted, Math.round(shift * 10_000) / 10_000, ...rounded];
    });
    const narrow = matchMedia('(max-width:767.98px)').matches;
    const [start, random] = [Date.now(), Math.random()].map((part) => part.toString(36).slice(2));
    navigator.sendBeacon(address, JSON.stringify({ id: `${start}-${random}`, narrow, events }));
  };
  const ask = () => {
    if (document.hidden) return;
    for (const slot of slots()) {
      slot.querySelector('iframe')?.contentWindow?.postMessage({ slotCost: true }, '*');
      if (slot.querySelector('.slot__host')?.firstChild) begin(slot);
    }
    send(false);
  };
  const start = () => {
    watch(costOf, slots);
    ask();
    setInterval(ask, ASK_MS);
    document.addEventListener('visibilitychange', () => document.hidden && send(true));
    addEventListener('pagehide', () => send(true));
  };
  if ('prerendering' in document && document.prerendering) {
    document.addEventListener('prerenderingchange', start, { once: true });
  } else start();
}

// What the page sees for itself, whatever a frame says. A box that changes its size moves the page in the same frame, but
// either may be told first. Code in the page is told from the page's own by where it comes from, and from other such
// code not at all.
function watchPage(costOf: (slot: HTMLElement) => Cost, slots: () => HTMLElement[]) {
  const CAUSE_MS = 500;
  const TELLING_MS = 200;
  const changes: { slot: HTMLElement; at: number }[] = [];
  const known = new WeakSet<Element>();
  const sizes = new ResizeObserver((entries) => {
    for (const { target } of entries) {
      if (known.has(target)) changes.push({ slot: target as HTMLElement, at: Number(document.timeline.currentTime) });
      known.add(target);
    }
  });
  const follow = () => slots().forEach((slot) => sizes.observe(slot));
  follow();
  document.addEventListener('slot-filled', follow);
  const observe = (type: string, add: (entry: PerformanceEntry & Record<string, unknown>) => void) => {
    if (!PerformanceObserver.supportedEntryTypes.includes(type)) return;
    const onEntries = (list: PerformanceObserverEntryList) =>
      list.getEntries().forEach((entry) => add(entry as PerformanceEntry & Record<string, unknown>));
    new PerformanceObserver(onEntries).observe({ type, buffered: true });
  };
  const blame = (startTime: number, value: number) => {
    const near = changes.filter(({ at }) => startTime > at - TELLING_MS && startTime < at + CAUSE_MS);
    for (const slot of Array.from(new Set(near.map(({ slot }) => slot)))) costOf(slot).shift += value;
  };
  observe('layout-shift', ({ startTime, value, hadRecentInput }) => {
    if (!hadRecentInput) setTimeout(blame, TELLING_MS, startTime, Number(value));
  });
  const keepLongest = (slot: HTMLElement | undefined, duration: number) => {
    if (slot) costOf(slot).task = Math.max(costOf(slot).task, duration);
  };
  observe('longtask', ({ duration, attribution }) => {
    const [{ containerSrc = '' } = {}] = attribution as { containerSrc?: string }[];
    if (containerSrc)
      keepLongest(
        slots().find((slot) => slot.querySelector('iframe')?.src === containerSrc),
        duration,
      );
  });
  observe('long-animation-frame', ({ scripts }) => {
    const hosts = slots().filter((slot) => slot.querySelector('.slot__host')?.firstChild);
    if (hosts.length !== 1) return;
    for (const { sourceURL, duration } of scripts as { sourceURL: string; duration: number }[]) {
      const isForeign = sourceURL && !sourceURL.startsWith(location.origin);
      if (isForeign && duration >= 50) keepLongest(hosts[0], duration);
    }
  });
  addEventListener(
    'error',
    ({ target }) => {
      const slot = target instanceof Element && target.closest<HTMLElement>('[data-counted]');
      if (slot && slot.querySelector('.slot__host')) costOf(slot).failed += 1;
    },
    true,
  );
}
