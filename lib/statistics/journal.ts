import 'server-only';
import { randomUUID } from 'node:crypto';
import { mkdir, open, readdir, rename, stat, type FileHandle } from 'node:fs/promises';
import { join } from 'node:path';
import { setImmediate as endOfTurn } from 'node:timers/promises';
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

type OpenFile = { path: string; handle: FileHandle; bytes: number; openedAt: number; isSynced: boolean };

/**
 * What this process counted, on disk before it is in the database: a process that is killed loses nothing of what was
 * `written`. The disk is waited for in a thread of its own, because a sync may hold whoever writes for longer than readers
 * like to wait.
 */
export class Journal {
  readonly #folder: string;
  #file: OpenFile | null = null;
  #waiting: Entry[] = [];
  #working: Promise<void> = Promise.resolve();
  #next: Promise<void> | null = null;
  #timer: NodeJS.Timeout | null = null;

  constructor(folder = journalFolder()) {
    this.#folder = folder;
  }

  /** Written with all others of this turn of the event loop. */
  append(entry: Entry) {
    this.#waiting.push(entry);
    this.#next ??= this.#enqueue(() => this.#write());
  }

  /** Resolves when what was appended until now is written. */
  written() {
    return this.#next ?? this.#working;
  }

  /** Hands over what was written. */
  async close() {
    await this.#enqueue(() => this.#handOver());
    if (this.#timer) clearInterval(this.#timer);
    this.#timer = null;
  }

  // One piece of work after the other.
  #enqueue(work: () => Promise<void>) {
    this.#working = this.#working.then(work).catch((error: unknown) => {
      log.warn({ event: 'statistics_not_written', error }, 'views and slots are not counted');
    });
    return this.#working;
  }

  async #write() {
    await endOfTurn();
    const entries = this.#waiting;
    this.#waiting = [];
    this.#next = null;
    const { at, day } = entries[0]!;
    if (this.#isDue()) await this.#handOver();
    const file = (this.#file ??= await this.#open());
    if (!file) return;
    const text = writeEntries(entries);
    const isFull = file.bytes + text.length > MAX_FILE_BYTES;
    const line = isFull ? writeEntries([{ at, day, refused: 'overload' }]) : text;
    await file.handle.appendFile(line);
    file.bytes += line.length;
    file.isSynced = false;
  }

  async #open(): Promise<OpenFile | null> {
    await mkdir(this.#folder, { recursive: true, mode: 0o700 });
    if (await isFull(this.#folder)) return null;
    this.#timer ??= setInterval(() => this.#keep(), SYNC_MS);
    this.#timer.unref();
    const path = join(this.#folder, `${Date.now()}-${process.pid}-${randomUUID()}`);
    return { path, handle: await open(path + OPEN, 'a', 0o600), bytes: 0, openedAt: Date.now(), isSynced: true };
  }

  #keep() {
    if (this.#isDue()) return void this.#enqueue(() => this.#handOver());
    if (!this.#file || this.#file.isSynced) return;
    this.#file.isSynced = true;
    // Beside the writing, which need not wait for it.
    this.#file.handle.sync().catch(() => {});
  }

  #isDue() {
    return this.#file !== null && Date.now() - this.#file.openedAt >= FILE_MS;
  }

  async #handOver() {
    const file = this.#file;
    this.#file = null;
    if (!file) return;
    await file.handle.close();
    await rename(file.path + OPEN, file.path + READY);
  }
}

async function isFull(folder: string) {
  const names = await readdir(folder);
  if (names.length > MAX_FILES) return true;
  const sizes = await Promise.all(names.map((name) => stat(join(folder, name)).then(sizeOf, () => 0)));
  return sizes.reduce((sum, size) => sum + size, 0) > MAX_FOLDER_BYTES;
}

function sizeOf({ size }: { size: number }) {
  return size;
}
