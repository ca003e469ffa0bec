import 'server-only';
import { randomUUID } from 'node:crypto';
import { closeSync, fsync, mkdirSync, openSync, readdirSync, renameSync, statSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { env } from '@/lib/platform/env';
import { log } from '@/lib/platform/log';
import { writeEntries, type Entry } from './entry';

/** How long one file takes entries before it is handed over to be added up. */
const FILE_MS = 5_000;
const SYNC_MS = 1_000;
const MAX_FILE_BYTES = 8 * 1024 * 1024;
/** While the database is away, files wait: so much at most, and so many, because they are looked at every few seconds. */
const MAX_FOLDER_BYTES = 64 * 1024 * 1024;
const MAX_FILES = 2_000;

export const OPEN = '.open';
export const READY = '.ready';

export function journalFolder() {
  return join(env().dataDir, 'statistics');
}

type OpenFile = { path: string; descriptor: number; bytes: number; openedAt: number; isSynced: boolean };

/** What this process counted, on disk before it is in the database: a process that is killed loses nothing of it. */
export class Journal {
  readonly #folder: string;
  #file: OpenFile | null = null;
  #waiting: Entry[] = [];
  #timer: NodeJS.Timeout | null = null;

  constructor(folder = journalFolder()) {
    this.#folder = folder;
  }

  /** Written at the end of this turn of the event loop. */
  append(entry: Entry) {
    if (this.#waiting.push(entry) === 1) setImmediate(() => this.#write());
  }

  /** Hands over what was written. */
  close() {
    this.#write();
    this.#handOver();
    if (this.#timer) clearInterval(this.#timer);
    this.#timer = null;
  }

  #write() {
    const text = writeEntries(this.#waiting);
    if (text === '') return;
    const { at, day } = this.#waiting[0]!;
    this.#waiting = [];
    try {
      if (this.#file && Date.now() - this.#file.openedAt >= FILE_MS) this.#handOver();
      this.#file ??= this.#open();
      if (!this.#file) return;
      const isFull = this.#file.bytes + text.length > MAX_FILE_BYTES;
      this.#file.bytes += writeSync(
        this.#file.descriptor,
        isFull ? writeEntries([{ at, day, refused: 'overload' }]) : text,
      );
      this.#file.isSynced = false;
    } catch (error) {
      log.warn({ event: 'statistics_not_written', error }, 'views and slots are not counted');
    }
  }

  #open(): OpenFile | null {
    mkdirSync(this.#folder, { recursive: true, mode: 0o700 });
    if (isFull(this.#folder)) return null;
    this.#timer ??= setInterval(() => this.#keep(), SYNC_MS);
    this.#timer.unref();
    const path = join(this.#folder, `${Date.now()}-${process.pid}-${randomUUID()}`);
    const descriptor = openSync(path + OPEN, 'a', 0o600);
    return { path, descriptor, bytes: 0, openedAt: Date.now(), isSynced: true };
  }

  #keep() {
    const file = this.#file;
    if (!file) return;
    if (Date.now() - file.openedAt >= FILE_MS) return this.#handOver();
    if (file.isSynced) return;
    file.isSynced = true;
    fsync(file.descriptor, () => {});
  }

  #handOver() {
    const file = this.#file;
    this.#file = null;
    if (!file) return;
    closeSync(file.descriptor);
    renameSync(file.path + OPEN, file.path + READY);
  }
}

function isFull(folder: string) {
  const names = readdirSync(folder);
  if (names.length > MAX_FILES) return true;
  const sizes = names.map((name) => statSync(join(folder, name), { throwIfNoEntry: false })?.size ?? 0);
  return sizes.reduce((sum, size) => sum + size, 0) > MAX_FOLDER_BYTES;
}
