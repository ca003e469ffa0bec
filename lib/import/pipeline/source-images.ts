import 'server-only';
import { createHash } from 'node:crypto';
import { statSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { canonicalPath } from '@/lib/web/canonical-path';
import { readDb, transaction } from '@/lib/database/db';
import { AppError } from '@/lib/platform/errors';
import { mediaRow, toMedia } from '@/lib/media/library';
import { MAX_FILE_BYTES, sentences } from '@/lib/media/media';
import { storeImage } from '@/lib/media/uploading';
import type { LegacyUrl } from '../drafts';
import type { FileAddresses, ImportSource, SourceFile } from '../importer';
import { fileNameOf } from '../reading/addresses';
import { nameOfFetched, remotesOf } from './file-fetcher';
import { inChunks } from './import-map';
import { addProblem } from '../report/report';
import type { ScratchMap } from '../reading/scratch';
import type { FileOptions } from './source-files';

type SourceImage = { id: string; url: string };
type Words = Pick<SourceFile, 'alt' | 'caption'>;

/** Images of the old site: imported earlier, or in the given folder. */
export class SourceImages {
  readonly #files: FileAddresses;
  readonly #options: FileOptions;
  readonly #words: ScratchMap<Words>;
  /** By name below the folder; null if it cannot be imported. */
  readonly #taken = new Map<string, SourceImage | null>();
  /** Earlier imports count in the report once they are used again. */
  readonly #uncounted = new Map<string, 'created' | 'skipped'>();
  /** Imports in progress, so that two posts of a batch do not import one image twice. */
  readonly #inProgress = new Map<string, Promise<void>>();
  readonly #asked: ScratchMap<string>;

  constructor({ files, attachments }: ImportSource, options: FileOptions) {
    this.#files = files;
    this.#words = options.scratch.map();
    this.#asked = options.scratch.map();
    this.#options = options;
    for (const { url, alt, caption } of attachments.values()) {
      this.#ask(url);
      for (const name of this.#files.imageNames(url)) this.#words.set(name, { alt, caption });
    }
  }

  /** Loads earlier imports, whether or not the folder is given now. */
  async remember() {
    const { importMap } = this.#options;
    await inChunks(await importMap.all('media'), async (slice) => {
      const ids = slice.map(({ targetId }) => targetId);
      const rows = await readDb.media.findMany({ where: { id: { in: ids } }, select: mediaRow });
      const urls = new Map(rows.map((row) => [row.id, toMedia(row).url]));
      for (const { sourceId, targetId, batchId } of slice) {
        const url = urls.get(targetId);
        if (!url) continue;
        this.#taken.set(sourceId, { id: targetId, url });
        this.#uncounted.set(sourceId, batchId === importMap.batchId ? 'created' : 'skipped');
      }
    });
  }

  /** Imports these images from the folders, or fetches them; missing or unreadable ones are reported once. */
  async take(addresses: readonly string[]) {
    for (const address of addresses) this.#ask(address);
    const { folders, fetcher } = this.#options;
    if (folders.isEmpty && !fetcher) return;
    await Promise.all(addresses.map((address) => this.#takeOne(address)));
  }

  names() {
    return this.#taken.keys();
  }

  at(address: string): SourceImage | null {
    return this.#taken.get(this.#nameOf(address) ?? '') ?? null;
  }

  /** Old and new addresses of originals; resized copies follow by rule. */
  *moved(): Generator<LegacyUrl> {
    for (const [path, address] of this.#asked) {
      const name = this.#nameOf(address);
      const url = name && this.#taken.get(name)?.url;
      if (url)
        yield { from: canonicalPath(path.replace(/[^/]+$/, encodeURIComponent(fileNameOf(name)))), to: { path: url } };
    }
  }

  #ask(address: string) {
    const path = this.#files.pathOf(address);
    if (path && !this.#asked.has(path)) this.#asked.set(path, address);
  }

  #nameOf(address: string) {
    return this.#files.imageNames(address).find((name) => this.#taken.get(name));
  }

  async #takeOne(address: string) {
    const names = this.#files.imageNames(address);
    const [first] = names;
    const matched = names.find((name) => this.#taken.has(name));
    if (matched !== undefined) return this.#count(matched);
    if (first === undefined) return;
    const { fetcher } = this.#options;
    const name = names.find((one) => this.#pathOf(one) !== null) ?? (fetcher ? nameOfFetched(names) : undefined);
    if (name === undefined) {
      this.#taken.set(first, null);
      return this.#report(first, 'It is not among the files that came with the export, so it stays a link.');
    }
    const work = this.#inProgress.get(name) ?? this.#fetch(name, address);
    this.#inProgress.set(name, work);
    await work;
  }

  #count(name: string) {
    const as = this.#uncounted.get(name);
    if (as) this.#options.report[as].media += 1;
    this.#uncounted.delete(name);
  }

  async #fetch(name: string, address: string) {
    try {
      this.#taken.set(name, await this.#store(name, address));
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      this.#taken.set(name, null);
      this.#report(name, `${error.message} It stays a link.`);
    }
  }

  async #store(name: string, address: string): Promise<SourceImage> {
    const { importMap, report, write, fetcher } = this.#options;
    const path = this.#pathOf(name);
    if (path && statSync(path).size > MAX_FILE_BYTES) throw new AppError('too_large', sentences.tooLarge);
    if (!write) {
      report.created.media += 1;
      return { id: '', url: '/uploads/not-yet.jpg' };
    }
    const bytes = path ? await readFile(path) : await fetcher!.image(remotesOf(this.#files, address));
    const words = this.#words.get(name) ?? { alt: '', caption: '' };
    const fileName = fileNameOf(name);
    const upload = { bytes, fileName, importBatchId: importMap.batchId, ...words };
    const { id, url } = await storeImage(null, upload);
    const hash = createHash('sha256').update(bytes).digest('hex');
    await transaction(async (tx) => {
      await importMap.forget(tx, 'media', name);
      await importMap.add(tx, [{ kind: 'media', sourceId: name, targetId: id, hash }]);
    });
    report.created.media += 1;
    return { id, url };
  }

  #pathOf(name: string) {
    return this.#options.folders.find(name);
  }

  #report(name: string, why: string) {
    addProblem(this.#options.report.notes, { where: `image ${name.slice(0, 200)}`, why });
  }
}
