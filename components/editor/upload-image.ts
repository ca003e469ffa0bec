import type { UploadFile } from './sheet/uploads';

/** Sends an image to the media library. XMLHttpRequest, because fetch does not tell how far an upload is. */
export const uploadImage: UploadFile = (file, { onProgress, signal }) =>
  new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    const form = new FormData();
    form.set('file', file);
    request.open('POST', '/api/media');
    request.responseType = 'json';
    request.upload.addEventListener('progress', ({ loaded, total }) => onProgress(total ? loaded / total : 0));
    request.addEventListener('load', () => {
      const answer = (request.response ?? {}) as Record<string, unknown>;
      if (request.status < 300) resolve(imageFrom(answer));
      else reject(new Error(refusal(request.status, answer)));
    });
    request.addEventListener('error', () => reject(new Error('The image did not arrive: the connection broke off.')));
    request.addEventListener('abort', () => reject(new Error('The upload was cancelled.')));
    signal.addEventListener('abort', () => request.abort());
    request.send(form);
  });

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
  return typeof answer.message === 'string' ? answer.message : 'The server did not take this image.';
}
