import { LIVE_SCRIPT, LIVE_STREAMS, THREAD_STATES } from '@/server/live/addresses';
import { inlineScript } from './inline-script';
import { versioned } from './loaded-script';

// Above what is read, so that nothing moves. Carried by the script, because few readers see it.
const pillStyle = `
.live-pill{position:fixed;inset-block-start:var(--space-4);inset-inline:0;z-index:5;margin:0;text-align:center;pointer-events:none}
.live-pill a{display:inline-flex;align-items:center;min-block-size:var(--touch);padding-inline:var(--space-4);border-radius:999px;background:var(--ink);color:var(--paper);font:600 var(--text-s)/1.3 var(--interface);text-decoration:none;pointer-events:auto}
.live-pill a:hover{text-decoration:underline}
@media print{.live-pill{display:none}}
`.replaceAll('\n', '');

/** Follows the thread of a page. */
export const liveScript = versioned(
  LIVE_SCRIPT,
  `(${String(followThread)})("${LIVE_STREAMS}","${THREAD_STATES}",${JSON.stringify(pillStyle)},${String(showNew)})`,
);

/** Loads that script once the thread is in view. Inlined as text: no outer references. */
export const liveLoader = inlineScript(`(${String(loadInView)})("${liveScript.address}")`);

/** Only in pages with an open thread. */
export function withLiveThread(html: string) {
  const end = html.lastIndexOf('</body>');
  if (end < 0 || !html.includes(' data-live="')) return html;
  return `${html.slice(0, end)}<script>${liveLoader}</script>${html.slice(end)}`;
}

function loadInView(src: string) {
  const thread = document.querySelector('[data-live]');
  const watch = new IntersectionObserver((seen) => {
    if (!seen.some((each) => each.isIntersecting)) return;
    watch.disconnect();
    document.head.append(Object.assign(document.createElement('script'), { type: 'module', src }));
  });
  if (thread) watch.observe(thread);
}

type ShowNew = (told: number) => Promise<string | null>;

// The stream is open while the page is seen: browsers have few connections for all pages of a site. What React has yet to
// take over is left alone: the pill stands at the end of the body.
function followThread(streams: string, states: string, style: string, showNew: ShowNew) {
  const POLL_MS = 60_000;
  const thread = document.querySelector<HTMLElement>('[data-live]');
  if (!thread) return;
  const { live, newest = '' } = thread.dataset;
  const forms = JSON.parse(thread.dataset.new ?? '{}') as Partial<Record<Intl.LDMLPluralRule, string>>;
  let since = thread.dataset.since ?? '';
  let told = 0;
  let source: EventSource | undefined;
  let timer: ReturnType<typeof setInterval> | undefined;
  const pill = document.createElement('p');
  pill.className = 'live-pill';
  pill.setAttribute('role', 'status');
  const link = document.createElement('a');
  link.href = newest;
  document.head.append(Object.assign(document.createElement('style'), { textContent: style }));
  document.body.append(pill);
  const show = (count: number) => {
    told = count;
    const form = forms[new Intl.PluralRules(document.documentElement.lang).select(count)] ?? forms.other ?? '';
    link.textContent = form.replace('#', String(count));
    if (count > 0) pill.append(link);
    else link.remove();
  };
  const poll = async () => {
    const answer = await fetch(states + live, { cache: 'no-cache', credentials: 'omit' });
    if (!answer.ok) return;
    const { count, moments } = (await answer.json()) as { count: number; moments: number[] };
    const [known, moment] = since.split('.').map(Number);
    show(Math.max(0, count - (known ?? 0), moments.filter((each) => each > (moment ?? 0)).length));
  };
  const close = () => {
    source?.close();
    source = undefined;
    clearInterval(timer);
  };
  const open = () => {
    close();
    if (document.hidden || ('prerendering' in document && document.prerendering)) return;
    const opened = new EventSource(`${streams}${live}?since=${since}`);
    source = opened;
    opened.addEventListener('message', ({ data }) => show(Number(data)));
    opened.addEventListener('error', () => {
      if (opened !== source || opened.readyState !== EventSource.CLOSED) return;
      close();
      const ask = () => void poll().catch(() => {});
      timer = setInterval(ask, POLL_MS);
      ask();
    });
  };
  const leave = () => {
    if (location.pathname === link.pathname) location.reload();
    else location.assign(link.href);
  };
  const take = async () => {
    const cursor = await showNew(told);
    if (cursor === null) return leave();
    since = cursor;
    show(0);
    open();
  };
  link.addEventListener('click', (event) => {
    if (event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    void take().catch(leave);
  });
  document.addEventListener('visibilitychange', open);
  document.addEventListener('prerenderingchange', open, { once: true });
  addEventListener('pagehide', close);
  addEventListener('pageshow', ({ persisted }) => persisted && open());
  open();
}

/** Puts new comments where they belong, if this page is where all of them do, and answers with what is known then. */
async function showNew(told: number) {
  const answer = await fetch(location.pathname, { cache: 'no-cache' });
  const fresh = new DOMParser().parseFromString(await answer.text(), 'text/html');
  const cursor = fresh.querySelector<HTMLElement>('[data-live]')?.dataset.since;
  const all = Array.from(fresh.querySelectorAll<HTMLElement>('.thread article.comment[id]'));
  const added = all.filter(({ id }) => !document.getElementById(id));
  const itemOf = (article: Element | null) => article?.closest('li') ?? null;
  const here = (article: Element | null) => itemOf(article && document.getElementById(article.id));
  if (!answer.ok || !cursor || added.length < told || added.length === all.length) return null;
  for (const article of added) {
    const item = itemOf(article);
    if (!item || document.getElementById(article.id)) continue;
    const parent = item.parentElement?.closest('li')?.querySelector('article.comment') ?? null;
    const siblings = all.filter((each) => itemOf(each)?.parentElement?.closest('li') === itemOf(parent));
    const before = siblings.slice(0, siblings.indexOf(article)).findLast((each) => here(each));
    const after = siblings.slice(siblings.indexOf(article)).find((each) => here(each));
    const place = here(before ?? after ?? null);
    if (place) place[before ? 'after' : 'before'](item);
    else if (parent) {
      const list = document.createElement('ol');
      list.className = 'thread';
      list.append(item);
      here(parent)?.append(list);
    } else return null;
  }
  const heading = fresh.getElementById('comments-heading')?.textContent;
  const own = document.getElementById('comments-heading');
  if (own && heading) own.textContent = heading;
  const first = document.getElementById(added[0]?.id ?? '');
  first?.focus({ preventScroll: true });
  first?.scrollIntoView({ block: 'center' });
  return cursor;
}
