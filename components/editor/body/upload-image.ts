import type { UploadFile } from '../tiptap/uploads';

/** Sends an image to the media library. */
export const uploadImage: UploadFile = async (file, options) =>
  imageFrom(await send({ to: '/api/media', file, ...options }));

type Sending = { to: string; file: File; onProgress: (part: number) => void; signal: AbortSignal };

/** Sends a file. XMLHttpRequest, because fetch does not report upload progress. */
export function send({ to, file, onProgress, signal }: Sending) {
  return new Promise<Record<string, unknown>>((resolve, reject) => {
    const request = new XMLHttpRequest();
    const form = new FormData();
    form.set('file', file);
    request.open('POST', to);
    request.responseType = 'json';
    request.upload.addEventListener('progress', ({ loaded, total }) => onProgress(total ? loaded / total : 0));
    request.addEventListener('load', () => {
      const answer = (request.response ?? {}) as Record<string, unknown>;
      if (request.status >= 300) reject(new Error(refusal(request.status, answer)));
      else resolve(answer);
    });
    request.addEventListener('error', () =>
      reject(new Error('The file was not uploaded: the connection was interrupted.')),
    );
    request.addEventListener('abort', () => reject(new Error('The upload was cancelled.')));
    signal.addEventListener('abort', () => request.abort());
    request.send(form);
  });
}

/** The uploaded image; throws a sentence for the user if it was refused. */
export function answeredImage(status: number, given: unknown) {
  const answer = (given ?? {}) as Record<string, unknown>;
  if (status >= 300) throw new Error(refusal(status, answer));
  return imageFrom(answer);
}

function imageFrom(answer: Record<string, unknown>) {
  return {
    mediaId: String(answer.id ?? ''),
    src: String(answer.url ?? ''),
    alt: String(answer.alt ?? ''),
    width: Number(answer.width ?? 0),
    height: Number(answer.height ?? 0),
  };
}

function refusal(status: number, answer: Record<string, unknown>) {
  if (status === 401) return 'You were signed out. Sign in in another tab, then try again.';
  return typeof answer.message === 'string' ? answer.message : 'The server did not accept this file.';
}
