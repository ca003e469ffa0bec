import type { Editor } from '@tiptap/core';
import { Fragment, type Node } from '@tiptap/pm/model';
import { copyImage } from '../body/copy-image';
import { embeddedAt } from '../document/foreign-images';
import type { ImageSource, UploadFile } from './uploads';

/** The source for a placeholder: a file, or a URL on another site. */
type Source = File | string;
export type FillState = { isBusy: boolean; words: string };
type Job = FillState & { source: Source; abort: AbortController; draw: () => void; image: ImageSource | null };

const CONCURRENCY = 3;

/** Fills the image placeholders of a pasted text, a few at a time, with progress. */
export class MissingImages {
  readonly #editor: Editor;
  readonly #upload: UploadFile;
  readonly #jobs = new Map<string, Job>();
  #waiting: string[] = [];
  #running = 0;

  constructor(editor: Editor, upload: UploadFile) {
    this.#editor = editor;
    this.#upload = upload;
  }

  /** Creates a job for each placeholder; jobs start when the blocks are in the document. */
  prepare(blocks: readonly Node[], embedded: readonly string[]): { blocks: Node[]; begin: () => void } {
    const jobs: [string, Source][] = [];
    const prepared = (node: Node): Node => {
      if (node.type.name !== 'missingImage') {
        return node.isLeaf ? node : node.copy(Fragment.fromArray(node.children.map(prepared)));
      }
      const address = String(node.attrs.address);
      const data = embeddedAt(address, embedded);
      const source = data === null ? address : fileOf(data);
      const job = crypto.randomUUID();
      if (source) jobs.push([job, source]);
      return node.type.create({ ...node.attrs, address: data === null ? address : '', job }, node.content);
    };
    return { blocks: blocks.map(prepared), begin: () => jobs.forEach(([job, source]) => this.begin(job, source)) };
  }

  begin(id: string, source: Source) {
    this.#jobs.get(id)?.abort.abort();
    const draw = this.#jobs.get(id)?.draw ?? (() => {});
    this.#jobs.set(id, { source, abort: new AbortController(), isBusy: true, words: '', draw, image: null });
    this.#waiting = [...this.#waiting.filter((one) => one !== id), id];
    draw();
    this.#next();
  }

  /** Tries again; a stored placeholder has only its address. */
  retry(id: string, address: string) {
    this.begin(id, this.#jobs.get(id)?.source ?? address);
  }

  /** Fills a placeholder that undo or redo restored, if its image has arrived. */
  refill(id: string) {
    const image = this.#jobs.get(id)?.image;
    if (image) this.#arrive(id, image);
  }

  fillStateOf(id: string | null): FillState | null {
    return (id && this.#jobs.get(id)) || null;
  }

  /** Called whenever this job's state changes; the last subscriber is the visible one. */
  watch(id: string, draw: () => void) {
    const job = this.#jobs.get(id);
    if (job) job.draw = draw;
  }

  stop() {
    for (const { abort } of this.#jobs.values()) abort.abort();
    this.#jobs.clear();
    this.#waiting = [];
  }

  #next() {
    while (this.#running < CONCURRENCY && this.#waiting.length > 0) {
      const id = this.#waiting.shift();
      const job = id === undefined ? undefined : this.#jobs.get(id);
      if (!id || !job || job.abort.signal.aborted) continue;
      this.#running += 1;
      void this.#fill(id, job).finally(() => {
        this.#running -= 1;
        this.#next();
      });
    }
  }

  async #fill(id: string, job: Job) {
    const { source, abort } = job;
    // Undone or removed meanwhile: no longer needed.
    if (!this.#find(id)) return;
    try {
      const { signal } = abort;
      const image = await (typeof source === 'string'
        ? copyImage(source, signal)
        : this.#upload(source, { onProgress: () => {}, signal }));
      if (signal.aborted) return;
      Object.assign(job, { isBusy: false, image });
      this.#arrive(id, image);
    } catch (error) {
      const words = error instanceof Error ? error.message : '';
      if (!abort.signal.aborted) Object.assign(job, { isBusy: false, words });
      job.draw();
    }
  }

  #arrive(id: string, { src, alt, width, height }: ImageSource) {
    const place = this.#find(id);
    if (!place || this.#editor.isDestroyed) return;
    const { state, schema, view } = this.#editor;
    const image = width && height ? { width: String(width), height: String(height) } : null;
    const attributes = { src, alt: String(place.node.attrs.label) || alt, image };
    const figure = schema.nodes.figure!.create(attributes, place.node.content);
    // Undo reverts the whole paste, not each image separately.
    view.dispatch(
      state.tr.replaceWith(place.at, place.at + place.node.nodeSize, figure).setMeta('addToHistory', false),
    );
  }

  #find(id: string) {
    let found: { node: Node; at: number } | null = null;
    this.#editor.state.doc.descendants((node, at) => {
      if (node.type.name === 'missingImage' && node.attrs.job === id) found ??= { node, at };
      return found === null && !node.isTextblock;
    });
    return found as { node: Node; at: number } | null;
  }
}

function fileOf(data: string): File | null {
  const [head = '', content = ''] = data.split(',');
  const type = /data:([^;]+)/.exec(head)?.[1] ?? 'image/png';
  try {
    const bytes = Uint8Array.from(atob(content), (sign) => sign.charCodeAt(0));
    return new File([bytes], `pasted.${type.split('/')[1]}`, { type });
  } catch {
    return null;
  }
}
