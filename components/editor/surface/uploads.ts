import { imageIsland, uploadIsland, type ImageSource } from './islands';

/** Sends one image; reports how far it is (0 to 1), and rejects with a sentence for the person. */
export type UploadFile = (
  file: File,
  options: { onProgress: (part: number) => void; signal: AbortSignal },
) => Promise<ImageSource>;

type Upload = { file: File; abort: AbortController };

/** The images on their way to the server, each with a place on the sheet that waits for it. */
export class Uploads {
  readonly #sheet: HTMLElement;
  readonly #send: UploadFile;
  readonly #onArrived: () => void;
  readonly #running = new Map<string, Upload>();

  constructor(sheet: HTMLElement, send: UploadFile, onArrived: () => void) {
    this.#sheet = sheet;
    this.#send = send;
    this.#onArrived = onArrived;
  }

  /** Answers with the place that the image will take. */
  begin(file: File) {
    const id = crypto.randomUUID();
    const island = uploadIsland(id, file);
    this.#running.set(id, { file, abort: new AbortController() });
    void this.#upload(id);
    return island;
  }

  retry(island: HTMLElement) {
    const { upload: id = '' } = island.dataset;
    const upload = this.#running.get(id);
    if (!upload) return;
    this.#running.set(id, { file: upload.file, abort: new AbortController() });
    this.#say(id, 'Uploading…', false);
    void this.#upload(id);
  }

  cancel(island: HTMLElement) {
    const { upload: id = '' } = island.dataset;
    this.#running.get(id)?.abort.abort();
    this.#running.delete(id);
  }

  /** Undo may bring back the place of an image that is no longer on its way. */
  forgetLost() {
    for (const island of this.#sheet.querySelectorAll<HTMLElement>('[data-upload]')) {
      if (!this.#running.has(island.dataset.upload ?? '')) island.remove();
    }
  }

  stop() {
    for (const { abort } of this.#running.values()) abort.abort();
    this.#running.clear();
  }

  async #upload(id: string) {
    const upload = this.#running.get(id);
    if (!upload) return;
    try {
      const image = await this.#send(upload.file, {
        onProgress: (part) => this.#progress(id, part),
        signal: upload.abort.signal,
      });
      this.#running.delete(id);
      const island = this.#island(id);
      if (!island) return;
      const arrived = imageIsland(image);
      island.replaceWith(arrived);
      if (!image.alt) arrived.querySelector<HTMLInputElement>('[data-field=alt]')?.focus();
      this.#onArrived();
    } catch (error) {
      if (upload.abort.signal.aborted) return;
      this.#say(id, error instanceof Error ? error.message : 'The image could not be sent.', true);
    }
  }

  #island(id: string) {
    return this.#sheet.querySelector<HTMLElement>(`[data-upload="${id}"]`);
  }

  #progress(id: string, part: number) {
    const meter = this.#island(id)?.querySelector('progress');
    if (meter) meter.value = part;
    if (part >= 1) this.#say(id, 'Making its sizes…', false);
  }

  #say(id: string, words: string, hasFailed: boolean) {
    const island = this.#island(id);
    const line = island?.querySelector('[data-part=words]');
    if (line) line.textContent = words;
    island?.querySelector('[data-act=retry]')?.toggleAttribute('hidden', !hasFailed);
    island?.querySelector('progress')?.toggleAttribute('hidden', hasFailed);
  }
}
