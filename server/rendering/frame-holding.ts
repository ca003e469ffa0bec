import { inlineScript } from './inline-script';

/**
 * Keeps frames that stand in a page from loading while it is prerendered, and altogether where a browser saves data.
 * Inlined as text: no outer references.
 */
export const frameHolding = inlineScript(`(${String(holdFrames)})()`);

const PRINTED_FRAME = /<iframe class="slot__frame"[^>]* src="/;

export function withFrameHolding(html: string) {
  return PRINTED_FRAME.test(html) ? html.replace('</head>', `<script>${frameHolding}</script></head>`) : html;
}

function holdFrames() {
  const { connection } = navigator as { connection?: { saveData?: boolean } };
  const isPrerendered = 'prerendering' in document && document.prerendering;
  if (!connection?.saveData && !isPrerendered) return;
  const held = new Map<HTMLIFrameElement, string>();
  // Before the first paint, so that nothing moves.
  const hide = (slot: HTMLElement | null) => {
    if (slot) slot.style.display = 'none';
    slot?.closest('dialog')?.close();
  };
  const watching = new MutationObserver(() => {
    for (const frame of Array.from(document.querySelectorAll<HTMLIFrameElement>('.slot__frame[src]'))) {
      held.set(frame, frame.src);
      frame.removeAttribute('src');
      if (connection?.saveData) hide(frame.closest<HTMLElement>('.slot'));
    }
  });
  watching.observe(document, { subtree: true, childList: true });
  addEventListener('DOMContentLoaded', () => watching.disconnect());
  const release = () => {
    for (const [frame, src] of held) frame.src = src;
  };
  if (!connection?.saveData) document.addEventListener('prerenderingchange', release);
}
