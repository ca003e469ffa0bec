import 'server-only';
import { transaction } from '@/lib/database/db';
import { AppError } from '@/lib/platform/errors';
import { retryOnUniqueViolation } from '@/lib/posts/unique-violation';
import { downloadTypeOf } from '@/lib/media/downloads';
import { enterFile } from '@/lib/media/files/entering';
import { storeDownload, requireDownload } from '@/lib/media/storing-downloads';
import { paths } from '@/lib/web/paths';
import type { LegacyUrl } from '../drafts';
import type { FileAddresses } from '../importer';
import { fileNameOf } from '../reading/addresses';
import { imageFileName } from '../reading/image-file-name';
import { addProblem } from '../report/report';
import type { ScratchMap } from '../reading/scratch';
import { nameOfFetched, remotesOf } from './file-fetcher';
import type { FileOptions } from './source-files';

/** "" if the file cannot be imported. */
type Url = string;

/** Files of the old site other than images, stored unchanged. */
export class Downloads {
  readonly #files: FileAddresses;
  readonly #options: FileOptions;
  readonly #taken: ScratchMap<Url>;
  readonly #asked: ScratchMap<string>;
  readonly #uncounted = new Map<string, 'created' | 'skipped'>();
  readonly #inProgress = new Map<string, Promise<void>>();

  constructor(files: FileAddresses, options: FileOptions) {
    this.#files = files;
    this.#options = options;
    this.#taken = options.scratch.map();
    this.#asked = options.scratch.map();
  }

  /** Loads earlier imports, whether or not the folder is given now. */
  async remember() {
    const { importMap } = this.#options;
    for (const { sourceId, targetId, batchId } of await importMap.all('file')) {
      this.#taken.set(sourceId, paths.upload(targetId));
      this.#uncounted.set(sourceId, batchId === importMap.batchId ? 'created' : 'skipped');
    }
  }

  /** Imports these files from the folder; missing or disallowed ones are reported once. */
  async take(addresses: readonly string[]) {
    await Promise.all(addresses.map((address) => this.#takeOne(address)));
  }

  *names() {
    for (const [name] of this.#taken) yield name;
  }

  at(address: string): string | null {
    return this.#taken.get(this.#nameOf(address) ?? '') || null;
  }

  /** Old and new addresses of imported files. */
  *moved(): Generator<LegacyUrl> {
    for (const [from, name] of this.#asked) {
      const path = this.#taken.get(name);
      if (path) yield { from, to: { path } };
    }
  }

  #nameOf(address: string) {
    const names = this.#files.fileNames?.(address) ?? [this.#files.fileName(address) ?? ''];
    const known = names.filter((name) => name !== '' && !imageFileName.test(fileNameOf(name)));
    const { folders, fetcher } = this.#options;
    const found = known.find((name) => this.#taken.get(name)) ?? known.find((name) => folders.find(name));
    return found ?? (fetcher ? nameOfFetched(known) : null) ?? known[0] ?? null;
  }

  async #takeOne(address: string) {
    const name = this.#nameOf(address);
    if (name === null) return;
    const path = this.#files.pathOf(address);
    if (path) this.#asked.set(path, name);
    if (this.#taken.has(name)) return this.#count(name);
    const work = this.#inProgress.get(name) ?? this.#fetch(name, address);
    this.#inProgress.set(name, work);
    await work;
    this.#inProgress.delete(name);
  }

  #count(name: string) {
    const as = this.#uncounted.get(name);
    if (as) this.#options.report[as].files += 1;
    this.#uncounted.delete(name);
  }

  async #fetch(name: string, address: string) {
    try {
      this.#taken.set(name, await this.#store(name, address));
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      this.#taken.set(name, '');
      const why = `${error.message} Links to it lead to the old site.`;
      addProblem(this.#options.report.notes, { where: `file ${name.slice(0, 200)}`, why });
    }
  }

  async #store(name: string, address: string): Promise<Url> {
    const { folders, fetcher, write, report } = this.#options;
    if (!downloadTypeOf(fileNameOf(name))) throw new AppError('invalid', 'Files of this type are not supported.');
    const file = folders.find(name);
    if (file === null && fetcher && /^https?:/.test(name)) {
      if (write) return fetcher.file(remotesOf(this.#files, address), (path) => this.#keep(name, path));
      report.created.files += 1;
      return paths.upload('files/not-yet');
    }
    if (folders.isEmpty)
      throw new AppError(
        'not_found',
        'It was not imported, because no zip of the media library was uploaded with the export.',
      );
    if (file === null) throw new AppError('not_found', 'It is not among the files that came with the export.');
    if (write) return this.#keep(name, file);
    await requireDownload(file);
    report.created.files += 1;
    return paths.upload('files/not-yet');
  }

  async #keep(name: string, file: string): Promise<Url> {
    const { importMap, report } = this.#options;
    const fileName = fileNameOf(name);
    const stored = await storeDownload(file, { name: fileName });
    const { path, hash } = stored;
    await retryOnUniqueViolation(() =>
      transaction(async (tx) => {
        await importMap.forget(tx, 'file', name);
        await importMap.add(tx, [{ kind: 'file', sourceId: name, targetId: path, hash }]);
        await enterFile(tx, stored, { fileName, importBatchId: importMap.batchId });
      }),
    );
    report.created.files += 1;
    return paths.upload(path);
  }
}
