import { clearJournal, writeJournal, writeJournalNow } from './journal';
import type { JournalEntry } from './journal-offer';

/** Keeps the newest text in this browser: one write at a time, and always the last one. */
export class JournalWriter {
  readonly #postId: string;
  readonly #onKept: (isKept: boolean) => void;
  #wanted: JournalEntry | 'nothing' | null = null;
  #isWriting = false;

  constructor(postId: string, onKept: (isKept: boolean) => void) {
    this.#postId = postId;
    this.#onKept = onKept;
  }

  keep(entry: JournalEntry) {
    this.#wanted = entry;
    void this.#work();
  }

  /** The server has it all. */
  forget() {
    this.#wanted = 'nothing';
    void this.#work();
  }

  /** When the page may end before IndexedDB answers. */
  keepNow(entry: JournalEntry) {
    writeJournalNow(this.#postId, entry);
    this.keep(entry);
  }

  async #work() {
    if (this.#isWriting) return;
    this.#isWriting = true;
    while (this.#wanted !== null) {
      const wanted = this.#wanted;
      this.#wanted = null;
      if (wanted === 'nothing') await clearJournal(this.#postId);
      else this.#onKept(await writeJournal(this.#postId, wanted));
    }
    this.#isWriting = false;
  }
}
