import type { UploadFile } from '../tiptap/uploads';

/** Sends an image to the media library. XMLHttpRequest, because fetch does not report upload progress. */
export const uploadImage: UploadFile = (file, { onProgress, signal }) =>
  new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    const form = new FormData();
    form.set('file', file);
    request.open('POST', '/api/media');
    request.responseType = 'json';
    request.upload.addEventListener('progress', ({ loaded, total }) => onProgress(total ? loaded / total : 0));
    request.addEventListener('load', () => {
      try {
        resolve(answeredImage(request.status, request.response));
      } catch (error) {
        reject(error);
      }
    });
    request.addEventListener('error', () =>
      reject(new Error('The image was not uploaded: the connection was interrupted.')),
    );
    request.addEventListener('abort', () => reject(new Error('The upload was cancelled.')));
    signal.addEventListener('abort', () => request.abort());
    request.send(form);
  });

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
  return typeof answer.message === 'string' ? answer.message : 'The server did not accept this image.';
}
