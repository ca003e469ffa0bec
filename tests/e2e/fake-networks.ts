/** What the loaders of networks do on a page, as far as a page can tell. Each is sent as the text of its function. */
const loaders: Record<string, () => void> = {
  '/adsbygoogle.js': adsense,
  '/gpt.js': googlePublisherTag,
  '/ethicalads.min.js': ethicalAds,
  '/carbon.js': carbon,
  '/asyncjs.php': revive,
  '/dmedianet.js': mediaNet,
  '/throws.js': throwing,
  '/growing.js': growing,
  '/writes.js': writing,
  '/automatic/adsbygoogle.js': automaticAds,
  '/show.js': legacy,
  '/amazon.js': amazon,
};

/** Appended to a loader: what it filled becomes larger than its box. */
export const growth = `;(${String(grow)})();`;

/** The script at an address, or null if it is not one of a network. */
export function loaderAt(path: string): string | null {
  const name = path.split('?')[0] ?? '';
  const loader = loaders[name];
  return loader ? `(${String(loader)})();` : null;
}

type Unit = HTMLElement & { dataset: { adsbygoogleStatus?: string; adStatus?: string } };
type Queue = unknown[] & { loaded?: boolean };

// Each push fills the next unit without a status; a surplus push, and a unit without width, throw.
function adsense() {
  const page = window as unknown as { adsbygoogle?: Queue; adLoads?: number };
  page.adLoads = (page.adLoads ?? 0) + 1;
  const early = page.adsbygoogle ?? [];
  const push = () => {
    const unit = document.querySelector<Unit>('ins.adsbygoogle:not([data-adsbygoogle-status])');
    if (!unit) throw new Error('All ins elements in the DOM with class=adsbygoogle already have ads in them.');
    if (unit.offsetWidth === 0) throw new Error('No slot size for availableWidth=0');
    unit.dataset.adsbygoogleStatus = 'done';
    const isUnfilled = unit.dataset.adSlot === '404';
    unit.dataset.adStatus = isUnfilled ? 'unfilled' : 'filled';
    if (!isUnfilled)
      unit.append(Object.assign(document.createElement('b'), { textContent: `unit ${unit.dataset.adSlot}` }));
    return 0;
  };
  page.adsbygoogle = Object.assign([], { push, loaded: true }) as Queue;
  for (const _ of early) push();
}

// Anywhere on the page, and room for an anchor below it.
function automaticAds() {
  document
    .querySelector('article p, main p')
    ?.after(Object.assign(document.createElement('ins'), { textContent: 'automatic unit' }));
  document.body.style.paddingBottom = '90px';
}

// While the page is parsed, from global variables: a frame in its own place.
function legacy() {
  const { network_slot: slot } = window as unknown as { network_slot: string };
  document.write(`<iframe srcdoc="legacy unit ${slot}" width="300" height="250"></iframe>`);
}

// Global variables again, read at run time: two on one page collide.
function amazon() {
  const { amazon_ad_tag: tag } = window as unknown as { amazon_ad_tag: string };
  document.write(`<div>recommended by ${tag}</div>`);
}

// Commands wait in a queue until it is loaded; it takes its nonce from a script of the page, and fills frames.
function googlePublisherTag() {
  type Tag = { cmd: (() => void)[] | { push: (command: () => void) => void }; pubads: () => object } & Record<
    string,
    unknown
  >;
  const page = window as unknown as { googletag: Tag };
  type Listener = (event: { isEmpty: boolean; slot: { getSlotElementId: () => string } }) => void;
  const defined = new Map<string, string>();
  const rendered: Listener[] = [];
  const early = page.googletag.cmd as (() => void)[];
  Object.assign(page.googletag, {
    defineSlot(path: string, _sizes: number[], id: string) {
      if (defined.has(id)) throw new Error(`Div ID passed to googletag.defineSlot() is already in use: ${id}`);
      defined.set(id, path);
      return { addService: () => ({}) };
    },
    pubads: () => ({
      addEventListener: (name: string, listener: Listener) =>
        void (name === 'slotRenderEnded' && rendered.push(listener)),
    }),
    enableServices: () => {},
    display(id: string) {
      const isEmpty = defined.get(id)?.endsWith('/empty') ?? false;
      setTimeout(() => rendered.forEach((tell) => tell({ isEmpty, slot: { getSlotElementId: () => id } })), 50);
      if (isEmpty) return;
      const frame = document.createElement('iframe');
      document.getElementById(id)?.append(frame);
      const nonce = document.querySelector<HTMLScriptElement>('script[nonce]')?.nonce ?? '';
      frame.contentDocument?.write(
        `<body><script nonce="${nonce}">document.body.textContent = "creative of ${defined.get(id)}"</script>`,
      );
      frame.contentDocument?.close();
    },
    cmd: { push: (command: () => void) => command() },
  });
  for (const command of early) command();
}

// One place on a page; it reads the words of the page.
function ethicalAds() {
  const place = document.querySelector<HTMLElement>('[data-ea-publisher]:not(.loaded)');
  if (!place) return;
  place.classList.add('loaded');
  const words = document.querySelector('main')?.textContent?.split(/\s+/).length ?? 0;
  place.textContent = words > 100 ? 'ethical ad' : 'no keywords';
}

// Beside its own script, which it finds by its id.
function carbon() {
  const own = document.getElementById('_carbonads_js');
  own?.after(Object.assign(document.createElement('div'), { id: 'carbonads', textContent: 'carbon ad' }));
}

// Replaces the element of each zone, and writes into a frame of the page's own origin.
function revive() {
  for (const zone of Array.from(document.querySelectorAll('ins[data-revive-zoneid]'))) {
    const filled = document.createElement('ins');
    filled.textContent = `zone ${zone.getAttribute('data-revive-zoneid')}`;
    zone.replaceWith(filled);
  }
}

function mediaNet() {
  type Queue = { queue: (() => void)[] | { push: (command: () => void) => void } };
  const page = window as unknown as { _mNHandle: Queue; _mNDetails?: { loadTag: (id: string) => void } };
  page._mNDetails = {
    loadTag: (id) => void document.getElementById(id)?.append(`contextual ${id}`),
  };
  const early = page._mNHandle.queue as (() => void)[];
  page._mNHandle.queue = { push: (command: () => void) => command() };
  for (const command of early) command();
}

function throwing() {
  throw new Error('the network is broken');
}

// From a timer, when it would replace the page.
function writing() {
  setTimeout(() => {
    document.write('<h1>written</h1>');
    document.title = 'tried to write';
  });
}

function grow() {
  const big = document.createElement('div');
  big.style.height = '2000px';
  (document.currentScript?.parentElement ?? document.body).append(big);
}

function growing() {
  const big = Object.assign(document.createElement('div'), { textContent: 'grown' });
  big.style.height = '2000px';
  document.getElementById('grows')?.append(big);
}
