import type { ImageSource } from '../tiptap/uploads';
import { answeredImage } from './upload-image';

/** Asks the server to copy an image of another site into the library; rejects with a sentence for the user. */
export async function copyImage(address: string, signal: AbortSignal): Promise<ImageSource> {
  const body = new FormData();
  body.set('address', address);
  const response = await fetch('/api/media/copy', { method: 'POST', body, signal }).catch(() => {
    throw new Error('The connection was interrupted.');
  });
  return answeredImage(response.status, await response.json().catch(() => null));
}
