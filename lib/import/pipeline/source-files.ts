import 'server-only';
import { Downloads } from './downloads';
import type { LegacyUrl } from '../drafts';
import type { Outline } from '../importers/wordpress/outline';
import type { ImportMap } from './import-map';
import type { MediaFolders } from '../archives/media-folders';
import { UploadFiles } from '../importers/wordpress/upload-files';
import { Pictures } from './pictures';
import type { ImportReport } from '../report/report';

type Options = { folders: MediaFolders; importMap: ImportMap; report: ImportReport; write: boolean };

/** The files of the old site: pictures go into the library, others are kept as downloads. */
export class SourceFiles {
  readonly #pictures: Pictures;
  readonly #downloads: Downloads;

  constructor(outline: Outline, options: Options) {
    const files = new UploadFiles(addressesOf(outline));
    this.#pictures = new Pictures(outline, files, options);
    this.#downloads = new Downloads(outline, files, options);
  }

  /** Finds again what came over before. */
  async remember() {
    await this.#pictures.remember();
    await this.#downloads.remember();
  }

  /** Takes what lies in the folder of these addresses; what does not, or cannot be kept, is told once. */
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

function* addressesOf({ baseUrl, attachments }: Outline) {
  yield baseUrl;
  for (const { url } of attachments.values()) yield url;
}
