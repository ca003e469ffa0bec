import type { EntryReading } from '../../entries/entry-reading';
import type { ScratchMap } from '../../reading/scratch';

/** Finds the addresses of texts by the names that others give them. */
export class TextLinks {
  readonly #byPath: ScratchMap<string>;
  readonly #byName: ScratchMap<string>;

  constructor(reading: EntryReading) {
    this.#byPath = reading.scratch.map();
    this.#byName = reading.scratch.map();
    for (const [, { path, link }] of reading.outlines) {
      const plain = plainPath(path);
      if (!this.#byPath.has(plain)) this.#byPath.set(plain, link);
      const name = plain.split('/').at(-1) ?? '';
      if (!this.#byName.has(name)) this.#byName.set(name, link);
    }
  }

  /** By a path in the folder. */
  at(path: string) {
    return this.#byPath.get(plainPath(path)) ?? null;
  }

  /** By a path or a name alone, with what stands behind "#". */
  named(name: string) {
    const [, path = '', fragment = ''] = /^([^#?]*)[^#]*(#.*)?$/s.exec(name) ?? [];
    const plain = plainPath(path);
    const link = this.#byPath.get(plain) ?? this.#byName.get(plain.split('/').at(-1) ?? '');
    return link === undefined ? null : link + fragment;
  }
}

function plainPath(path: string) {
  return path
    .toLowerCase()
    .replace(/^\/+/, '')
    .replace(/^(?:content|_posts|src\/(?:content|pages))\//, '')
    .replace(/\.(?:md|mdx|markdown|html?)$/, '')
    .replace(/\/(?:_?index)?$/, '');
}
