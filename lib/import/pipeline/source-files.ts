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

/** The files of the old site: images go into the library, others become downloads. */
export class SourceFiles {
  readonly #pictures: Pictures;
  readonly #downloads: Downloads;

  constructor(source: ImportSource, options: FileOptions) {
    this.#pictures = new Pictures(source, options);
    this.#downloads = new Downloads(source.files, options);
  }

  /** Finds again what came over before. */
  async remember() {
    await this.#pictures.remember();
    await this.#downloads.remember();
  }

  /** Imports the files at these addresses from the folder; what is missing or cannot be stored is reported once. */
  async take(addresses: readonly string[]) {
    await Promise.all([this.#pictures.take(addresses), this.#downloads.take(addresses)]);
  }

  readonly pictureAt = (address: string) => this.#pictures.at(address);
  readonly fileAt = (address: string) => this.#downloads.at(address);

  /** The names below the folders that a post or an attachment asked for, whether they were there or not. */
  *names() {
    yield* this.#pictures.names();
    yield* this.#downloads.names();
  }

  /** Where files that are ours were served, and where they are now. */
  *moved(): Generator<LegacyUrl> {
    yield* this.#pictures.moved();
    yield* this.#downloads.moved();
  }
}
