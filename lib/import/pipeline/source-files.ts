import 'server-only';
import type { MediaFolders } from '../archives/media-folders';
import type { LegacyUrl } from '../drafts';
import type { ImportSource } from '../importer';
import type { Scratch } from '../reading/scratch';
import type { ImportReport } from '../report/report';
import { Downloads } from './downloads';
import type { FileFetcher } from './file-fetcher';
import type { ImportMap } from './import-map';
import { SourceImages } from './source-images';

export type FileOptions = {
  folders: MediaFolders;
  scratch: Scratch;
  importMap: ImportMap;
  report: ImportReport;
  write: boolean;
  /** Null unless what did not come along is to be fetched. */
  fetcher: FileFetcher | null;
};

/** The old site's files: images go to the library, others become downloads. */
export class SourceFiles {
  readonly #images: SourceImages;
  readonly #downloads: Downloads;

  constructor(source: ImportSource, options: FileOptions) {
    this.#images = new SourceImages(source, options);
    this.#downloads = new Downloads(source.files, options);
  }

  async remember() {
    await this.#images.remember();
    await this.#downloads.remember();
  }

  /** Imports these files from the folders, or fetches them; missing or unsupported ones are reported once. */
  async take(addresses: readonly string[]) {
    await Promise.all([this.#images.take(addresses), this.#downloads.take(addresses)]);
  }

  readonly imageAt = (address: string) => this.#images.at(address);
  readonly fileAt = (address: string) => this.#downloads.at(address);

  /** Names below the folders that posts or attachments requested, found or not. */
  *names() {
    yield* this.#images.names();
    yield* this.#downloads.names();
  }

  *moved(): Generator<LegacyUrl> {
    yield* this.#images.moved();
    yield* this.#downloads.moved();
  }
}
