const CHARACTERS_PER_PART = 400_000;

export type Found = { address: string; title: string; summary: string; day: string; text: string };

/** The index of the copy in parts of a bounded size, each a script that adds itself. */
export class SearchIndex {
  #entries: string[] = [];
  #size = 0;
  #parts = 0;

  /** The next part, once it is large enough. */
  add({ address, title, summary, day, text }: Found) {
    const entry = JSON.stringify([address, title, summary, day, wordsOf(`${title} ${text}`)]);
    this.#entries.push(entry);
    this.#size += entry.length;
    return this.#size >= CHARACTERS_PER_PART ? this.flush() : null;
  }

  /** The last part; null if there is nothing more. */
  flush(): { name: string; text: string } | null {
    if (this.#entries.length === 0) return null;
    this.#parts += 1;
    const text = `addToSearch([\n${this.#entries.join(',\n')}\n]);\n`;
    this.#entries = [];
    this.#size = 0;
    return { name: `search/index-${this.#parts}.js`, text };
  }

  get parts() {
    return this.#parts;
  }
}

/** Every word once, without accents and in small letters, as the script of the copy compares them. */
export function wordsOf(text: string) {
  const plain = text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase();
  return [...new Set(plain.match(/[\p{L}\p{N}]+/gu))].sort().join(' ');
}
