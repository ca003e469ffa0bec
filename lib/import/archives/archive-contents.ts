import { AppError } from '@/lib/platform/errors';
import type { ImporterWords } from '../importer';
import { imageFileName } from '../reading/image-file-name';
import { printable } from './entry-names';

const MAX_NAMED = 2;

/** What archives hold besides exports, for the sentence when there is no export in them. */
export class ArchiveContents {
  readonly #mediaFolders: readonly string[];
  readonly #named: string[] = [];
  #count = 0;
  #mediaCount = 0;

  constructor(mediaFolders: readonly string[]) {
    this.#mediaFolders = mediaFolders;
  }

  /** `place`: the name below the media library, where the importer found one. */
  add(name: string, place = name) {
    this.#count += 1;
    if (this.#isMedia(name, place)) this.#mediaCount += 1;
    if (this.#named.length < MAX_NAMED) this.#named.push(printable(name));
  }

  /** The refusal of files without an export. */
  refusal(files: readonly string[], words: ImporterWords) {
    const names = files.join(', ');
    const what = this.#mediaCount === this.#count ? this.#library() : this.#others(files.length);
    const start = `There is no ${words.export} in ${names}`;
    const are = files.length === 1 ? 'it is' : 'they are';
    const wanted =
      this.#count === 0
        ? [`${start}: ${are} empty.`, `Choose ${words.wanted}.`]
        : [`${start}${what}: add ${words.wanted}.`];
    return new AppError('invalid', [...wanted, 'Nothing was imported.'].join(' '));
  }

  #isMedia(name: string, place: string) {
    const isInFolder = place !== name || this.#mediaFolders.some((folder) => name.startsWith(`${folder}/`));
    return isInFolder || imageFileName.test(name);
  }

  #library() {
    return `, but ${this.#count} ${this.#count === 1 ? 'file' : 'files'} of a media library`;
  }

  #others(archives: number) {
    const hold = archives === 1 ? 'which holds' : 'which hold';
    const some = this.#named.join(' and ');
    if (this.#count <= MAX_NAMED) return `, ${hold} only ${some}`;
    return `, ${hold} ${this.#count.toLocaleString('en')} other files, such as ${some}`;
  }
}
