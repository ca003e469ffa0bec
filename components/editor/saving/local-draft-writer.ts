import { clearLocalDraft, writeLocalDraft, writeLocalDraftNow } from './local-draft';
import type { LocalDraft } from './local-draft-offer';

/** Stores the newest text in this browser: one write at a time, and always the last one. */
export class LocalDraftWriter {
  readonly #postId: string;
  readonly #onStored: (isStored: boolean) => void;
  #wanted: LocalDraft | 'nothing' | null = null;
  #isWriting = false;

  constructor(postId: string, onStored: (isStored: boolean) => void) {
    this.#postId = postId;
    this.#onStored = onStored;
  }

  store(entry: LocalDraft) {
    this.#wanted = entry;
    void this.#work();
  }

  /** Everything is saved on the server. */
  forget() {
    this.#wanted = 'nothing';
    void this.#work();
  }

  /** For when the page may end before IndexedDB responds. */
  storeNow(entry: LocalDraft) {
    writeLocalDraftNow(this.#postId, entry);
    this.store(entry);
  }

  async #work() {
    if (this.#isWriting) return;
    this.#isWriting = true;
    while (this.#wanted !== null) {
      const wanted = this.#wanted;
      this.#wanted = null;
      if (wanted === 'nothing') await clearLocalDraft(this.#postId);
      else this.#onStored(await writeLocalDraft(this.#postId, wanted));
    }
    this.#isWriting = false;
  }
}
