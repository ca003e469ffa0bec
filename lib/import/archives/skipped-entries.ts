import type { Problem } from '../drafts';

const MAX_TYPES = 40;

/** Entries that are only counted in the report. */
export class SkippedEntries {
  readonly #archive: string;
  readonly #types = new Map<string, number>();
  links = 0;

  constructor(archive: string) {
    this.#archive = archive;
  }

  count(extension: string) {
    const type = this.#types.has(extension) || this.#types.size < MAX_TYPES ? extension : '…';
    this.#types.set(type, (this.#types.get(type) ?? 0) + 1);
  }

  *lines(): Generator<Problem> {
    const where = this.#archive;
    if (this.links > 0) yield { where, why: `${counted(this.links, 'link')} in it: links are not followed.` };
    for (const [type, count] of this.#types) {
      const what = type ? `of the type ${type.slice(0, 40)}` : 'without a type';
      yield { where, why: `${counted(count, 'file')} ${what} in it: files of this type are not supported.` };
    }
  }
}

function counted(count: number, what: string) {
  return `${count} ${what}${count === 1 ? ' is' : 's are'}`;
}
