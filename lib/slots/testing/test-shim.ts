// Runs in the frames of a test, after the frame's own shim and before the code, and in no reader's page: notes what the
// code does and answers the test page over a channel that is handed over before the code runs. Code can get round it and
// lie to it. Sent as text: each part must be self-contained.
export const testShim = `{const r=(${String(createRecord)})();for(const f of [${[countCalls, noteLeaving, watchRequests, watchCosts, noteErrors, answerPage].join(',')}])f(r)}`;

type Calls = 'writes' | 'focus' | 'scrolls' | 'entries' | 'popups' | 'dialogs' | 'storage';
type Costs = 'requests' | 'bytes' | 'hidden' | 'longTasks' | 'longTaskMs' | 'shift';
type Record = {
  count: (what: Calls | Costs, by?: number) => void;
  note: (list: 'hosts' | 'errors' | 'refused' | 'leaves', text: string) => void;
  all: () => object;
};

function createRecord(): Record {
  const limitOf = (what: string) =>
    what === 'bytes' ? 1e10 : what === 'longTaskMs' ? 600_000 : what === 'shift' ? 1_000 : 10_000;
  const counts = {
    writes: 0,
    focus: 0,
    scrolls: 0,
    entries: 0,
    popups: 0,
    dialogs: 0,
    storage: 0,
    requests: 0,
    bytes: 0,
    hidden: 0,
    longTasks: 0,
    longTaskMs: 0,
    shift: 0,
  };
  const lists = {
    hosts: new Set<string>(),
    errors: new Set<string>(),
    refused: new Set<string>(),
    leaves: new Set<string>(),
  };
  return {
    count: (what, by = 1) => {
      counts[what] = Math.min(counts[what] + by, limitOf(what));
    },
    note: (list, text) => {
      if (lists[list].size < (list === 'hosts' ? 50 : 10)) lists[list].add(text.slice(0, 200));
    },
    all: () => ({
      ...counts,
      hosts: [...lists.hosts],
      errors: [...lists.errors],
      refused: [...lists.refused],
      leaves: [...lists.leaves],
    }),
  };
}

function countCalls({ count }: Record) {
  const wrap = (
    owner: object,
    name: string,
    { what, when, refuses }: { what: Calls; when?: () => boolean; refuses?: boolean },
  ) => {
    const original: unknown = Reflect.get(owner, name);
    if (typeof original !== 'function') return;
    const counted = function (this: unknown, ...given: unknown[]): unknown {
      if (!when || when()) count(what);
      return refuses ? null : Reflect.apply(original, this, given);
    };
    Object.defineProperty(owner, name, { configurable: true, writable: true, value: counted });
  };
  const isApart = () => !document.hasFocus();
  for (const name of ['write', 'writeln']) wrap(document, name, { what: 'writes' });
  for (const { prototype } of [HTMLElement, SVGElement, MathMLElement])
    wrap(prototype, 'focus', { what: 'focus', when: isApart });
  wrap(window, 'focus', { what: 'focus', when: isApart });
  for (const name of ['scrollIntoView', 'scrollIntoViewIfNeeded']) wrap(Element.prototype, name, { what: 'scrolls' });
  wrap(history, 'pushState', { what: 'entries' });
  addEventListener('hashchange', () => count('entries'));
  wrap(window, 'open', { what: 'popups', refuses: true });
  for (const name of ['alert', 'confirm', 'prompt', 'print']) wrap(window, name, { what: 'dialogs', refuses: true });
  for (const name of ['localStorage', 'sessionStorage', 'indexedDB']) {
    const kept = Object.getOwnPropertyDescriptor(window, name);
    const get = (): unknown => (count('storage'), kept?.get ? kept.get.call(window) : kept?.value);
    Object.defineProperty(window, name, { configurable: true, get });
  }
}

function watchRequests({ count, note }: Record) {
  const noteHost = (address: string) => {
    const url = URL.canParse(address, document.baseURI) ? new URL(address, document.baseURI) : null;
    if (url && /^(?:https?|wss?):$/.test(url.protocol)) note('hosts', url.host);
  };
  const observer = new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) {
      if (!(entry instanceof PerformanceResourceTiming) || !/^https?:/.test(entry.name)) continue;
      noteHost(entry.name);
      count('requests');
      const size = entry.transferSize || entry.encodedBodySize;
      if (size > 0) count('bytes', size);
      else count('hidden');
    }
  });
  observer.observe({ type: 'resource', buffered: true });
  // No timing tells of these.
  for (const name of ['WebSocket', 'EventSource', 'WebTransport']) {
    const original: unknown = Reflect.get(window, name);
    if (typeof original !== 'function') continue;
    const construct = (target: typeof original, given: unknown[], made: typeof original): object => {
      noteHost(String(given[0]));
      return Reflect.construct(target, given, made) as object;
    };
    Object.defineProperty(window, name, {
      configurable: true,
      writable: true,
      value: new Proxy(original, { construct }),
    });
  }
}

function watchCosts({ count }: Record) {
  const isKnown = (type: string) => PerformanceObserver.supportedEntryTypes.includes(type);
  const observe = (type: string, see: (entry: PerformanceEntry) => void) => {
    if (isKnown(type))
      new PerformanceObserver((list) => list.getEntries().forEach(see)).observe({ type, buffered: true });
  };
  observe('longtask', ({ name, duration }) => {
    // The page that tests is busy as well.
    if (/ancestor|unreachable|unknown/.test(name)) return;
    count('longTasks');
    count('longTaskMs', Math.round(duration));
  });
  observe('layout-shift', (entry) => {
    const { value, hadRecentInput } = entry as PerformanceEntry & { value: number; hadRecentInput: boolean };
    if (!hadRecentInput) count('shift', value);
  });
}

// What would lead the reader elsewhere without a click of theirs: browsers refuse it, with an error where code sets the
// address, and without a word where it opens a window in place of the page or presses its own link.
function noteLeaving({ note }: Record) {
  const isAround = (target: unknown) => /^_(?:top|parent)$/i.test(String(target));
  const hostOf = (address: string) =>
    URL.canParse(address, document.baseURI) ? new URL(address, document.baseURI).host || '?' : '?';
  const refusedOf = (message: string) => /permission to navigate the target frame to '([^']*)'/.exec(message)?.[1];
  const onRefusal = (event: Event, message: string) => {
    const address = refusedOf(message);
    if (address === undefined) return;
    note('leaves', hostOf(address));
    event.stopImmediatePropagation();
  };
  addEventListener('error', (event) => onRefusal(event, event instanceof ErrorEvent ? event.message : ''), true);
  addEventListener('unhandledrejection', (event) => onRefusal(event, String(event.reason)));
  const open = window.open.bind(window);
  window.open = (address, target, features) => {
    if (!isAround(target)) return open(address, target, features);
    note('leaves', hostOf(String(address ?? '')));
    return null;
  };
  const onClick = (event: Event) => {
    const link = event.composedPath().find((each) => each instanceof HTMLAnchorElement);
    if (!event.isTrusted && link && isAround(link.target)) note('leaves', hostOf(link.href));
  };
  addEventListener('click', onClick, true);
}

function noteErrors({ note }: Record) {
  const hostOf = (address: string) =>
    URL.canParse(address, document.baseURI) ? new URL(address, document.baseURI).host : address;
  const onError = (event: Event) => {
    const { target } = event;
    if (event instanceof ErrorEvent) note('errors', event.message || 'a script failed');
    else if (target instanceof Element) {
      const address = target.getAttribute('src') ?? target.getAttribute('href') ?? '';
      note('errors', `<${target.localName}> from ${hostOf(address)} did not load`);
    }
  };
  addEventListener('error', onError, true);
  addEventListener('unhandledrejection', ({ reason }) => note('errors', String(reason)));
  const onRefusal = ({ effectiveDirective, blockedURI }: SecurityPolicyViolationEvent) =>
    note('refused', `${URL.canParse(blockedURI) ? hostOf(blockedURI) : blockedURI || '?'} (${effectiveDirective})`);
  addEventListener('securitypolicyviolation', onRefusal);
}

function answerPage({ all }: Record) {
  const { port1, port2 } = new MessageChannel();
  const send = port1.postMessage.bind(port1);
  const range = document.createRange();
  const sizeNow = () => {
    if (!document.body) return { width: 0, height: 0 };
    range.selectNodeContents(document.body);
    const { width, height } = range.getBoundingClientRect();
    return { width: Math.min(20_000, Math.round(width)), height: Math.min(20_000, Math.round(height)) };
  };
  port1.addEventListener('message', () => send({ ...all(), ...sizeNow() }));
  port1.start();
  parent.postMessage({ slotTest: 'begins' }, '*', [port2]);
}
