import { closeSync, mkdtempSync, openSync, readSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** What is held before a file is needed, and read at a time. */
const HELD_BYTES = 256 * 1024;

/** Bytes in the order in which they were added, of any number: a temporary file that nobody else sees holds them. */
export class Spool {
  #held: Uint8Array[] = [];
  #heldBytes = 0;
  #file: number | null = null;

  add(bytes: Uint8Array) {
    this.#held.push(bytes);
    this.#heldBytes += bytes.length;
    if (this.#heldBytes >= HELD_BYTES) this.#store();
  }

  *read(): Generator<Uint8Array> {
    for (let at = 0; this.#file !== null;) {
      const bytes = Buffer.alloc(HELD_BYTES);
      const length = readSync(this.#file, bytes, 0, HELD_BYTES, at);
      if (length === 0) break;
      at += length;
      yield bytes.subarray(0, length);
    }
    yield* this.#held;
  }

  close() {
    if (this.#file !== null) closeSync(this.#file);
    this.#file = null;
    this.#held = [];
  }

  #store() {
    this.#file ??= openUnseen();
    const bytes = Buffer.concat(this.#held);
    for (let at = 0; at < bytes.length;) at += writeSync(this.#file, bytes, at);
    this.#held = [];
    this.#heldBytes = 0;
  }
}

// Removed while it is open: nothing is left behind, however the process ends.
function openUnseen() {
  const folder = mkdtempSync(join(tmpdir(), 'masthead-export-'));
  const file = openSync(join(folder, 'spool'), 'wx+', 0o600);
  rmSync(folder, { recursive: true });
  return file;
}
