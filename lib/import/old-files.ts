import 'server-only';
import { Downloads } from './downloads';
import type { LooseAddress } from './drafts';
import type { Outline } from './formats/wordpress/outline';
import type { Ledger } from './ledger';
import type { MediaFolders } from './media-folder';
import { PictureFiles } from './picture-files';
import { Pictures } from './pictures';
import type { ImportReport } from './report';

type Options = { folders: MediaFolders; ledger: Ledger; report: ImportReport; write: boolean };

/** The files of the old site: pictures go into the library, others are kept as downloads. */
export class OldFiles {
  readonly #pictures: Pictures;
  readonly #downloads: Downloads;

  constructor(outline: Outline, options: Options) {
    const files = new PictureFiles(addressesOf(outline));
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
  *moved(): Generator<LooseAddress> {
    yield* this.#pictures.moved();
    yield* this.#downloads.moved();
  }
}

function* addressesOf({ baseUrl, attachments }: Outline) {
  yield baseUrl;
  for (const { url } of attachments.values()) yield url;
}
