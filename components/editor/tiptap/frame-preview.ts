import type { AdminText } from '@/lib/i18n/admin/admin-text';
import { FRAME_SANDBOX } from '@/lib/web/frame-sandbox';
import { action, sentence } from './node-views';

/** A draft is saved some seconds after it is typed; the frame has what was saved (ms). */
const RETRY_AFTER_MS = 1_000;
const ATTEMPTS = 20;

/** Shows a frame as readers will get it, from the address that it will have. */
export function framePreview(t: AdminText, postId: string) {
  const dom = document.createElement('div');
  const line = sentence('');
  line.setAttribute('role', 'status');
  let [code, height] = ['', 0];
  let newest = new AbortController();
  dom.append(
    action(t('Preview'), () => void open()),
    line,
  );

  async function open() {
    newest.abort();
    newest = new AbortController();
    const { signal } = newest;
    line.textContent = t('Loading…');
    const address = await savedAddress(signal);
    if (signal.aborted) return;
    if (address) put(address);
    else line.textContent = t('The preview shows what is saved, and this is not saved yet. Try again.');
  }

  async function savedAddress(signal: AbortSignal) {
    for (let tries = 0; tries < ATTEMPTS && !signal.aborted; tries += 1) {
      const address = await addressOf(postId, code);
      const answer = await fetch(address, { signal }).catch(() => null);
      if (answer?.ok) return address;
      await new Promise((resolve) => setTimeout(resolve, RETRY_AFTER_MS));
    }
    return null;
  }

  function put(address: string) {
    line.textContent = '';
    const frame = document.createElement('iframe');
    frame.title = t('Preview');
    frame.setAttribute('sandbox', FRAME_SANDBOX);
    frame.src = address;
    frame.height = String(height);
    dom.querySelector('iframe')?.remove();
    dom.append(frame);
  }

  return {
    dom,
    show(nextCode: string, nextHeight: number) {
      if (nextCode !== code) dom.querySelector('iframe')?.remove();
      [code, height] = [nextCode, nextHeight];
      dom.querySelector('iframe')?.setAttribute('height', String(height));
    },
  };
}

async function addressOf(postId: string, code: string) {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(code.trim()));
  const hash = [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  return `/_s/b/${postId}/${hash.slice(0, 32)}`;
}
