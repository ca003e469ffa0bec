import { chooseLineItem, type Listed, type ReaderFacts, type Seen } from '@/lib/slots/choice';
import type { Manifest } from '@/lib/slots/manifest';
import { paths } from '@/lib/web/paths';
import { inlineScript } from './inline-script';
import { SLOT_MANIFEST } from './slot-addresses';
import type { Allowed } from './slot-consent';

/** Fills the boxes whose content a reader's browser chooses. Inlined as text: no outer references. */
export const slotChooser = inlineScript(
  `(${String(fillSlots)})({${[
    `address:"${SLOT_MANIFEST}"`,
    `choose:${String(chooseLineItem)}`,
    `createMemory:${String(createMemory)}`,
    `readFacts:${String(readFacts)}`,
    `link:(${String(createLinking)})("${paths.reportSlot('')}")`,
  ].join(',')}})`,
);

/** Pages where nothing is chosen carry nothing of it. */
export function hasChoices(html: string) {
  return html.includes(' data-choices="');
}

export function withSlotChooser(html: string) {
  const end = html.lastIndexOf('</body>');
  if (end < 0 || !hasChoices(html)) return html;
  const filled = `${html.slice(0, end)}<script>${slotChooser}</script>${html.slice(end)}`;
  return filled.replace('</head>', `<style>${style}</style></head>`);
}

// Text that is chosen later has its space before; without JavaScript there is no choice.
const style = `
.slot__choice[data-texts]{block-size:max(var(--box-h),9rem)}
.slot__choice>.slot__text{box-sizing:border-box;block-size:100%}
.slot__choice>.slot__text>*{display:-webkit-box;flex:none;-webkit-box-orient:vertical;-webkit-line-clamp:2;overflow:hidden}
@media(scripting:none){.slot__choice,:is(.slot,.slot-sticky):has(.slot__choice):not(:has(noscript)){display:none!important}}
`.replaceAll('\n', '');

type Parts = {
  address: string;
  choose: typeof chooseLineItem;
  createMemory: typeof createMemory;
  readFacts: typeof readFacts;
  link: ReturnType<typeof createLinking>;
};

function fillSlots({ address, choose, createMemory, readFacts, link }: Parts) {
  const boxes = Array.from(document.querySelectorAll<HTMLElement>('[data-choices]'));
  const seed = Math.random().toString(36).slice(2);
  let allowed: Allowed | undefined;
  addEventListener('slots-allowed', (event) => {
    allowed = (event as CustomEvent<Allowed>).detail;
  });
  const begin = async () => {
    const manifest = await fetch(`${address}?v=${boxes[0]?.dataset.manifest}`)
      .then((answer) => answer.json() as Promise<Manifest>)
      .catch(() => {});
    const candidates = manifest?.items ?? {};
    const facts = readFacts(manifest?.offset);
    const isAsked = boxes.some((box) => 'asks' in box.dataset);
    // "all" and "functional" alone have these letters.
    const mayNote = () => !isAsked || /f|ll/.test(allowed ?? '');
    const memory = createMemory(mayNote);
    const shown = new Map<HTMLElement, string>();
    const empty = new Map<HTMLElement, string[]>();
    const fill = (box: HTMLElement) => {
      const slot = box.closest<HTMLElement>('.slot')!;
      const { box: name = '', choices = '', title = '' } = box.dataset;
      if (shown.has(box)) return;
      const top = slot.getClientRects()[0]?.top ?? Infinity;
      const listed = choices.split(' ').map((text): Listed => {
        const [id = '', indices] = text.split(':');
        return { id, alternatives: indices ? indices.split('.').map(Number) : null };
      });
      const { chosen, reasons } = choose({
        box: name,
        listed,
        candidates,
        facts: {
          ...facts,
          ...(box.dataset.consentBy && { allowed: allowed ?? '' }),
          runsCode: 'hosts' in box.dataset,
          bucket: memory.bucket(listed.some(({ id }) => candidates[id]?.arm)),
        },
        seen: { ...memory.seen(), empty: empty.get(box) },
        seed,
      });
      const item = chosen && candidates[chosen];
      if (!item) {
        if (box.firstChild || Object.values(reasons).includes('consent')) return;
        if (top < innerHeight) slot.style.visibility = 'hidden';
        else slot.style.display = 'none';
        return slot.closest('dialog')?.close();
      }
      // What nobody comes near is neither counted nor one of the times that a reader may see it.
      if (top > 3 * innerHeight) return;
      shown.set(box, chosen);
      memory.note(chosen, item, 1);
      box.innerHTML = item.show.html;
      box.querySelector('iframe')?.setAttribute('title', title);
      if (box.dataset.consentBy && item.consent) box.dataset.released = item.consent;
      link(slot, item.show.code);
      slot.dataset.counted = name.replace('.', `.${item.show.id}.`);
      slot.dispatchEvent(new Event('slot-filled', { bubbles: true }));
    };
    document.addEventListener('slot-empty', ({ target }) => {
      const box = (target as Element).closest<HTMLElement>('[data-choices]');
      const id = box && shown.get(box);
      if (!id || box.closest('[data-hidden]')) return;
      empty.set(box, [...(empty.get(box) ?? []), id]);
      memory.note(id, candidates[id]!, -1);
      shown.delete(box);
      fill(box);
    });
    const fillAll = () => {
      if (allowed && !mayNote()) memory.forget();
      boxes.forEach(fill);
    };
    for (const event of ['scroll', 'slots-allowed']) addEventListener(event, fillAll);
    fillAll();
  };
  if ('prerendering' in document && document.prerendering) {
    document.addEventListener('prerenderingchange', begin, { once: true });
  } else void begin();
}

function readFacts(offset = 0): ReaderFacts {
  const now = Date.now();
  const there = new Date(now + offset * 60_000);
  const referrer = /\/\/([^/:]*)/.exec(document.referrer)?.[1] ?? '';
  const { connection } = navigator as { connection?: { saveData?: boolean } };
  return {
    now,
    width: innerWidth,
    isSignedIn: /(?:^|; )signed-in=/.test(document.cookie),
    language: navigator.language.replace(/-.*/, '').toLowerCase(),
    weekday: there.getUTCDay(),
    hour: there.getUTCHours(),
    referrer: referrer === location.hostname ? '' : referrer.replace(/^www\./, ''),
    savesData: Boolean(connection?.saveData),
  };
}

type Note = (id: string, item: Manifest['items'][string], times: 1 | -1) => void;
type Memory = { seen: () => Seen; note: Note; bucket: (isAsked: boolean) => string | undefined; forget: () => void };

function createMemory(mayKeep: () => boolean): Memory {
  const today = new Date().toDateString();
  const mayStore = () => !(navigator as { globalPrivacyControl?: boolean }).globalPrivacyControl && mayKeep();
  const stores = { session: () => sessionStorage, day: () => localStorage };
  const page: Seen['page'] = {};
  const competitors: Seen['competitors'] = {};
  const attempt = <Result>(act: () => Result) => {
    try {
      return act();
    } catch {
      return undefined;
    }
  };
  const read = (span: 'session' | 'day') => {
    if (!mayStore()) return page;
    const { day, seen } = attempt(() => JSON.parse(stores[span]().getItem('slot-caps') ?? '')) ?? {};
    return day === today ? { ...seen } : {};
  };
  return {
    seen: () => ({ page, competitors, session: read('session'), day: read('day') }),
    note: (id, { caps, competitor }, times) => {
      for (const span of ['session', 'day'] as const) {
        if (!caps?.[span] || !mayStore()) continue;
        const seen = read(span);
        seen[id] = (Number(seen[id]) || 0) + times;
        attempt(() => stores[span]().setItem('slot-caps', JSON.stringify({ day: today, seen })));
      }
      page[id] = (page[id] ?? 0) + times;
      if (!competitor) return;
      if (page[id]) competitors[competitor] ??= id;
      else if (competitors[competitor] === id) delete competitors[competitor];
    },
    bucket: (isAsked) =>
      isAsked && mayStore()
        ? attempt(() => (localStorage['slot-bucket'] ??= Math.random().toString(36).slice(2)) as string)
        : undefined,
    forget: () => {
      for (const store of Object.values(stores)) attempt(() => store().removeItem('slot-caps'));
      attempt(() => localStorage.removeItem('slot-bucket'));
    },
  };
}

function createLinking(address: string) {
  return (slot: HTMLElement, name?: string) => {
    const link = document.createElement('a');
    Object.assign(link, { href: address + name, rel: 'nofollow', textContent: 'Hide or report' });
    link.dataset.report = name;
    slot.querySelector('.slot__report')?.replaceChildren(...(name ? [link] : []));
  };
}
