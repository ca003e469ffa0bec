// Runs before the pasted code: replaces what an opaque origin lacks (storage, cookies) and protects the page's focus,
// scroll position and history. Not a security boundary (the sandbox is; server/rendering/slot-guard.ts detects code
// that gets round it). Sent to the frame as text: each part must be self-contained.
const forPage = asText([keepHistoryFlat, keepToOwnFrame, tellTries, followLinks, followScheme]);

export const frameShim = {
  sandboxed: asText([keepStorageInMemory, keepCookiesInMemory]) + forPage,
  /** An origin of its own has cookies, and storage unless the browser keeps it from frames of other sites. */
  'isolated-origin': asText([keepStorageInMemory]) + forPage,
};

function asText(parts: (() => void)[]) {
  return parts.map((part) => `(${String(part)})();`).join('');
}

// Where there is no storage, the mere access to it throws.
function keepStorageInMemory() {
  try {
    if (window.localStorage) return;
  } catch {
    // There is none.
  }
  const storage = () => {
    const stored = new Map<string, string>();
    const methods = {
      getItem: (key: string) => stored.get(String(key)) ?? null,
      setItem: (key: string, value: string) => void stored.set(String(key), String(value)),
      removeItem: (key: string) => void stored.delete(String(key)),
      key: (index: number) => [...stored.keys()][index] ?? null,
      clear: () => stored.clear(),
    };
    return new Proxy(Object.defineProperty({}, 'length', { get: () => stored.size, configurable: true }), {
      get: (target, key) => Reflect.get(methods, key) ?? Reflect.get(target, key) ?? stored.get(String(key)),
      set: (_, key, value) => (stored.set(String(key), String(value)), true),
      has: (_, key) => stored.has(String(key)) || key in methods,
      deleteProperty: (_, key) => (stored.delete(String(key)), true),
      ownKeys: () => ['length', ...stored.keys()],
      getOwnPropertyDescriptor: (_, key) =>
        key === 'length'
          ? { value: stored.size, configurable: true, enumerable: false }
          : stored.has(String(key))
            ? { value: stored.get(String(key)), configurable: true, enumerable: true, writable: true }
            : undefined,
    });
  };
  for (const name of ['localStorage', 'sessionStorage'])
    Object.defineProperty(window, name, { configurable: true, value: storage() });
  for (const name of ['indexedDB', 'caches', 'cookieStore'])
    Object.defineProperty(window, name, { configurable: true, value: undefined });
}

function keepCookiesInMemory() {
  const cookies = new Map<string, string>();
  Object.defineProperty(document, 'cookie', {
    get: () => [...cookies].map(([name, value]) => (name ? `${name}=${value}` : value)).join('; '),
    set: (text: unknown) => {
      const [pair = '', ...attributes] = String(text).split(';');
      const at = pair.indexOf('=');
      const name = at < 0 ? '' : pair.slice(0, at).trim();
      const expires = attributes.map((part) => /^\s*(expires|max-age)\s*=\s*(.*)$/i.exec(part)).find(Boolean);
      const isOver =
        expires?.[1]?.toLowerCase() === 'max-age'
          ? !(Number(expires[2]) > 0)
          : Date.parse(expires?.[2] ?? '') <= Date.now();
      if (isOver) cookies.delete(name);
      else cookies.set(name, pair.slice(at + 1).trim());
    },
  });
}

// The history is shared with the page: each entry would be one more press of its Back button.
function keepHistoryFlat() {
  history.pushState = history.replaceState;
  let known = history.length;
  const notify = () => {
    if (history.length > known) parent.postMessage({ slotFrame: 'entry' }, '*');
    known = history.length;
  };
  addEventListener('hashchange', notify);
  const loaded = new WeakSet<EventTarget>();
  const onLoad = ({ target }: Event) => {
    if (!(target instanceof HTMLIFrameElement)) return;
    if (loaded.has(target)) notify();
    loaded.add(target);
  };
  document.addEventListener('load', onLoad, true);
}

// A frame without focus needs no keyboard, and none may scroll the page.
function keepToOwnFrame() {
  for (const kind of [HTMLElement, SVGElement, MathMLElement]) {
    const focus = kind.prototype.focus;
    kind.prototype.focus = function (options) {
      if (document.hasFocus()) focus.call(this, { ...options, preventScroll: true });
    };
  }
  Element.prototype.scrollIntoView = function () {
    const { left, top } = this.getBoundingClientRect();
    scrollBy(left, top);
  };
  Object.defineProperty(Element.prototype, 'scrollIntoViewIfNeeded', {
    configurable: true,
    value: Element.prototype.scrollIntoView,
    writable: true,
  });
  const focusWindow = window.focus;
  window.focus = () => {
    if (document.hasFocus()) focusWindow();
  };
  let pressed: EventTarget | undefined;
  const onPress = (event: Event) => {
    pressed = event.composedPath()[0];
    parent.postMessage({ slotFrame: 'pressed' }, '*');
  };
  addEventListener('pointerdown', onPress, true);
  // The page takes the focus back before it is told of the click.
  const onMessage = ({ source, data }: MessageEvent<{ slotFocus?: unknown } | null>) => {
    if (source === parent && data?.slotFocus === true && pressed instanceof HTMLElement) pressed.focus();
  };
  addEventListener('message', onMessage);
  // Browsers scroll to a field to report its validity.
  type Checked = { prototype: { checkValidity: () => boolean; reportValidity: () => boolean } };
  const fields: Checked[] = [HTMLFormElement, HTMLInputElement, HTMLSelectElement, HTMLTextAreaElement];
  for (const { prototype } of fields) {
    const report = prototype.reportValidity;
    prototype.reportValidity = function () {
      return document.hasFocus() ? report.call(this) : this.checkValidity();
    };
  }
  Object.defineProperty(window, 'find', { configurable: true, writable: true, value: () => false });
}

// What browsers refuse, or do only after a press: the page is told of it, and the call is made as it was.
function tellTries() {
  const tell = (owner: object, name: string, { slotFrame, when }: { slotFrame: string; when: () => boolean }) => {
    const original: unknown = Reflect.get(owner, name);
    if (typeof original !== 'function') return;
    const told = function (this: unknown, ...given: unknown[]): unknown {
      if (when()) parent.postMessage({ slotFrame }, '*');
      return Reflect.apply(original, this, given);
    };
    Object.defineProperty(owner, name, { configurable: true, writable: true, value: told });
  };
  const unasked = () => !navigator.userActivation?.isActive;
  tell(window, 'open', { slotFrame: 'popup', when: unasked });
  for (const name of ['alert', 'confirm', 'prompt', 'print'])
    tell(window, name, { slotFrame: 'dialog', when: () => true });
  for (const name of ['scrollIntoView', 'scrollIntoViewIfNeeded'])
    tell(Element.prototype, name, { slotFrame: 'scroll', when: unasked });
}

// External links open in the top window; links within the code's document stay in the frame.
function followLinks() {
  const bare = (address: string) => address.replace(/#.*$/, '');
  const linkOf = (event: Event) =>
    event
      .composedPath()
      .find((each): each is HTMLAnchorElement => each instanceof Element && each.matches('a[href],area[href]'));
  const isFramed = (target: string | null) => !target || /^_(self|parent)$/i.test(target);
  const onClick = (event: Event) => {
    const link = linkOf(event);
    if (!link || !isFramed(link.getAttribute('target'))) return;
    if (/^https?:/.test(link.href) && bare(link.href) !== bare(document.URL)) link.target = '_top';
  };
  addEventListener('click', onClick, true);
  const onSubmit = ({ target, submitter }: SubmitEvent) => {
    if (!(target instanceof HTMLFormElement)) return;
    const sender = submitter?.hasAttribute('formaction') ? submitter : target;
    const action = sender.getAttribute('formaction') ?? target.getAttribute('action');
    const navigatesAway = action && bare(new URL(action, document.baseURI).href) !== bare(document.URL);
    if (navigatesAway && isFramed(target.getAttribute('target'))) target.target = '_top';
  };
  addEventListener('submit', onSubmit, true);
  // After the code's own handlers: the default would add a history entry or be refused.
  const onLeft = (event: Event) => {
    const link = linkOf(event);
    if (!link || event.defaultPrevented || !isFramed(link.getAttribute('target'))) return;
    const script = /^javascript:([\s\S]*)$/i.exec(link.href)?.[1];
    if (script === undefined && bare(link.href) !== bare(document.URL)) return;
    event.preventDefault();
    if (script === undefined && link.hash) location.replace(link.href);
    if (script !== undefined)
      document.head.appendChild(document.createElement('script')).text = decodeURIComponent(script);
  };
  addEventListener('click', onLeft);
}

// The theme chosen on the page; the frame itself only knows the system's.
function followScheme() {
  let chosen = '';
  const queries = new Set<{ query: MediaQueryList; known: boolean }>();
  const asks = (query: MediaQueryList) => /^\(prefers-color-scheme:\s*(dark|light)\)$/.exec(query.media)?.[1];
  const real = matchMedia.bind(window);
  window.matchMedia = (text) => {
    const query = real(text);
    const asked = asks(query);
    if (!asked) return query;
    Object.defineProperty(query, 'matches', {
      configurable: true,
      get: () => (chosen ? chosen === asked : real(text).matches),
    });
    queries.add({ query, known: query.matches });
    return query;
  };
  const onMessage = ({ source, data }: MessageEvent<{ slotScheme?: unknown } | null>) => {
    const scheme = data?.slotScheme;
    if (source !== parent || (scheme !== 'light' && scheme !== 'dark' && scheme !== '')) return;
    chosen = scheme;
    document.documentElement.style.colorScheme = scheme || 'light dark';
    for (const entry of queries) {
      if (entry.query.matches === entry.known) continue;
      entry.known = entry.query.matches;
      const { matches, media } = entry.query;
      entry.query.dispatchEvent(new MediaQueryListEvent('change', { matches, media }));
    }
  };
  addEventListener('message', onMessage);
  parent.postMessage({ slotFrame: 'scheme?' }, '*');
}
