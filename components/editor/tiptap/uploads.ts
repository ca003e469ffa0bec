import { Extension, type Editor } from '@tiptap/core';
import type { Node } from '@tiptap/pm/model';
import type { AdminText } from '@/lib/i18n/admin/admin-text';
import { addPlaces, fillPlace, removePlace, uploadPlaces } from './upload-places';

export type ImageSource = { src: string; alt: string; width: number; height: number; mediaId: string };

/** Uploads one image with progress (0 to 1); rejects with a sentence for the user. */
export type UploadFile = (
  file: File,
  options: { onProgress: (part: number) => void; signal: AbortSignal },
) => Promise<ImageSource>;

export type FileSource = {
  kind: 'audio' | 'video' | 'file';
  src: string;
  name: string;
  /** Type and size. */
  facts: string;
  /** Of a video; 0 and "" if unknown. */
  width: number;
  height: number;
  poster: string;
};

/** The same for a file that is no image. */
export type SendFile = (
  file: File,
  options: { onProgress: (part: number) => void; signal: AbortSignal },
) => Promise<FileSource>;

/** The placeholders of uploads. */
export const UploadPlaceholders = Extension.create({
  name: 'uploadPlaces',
  addProseMirrorPlugins: () => [uploadPlaces()],
});

/** Files being uploaded, each with a placeholder in the editor. */
export class Uploads {
  readonly #editor: Editor;
  readonly #send: { image: UploadFile; file: SendFile };
  readonly #t: AdminText;
  readonly #running = new Map<string, AbortController>();
  #held: { id: string; block: Node }[] | null = null;

  constructor(editor: Editor, send: { image: UploadFile; file: SendFile }, t: AdminText) {
    this.#editor = editor;
    this.#send = send;
    this.#t = t;
  }

  /** Uploads the files; each comes to stand at the position, in the order given. */
  begin(files: readonly File[], at = this.#editor.state.selection.from) {
    const begun = files.map((file) => {
      const id = crypto.randomUUID();
      const panel: UploadPanel = new UploadPanel(file, this.#t, {
        retry: () => void this.#upload(id, file, panel),
        cancel: () => this.#cancel(id),
      });
      return { id, dom: panel.dom, start: () => this.#upload(id, file, panel) };
    });
    this.#change(addPlaces(this.#editor.state, at, begun));
    for (const { start } of begun) void start();
  }

  /** While the HTML source is edited, what arrives waits: the source will replace the text. */
  hold() {
    this.#held ??= [];
  }

  release() {
    const held = this.#held ?? [];
    this.#held = null;
    for (const { id, block } of held) this.#arrive(id, block);
  }

  stop() {
    for (const abort of this.#running.values()) abort.abort();
    this.#running.clear();
  }

  async #upload(id: string, file: File, panel: UploadPanel) {
    const t = this.#t;
    const abort = new AbortController();
    this.#running.set(id, abort);
    panel.begin();
    try {
      const options = { onProgress: (part: number) => panel.progress(part), signal: abort.signal };
      const block = isImage(file)
        ? this.#pictureOf(await this.#send.image(file, options))
        : this.#blockOf(await this.#send.file(file, options));
      if (abort.signal.aborted) return;
      this.#running.delete(id);
      this.#arrive(id, block);
    } catch (error) {
      if (!abort.signal.aborted)
        panel.fail(error instanceof Error ? t.said(error.message) : t('The file could not be uploaded.'));
    }
  }

  #arrive(id: string, block: Node) {
    if (this.#editor.isDestroyed) return;
    if (this.#held) {
      this.#held.push({ id, block });
      return;
    }
    this.#change(fillPlace(this.#editor.state, id, block));
    if (block.type.name === 'figure' && !block.attrs.alt) this.#focusDescription(String(block.attrs.src));
  }

  // Only if the user has not continued elsewhere.
  #focusDescription(src: string) {
    const { dom } = this.#editor.view;
    const figure = [...dom.querySelectorAll('figure')].find(
      (one) => one.querySelector('img')?.getAttribute('src') === src,
    );
    if (document.activeElement === document.body) figure?.querySelector<HTMLInputElement>('[data-field=alt]')?.focus();
  }

  #cancel(id: string) {
    this.#running.get(id)?.abort();
    this.#running.delete(id);
    this.#change(removePlace(this.#editor.state, id));
    this.#editor.commands.focus();
  }

  #figure(attributes: Record<string, unknown>) {
    return this.#editor.schema.nodes.figure!.create(attributes);
  }

  #pictureOf({ src, alt, width, height }: ImageSource) {
    return this.#figure({ src, alt, image: sizeOf(width, height) });
  }

  #blockOf({ kind, src, name, facts, width, height, poster }: FileSource) {
    const { schema } = this.#editor;
    if (kind === 'file') return schema.nodes.file!.create({ href: src, facts }, name ? schema.text(name) : null);
    return schema.nodes.player!.create({ kind, src, poster, media: sizeOf(width, height) });
  }

  #change(tr: Editor['state']['tr']) {
    this.#editor.view.dispatch(tr);
  }
}

function sizeOf(width: number, height: number) {
  return width && height ? { width: String(width), height: String(height) } : null;
}

/** As the browser declares it; the server checks the bytes. */
export function isImage({ type }: File) {
  return type.startsWith('image/');
}

/** Shows a file being uploaded, with its progress. */
class UploadPanel {
  readonly dom = document.createElement('figure');
  readonly #words = document.createElement('p');
  readonly #meter = document.createElement('progress');
  readonly #retry: HTMLButtonElement;
  readonly #t: AdminText;

  constructor(file: File, t: AdminText, { retry, cancel }: { retry: () => void; cancel: () => void }) {
    this.#t = t;
    this.#retry = button(t('Try again'));
    this.#words.className = 'block-view__line';
    this.#words.setAttribute('role', 'status');
    this.#meter.className = 'meter';
    this.#meter.max = 1;
    this.#meter.setAttribute('aria-label', t('Upload of {name}', { name: file.name }));
    const row = document.createElement('p');
    row.className = 'block-view__actions';
    const give = button(t('Cancel'));
    this.#retry.addEventListener('click', retry);
    give.addEventListener('click', cancel);
    row.append(this.#retry, give);
    this.dom.dataset.blockView = 'upload';
    this.dom.contentEditable = 'false';
    this.dom.append(isImage(file) ? previewOf(file) : file.name, this.#words, this.#meter, row);
  }

  begin() {
    const t = this.#t;
    this.#setStatus(t('Uploading…'), false);
  }

  progress(part: number) {
    const t = this.#t;
    this.#meter.value = part;
    if (part >= 1) this.#setStatus(t('Processing…'), false);
  }

  fail(words: string) {
    this.#setStatus(words, true);
  }

  #setStatus(words: string, hasFailed: boolean) {
    this.#words.textContent = words;
    this.#retry.hidden = !hasFailed;
    this.#meter.hidden = hasFailed;
  }
}

function previewOf(file: File) {
  const preview = new Image();
  preview.src = URL.createObjectURL(file);
  preview.alt = '';
  preview.addEventListener('load', () => URL.revokeObjectURL(preview.src), { once: true });
  return preview;
}

function button(words: string) {
  const made = document.createElement('button');
  made.type = 'button';
  made.textContent = words;
  return made;
}
