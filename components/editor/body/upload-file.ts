import type { FileSource, SendFile } from '../tiptap/uploads';
import { send, uploadImage } from './upload-image';

/** Sends a file that is no image. A video gets a frame of its own as poster. */
export const uploadFile: SendFile = async (file, options) => {
  const answer = await send({ to: '/api/media/files', file, ...options });
  const words = (name: string) => (typeof answer[name] === 'string' ? answer[name] : '');
  const kind = (['audio', 'video'] as const).find((one) => one === answer.kind) ?? 'file';
  const source: FileSource = {
    kind,
    src: words('url'),
    name: words('name'),
    facts: factsOf(words('type'), file.size),
    width: 0,
    height: 0,
    poster: '',
  };
  return kind === 'video' ? { ...source, ...(await frameOf(file, options.signal)) } : source;
};

function factsOf(type: string, size: number) {
  const [amount, unit] = size < 1_000_000 ? [size / 1_000, 'kilobyte'] : [size / 1_000_000, 'megabyte'];
  const language = document.querySelector<HTMLElement>('.document__body')?.closest<HTMLElement>('[lang]')?.lang ?? 'en';
  const number = new Intl.NumberFormat(language, { style: 'unit', unit, maximumFractionDigits: 1 });
  return [type.toUpperCase(), number.format(Math.max(amount, 0.1))].filter(Boolean).join(', ');
}

const nothing = { width: 0, height: 0, poster: '' };

// A film that this browser cannot play has no poster and no size.
async function frameOf(file: File, signal: AbortSignal) {
  const video = document.createElement('video');
  video.muted = true;
  video.preload = 'auto';
  video.src = URL.createObjectURL(file);
  try {
    await happens(video, 'loadeddata');
    const { videoWidth: width, videoHeight: height } = video;
    const seen = happens(video, 'seeked');
    video.currentTime = Math.min(1, (video.duration || 0) / 2);
    await seen;
    const canvas = new OffscreenCanvas(width, height);
    canvas.getContext('2d')?.drawImage(video, 0, 0);
    const picture = await canvas.convertToBlob({ type: 'image/jpeg', quality: 0.85 });
    const name = `${file.name.replace(/\.[^.]*$/, '')}-poster.jpg`;
    const poster = await uploadImage(new File([picture], name, { type: 'image/jpeg' }), {
      onProgress: () => {},
      signal,
    });
    return { width, height, poster: poster.src };
  } catch {
    return nothing;
  } finally {
    URL.revokeObjectURL(video.src);
  }
}

function happens(video: HTMLVideoElement, event: 'loadeddata' | 'seeked') {
  return new Promise<void>((resolve, reject) => {
    video.addEventListener(event, () => resolve(), { once: true });
    video.addEventListener('error', () => reject(new Error('This film cannot be played here.')), { once: true });
  });
}
