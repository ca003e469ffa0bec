import 'server-only';
import type { MediaFolders } from '../archives/media-folders';
import type { LegacyUrl } from '../drafts';
import type { ImportSource } from '../importer';
import type { Scratch } from '../reading/scratch';
import type { ImportReport } from '../report/report';
import { Downloads } from './downloads';
import type { ImportMap } from './import-map';
import { Pictures } from './pictures';

export type FileOptions = {
  folders: MediaFolders;
  scratch: Scratch;
  importMap: ImportMap;
  report: ImportReport;
  write: boolean;
};

/** The old site's files: images go to the library, others become downloads. */
export class SourceFiles {
  readonly #pictures: Pictures;
  readonly #downloads: Downloads;

  constructor(source: ImportSource, options: FileOptions) {
    this.#pictures = new Pictures(source, options);
    this.#downloads = new Downloads(source.files, options);
  }

  async remember() {
    await this.#pictures.remember();
    await this.#downloads.remember();
  }

  /** Imports these files from the folder; missing or unsupported ones are reported once. */
  async take(addresses: readonly string[]) {
    await Promise.all([this.#pictures.take(addresses), this.#downloads.take(addresses)]);
  }

  readonly pictureAt = (address: string) => this.#pictures.at(address);
  readonly fileAt = (address: string) => this.#downloads.at(address);

  /** Names below the folders that posts or attachments requested, found or not. */
  *names() {
    yield* this.#pictures.names();
    yield* this.#downloads.names();
  }

  *moved(): Generator<LegacyUrl> {
    yield* this.#pictures.moved();
    yield* this.#downloads.moved();
  }
}
