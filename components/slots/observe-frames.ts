type Seen = { port: MessagePort | null; observed: unknown; focus: number; entries: number };

/** Watches the frames of a test from its page: what they say of themselves over their channel, and what they do to it. */
export function observeFrames(frames: readonly HTMLIFrameElement[]) {
  const seen = new Map(frames.map((frame): [HTMLIFrameElement, Seen] => [frame, newSeen()]));
  const stopping = new AbortController();
  const { signal } = stopping;
  watchMessages(seen, signal);
  watchFocus(seen, signal);
  watchHistory(seen, signal);
  return {
    ask: () => seen.forEach(({ port }) => port?.postMessage(null)),
    runs: () =>
      [...seen].map(([frame, { observed, focus, entries }]) => ({
        frame: { width: frame.clientWidth, height: frame.clientHeight },
        observed,
        page: { focus, entries },
      })),
    stop: () => {
      stopping.abort();
      seen.forEach(({ port }) => port?.close());
    },
  };
}

type Frames = ReadonlyMap<HTMLIFrameElement, Seen>;

function newSeen(): Seen {
  return { port: null, observed: null, focus: 0, entries: 0 };
}

function watchMessages(seen: Frames, signal: AbortSignal) {
  const onMessage = ({ source, data, ports }: MessageEvent<{ slotTest?: unknown; slotFrame?: unknown } | null>) => {
    const one = [...seen].find(([frame]) => frame.contentWindow === source)?.[1];
    if (!one) return;
    if (data?.slotFrame === 'entry') one.entries += 1;
    const [port] = ports;
    // The first is the observer's, which speaks before any code.
    if (data?.slotTest !== 'begins' || !port || one.port) return;
    one.port = port;
    port.addEventListener('message', (answer) => (one.observed = answer.data));
    port.start();
  };
  addEventListener('message', onMessage, { signal });
}

// As readers' pages do (server/rendering/slot-guard.ts): the keyboard is given back.
function watchFocus(seen: Frames, signal: AbortSignal) {
  const giveBack = () => {
    const [frame, one] = [...seen].find(([each]) => each === document.activeElement) ?? [];
    if (!frame || !one || frame.matches(':hover')) return;
    one.focus += 1;
    frame.blur();
    window.focus();
  };
  // Browsers may report blur before updating the active element.
  addEventListener('blur', () => setTimeout(giveBack, 50), { signal });
}

// Every later load of a frame adds a history entry.
function watchHistory(seen: Frames, signal: AbortSignal) {
  let known = history.length;
  for (const [frame, one] of seen) {
    let isLoaded = false;
    const onLoad = () => {
      if (isLoaded && history.length > known) one.entries += 1;
      isLoaded = true;
      known = history.length;
    };
    frame.addEventListener('load', onLoad, { signal });
  }
}
