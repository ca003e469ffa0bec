import { chooseLineItem, type Listed, type ReaderFacts, type Seen } from '@/lib/slots/choice';
import { FRAME_SANDBOX, ORIGIN_SANDBOX } from '@/lib/slots/frame-sandbox';
import type { Manifest, Show } from '@/lib/slots/manifest';
import { paths } from '@/lib/web/paths';
import { SLOT_MANIFEST } from './slot-addresses';
import type { Allowed } from './slot-consent';

/** Fills the boxes whose content a reader's browser chooses. Inlined as text: no outer references. */
export const slotChooser = `(${String(fillSlots)})({${[
  `address:"${SLOT_MANIFEST}"`,
  `choose:${String(chooseLineItem)}`,
  `createMemory:${String(createMemory)}`,
  `readFacts:${String(readFacts)}`,
  `draw:(${String(createDrawing)})(${JSON.stringify([FRAME_SANDBOX, ORIGIN_SANDBOX])})`,
  `link:(${String(createLinking)})("${paths.reportSlot('')}")`,
].join(',')}})`.replace(/\s+/g, ' ');

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

type Draw = (show: Show, title: string) => Element;

type Parts = {
  address: string;
  choose: typeof chooseLineItem;
  createMemory: typeof createMemory;
  readFacts: typeof readFacts;
  draw: Draw;
  link: ReturnType<typeof createLinking>;
};

function fillSlots({ address, choose, createMemory, readFacts, draw, link }: Parts) {
  const boxes = Array.from(document.querySelectorAll<HTMLElement>('[data-choices]'));
  const seed = Math.random().toString(36).slice(2);
  let allowed: Allowed = 'nothing';
  addEventListener('slots-allowed', (event) => {
    allowed = (event as CustomEvent<Allowed>).detail;
  });
  const begin = async () => {
    const answer = await fetch(`${address}?v=${boxes[0]?.dataset.manifest}`).catch(() => null);
    const manifest = answer?.ok ? ((await answer.json()) as Manifest) : null;
    const facts = readFacts(manifest?.zone);
    const { seen, note } = createMemory();
    const fill = (box: HTMLElement) => {
      const slot = box.closest<HTMLElement>('.slot')!;
      const { box: name = '', choices = '', title = '' } = box.dataset;
      if (box.firstChild || !slot.getClientRects().length) return;
      const listed = choices.split(' ').map((text): Listed => {
        const [id = '', indices] = text.split(':');
        return { id, alternatives: indices ? indices.split('.').map(Number) : null };
      });
      const known = box.dataset.consentBy ? { ...facts, allowed } : facts;
      const input = { box: name, listed, candidates: manifest?.items ?? {}, facts: known, seen, seed };
      const { chosen, reasons } = choose(input);
      const item = chosen && manifest?.items[chosen];
      if (!item) {
        if (Object.values(reasons).includes('consent')) return;
        const isBelow = slot.getBoundingClientRect().top >= innerHeight;
        if (isBelow) slot.style.display = 'none';
        else slot.style.visibility = 'hidden';
        slot.closest('dialog')?.close();
        return;
      }
      note(chosen, item);
      box.append(draw(item.show, title));
      if (box.dataset.consentBy && item.consent) box.dataset.released = item.consent;
      if (item.show.kind === 'frame') link(slot, item.show.src);
      slot.dataset.counted = name.replace('.', `.${item.show.id}.`);
      slot.dispatchEvent(new Event('slot-filled', { bubbles: true }));
    };
    const fillAll = () => boxes.forEach(fill);
    addEventListener('slots-allowed', fillAll);
    fillAll();
  };
  if ('prerendering' in document && document.prerendering) {
    document.addEventListener('prerenderingchange', () => void begin(), { once: true });
  } else void begin();
}

function readFacts(zone = 'UTC'): ReaderFacts {
  const now = new Date();
  const part = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat('en-US', { timeZone: zone, ...options }).format(now);
  const [own, referrer] = [location.origin, document.referrer].map((url) => /\/\/([^/:]*)/.exec(url)?.[1] ?? '');
  const { connection } = navigator as { connection?: { saveData?: boolean } };
  return {
    now: now.getTime(),
    width: innerWidth,
    isSignedIn: /(?:^|; )signed-in=/.test(document.cookie),
    language: navigator.language.slice(0, 3).replace(/-.*/, '').toLowerCase(),
    weekday: ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'].indexOf(part({ weekday: 'short' })),
    hour: Number(part({ hour: 'numeric', hourCycle: 'h23' })),
    referrer: (referrer === own ? '' : (referrer ?? '')).replace(/^www\./, ''),
    savesData: Boolean(connection?.saveData),
  };
}

type Note = (id: string, item: Manifest['items'][string]) => void;

function createMemory(): { seen: Seen; note: Note } {
  const today = new Date().toDateString();
  const mayStore = !(navigator as { globalPrivacyControl?: boolean }).globalPrivacyControl;
  const read = (storage: () => Storage) => {
    try {
      const { day, seen } = JSON.parse((mayStore && storage().getItem('slot-caps')) || '{}');
      return day === today ? { ...seen } : {};
    } catch {
      return {};
    }
  };
  const stores = { session: () => sessionStorage, day: () => localStorage };
  const seen: Seen = { page: {}, session: read(stores.session), day: read(stores.day), competitors: {} };
  const note: Note = (id, { caps, competitor }) => {
    seen.page[id] = (seen.page[id] ?? 0) + 1;
    if (competitor) seen.competitors[competitor] ??= id;
    for (const span of ['session', 'day'] as const) {
      if (!caps?.[span]) continue;
      seen[span][id] = (Number(seen[span][id]) || 0) + 1;
      try {
        if (mayStore) stores[span]().setItem('slot-caps', JSON.stringify({ day: today, seen: seen[span] }));
      } catch {
        continue;
      }
    }
  };
  return { seen, note };
}

function createLinking(address: string) {
  return (slot: HTMLElement, src: string) => {
    const name = /[^/?]+(?=[^/]*$)/.exec(src)?.[0] ?? '';
    const link = Object.assign(document.createElement('a'), { href: address + name, rel: 'nofollow' });
    link.dataset.report = name;
    link.textContent = 'Hide or report';
    slot.querySelector('.slot__report')?.append(link);
  };
}

function createDrawing([sandbox, apart]: string[]): Draw {
  const make = (name: string, attributes: Record<string, unknown>, ...children: (Node | string)[]) => {
    const element = document.createElement(name);
    for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, String(value));
    element.append(...children);
    return element;
  };
  const link = { rel: 'sponsored noopener', target: '_blank' };
  return (show, title) => {
    if (show.kind === 'frame') {
      const { src, isApart } = show;
      const more = { loading: 'lazy', sandbox: isApart ? apart : sandbox, allow: '', scrolling: 'no' };
      return make('iframe', { class: 'slot__frame', title, ...more, src });
    }
    const { href } = show;
    if (show.kind === 'text') {
      const part = (name: string, text: string, style = {}) =>
        text ? [make(name, { dir: 'auto', ...style }, text)] : [];
      const action = part('span', show.action, { class: 'slot__action' });
      const lines = [...part('strong', show.headline), ...part('span', show.text), ...action];
      return make('a', { class: 'slot__text', href, ...link }, ...lines);
    }
    const { alt, width, height, sizes, src, srcSet, sources } = show;
    const image = make('img', { alt, width, height, decoding: 'async', loading: 'lazy', sizes, srcset: srcSet, src });
    const others = sources.map((source) => make('source', { type: source.type, srcset: source.srcSet, sizes }));
    return make('a', { class: 'slot__link', href, ...link }, make('picture', {}, ...others, image));
  };
}
