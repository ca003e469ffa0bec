import { hasVisibleContent } from './visible-content';

/** Tells the page whether the code in a frame shows something, and how high it is. Sent to the frame as text. */
export const frameFilling = `(${String(tellFilling)})(${String(hasVisibleContent)});`;

function tellFilling(hasContent: typeof hasVisibleContent) {
  const LOOK_MS = 100;
  /** Of a document whose own parts have all loaded: what comes later comes from a network that is slow. */
  const EMPTY_AFTER_MS = 3_000;
  let said = '';
  let height = 0;
  const tell = (state: string) => {
    said = state;
    parent.postMessage({ slotFrame: state, height }, '*');
  };
  const look = () => {
    if (!document.body || !hasContent(document.body)) return;
    const before = height;
    height = document.body.scrollHeight;
    if (said !== 'filled' || before !== height) tell('filled');
  };
  let timer: ReturnType<typeof setTimeout> | undefined;
  const lookSoon = () => {
    timer ??= setTimeout(() => {
      timer = undefined;
      look();
    }, LOOK_MS);
  };
  new MutationObserver(lookSoon).observe(document, { subtree: true, childList: true, attributes: true });
  document.addEventListener('load', lookSoon, true);
  addEventListener('load', () => {
    look();
    setTimeout(() => said || tell('empty'), EMPTY_AFTER_MS);
  });
  // It leads elsewhere, where nothing can be asked.
  addEventListener('pagehide', () => said || tell('filled'));
  // The page may have come to listen after the first word.
  addEventListener('message', ({ source, data }: MessageEvent<{ slotFill?: unknown } | null>) => {
    if (source === parent && data?.slotFill && said) tell(said);
  });
}
