import 'server-only';
import { randomUUID } from 'node:crypto';
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { env } from '@/lib/platform/env';
import { log } from '@/lib/platform/log';
import { isWorthNoting, referrerHost } from './missing';

/** How long visits are held in memory before they are handed over. */
const FLUSH_MS = 2_000;
/** Held until then; of what comes beyond nothing is noted. */
const MAX_HITS = 2_000;
const MAX_MISSES = 500;
/** While the database is away, files wait: so many at most. */
const MAX_FILES = 200;
const READY = '.json';

/** Times are in ms. */
export type Hit = { count: number; lastAt: number };
export type Miss = Hit & { referrer: string };
export type VisitFile = { hits: [id: string, hit: Hit][]; misses: [address: string, miss: Miss][] };

function visitFolder() {
  return join(env().dataDir, 'redirects');
}

/**
 * Counts in memory who was redirected and what was not found, and hands it over in files: processes that answer readers ask
 * no database. A process that is killed loses two seconds of it.
 */
export class Visits {
  readonly #folder: string;
  #hits = new Map<string, Hit>();
  #misses = new Map<string, Miss>();
  #timer: NodeJS.Timeout | null = null;
  #written: Promise<void> = Promise.resolve();

  constructor(folder = visitFolder()) {
    this.#folder = folder;
  }

  hit(id: string, lastAt = Date.now()) {
    const known = this.#hits.get(id);
    if (!known && this.#hits.size >= MAX_HITS) return;
    this.#hits.set(id, { count: (known?.count ?? 0) + 1, lastAt });
    this.#begin();
  }

  miss(address: string, referrer: string | undefined, lastAt = Date.now()) {
    const known = this.#misses.get(address);
    if (!known && (this.#misses.size >= MAX_MISSES || !isWorthNoting(address))) return;
    const host = referrerHost(referrer) || (known?.referrer ?? '');
    this.#misses.set(address, { count: (known?.count ?? 0) + 1, lastAt, referrer: host });
    this.#begin();
  }

  /** Hands over what was counted until now. */
  flush(): Promise<void> {
    const file: VisitFile = { hits: [...this.#hits], misses: [...this.#misses] };
    this.#hits = new Map();
    this.#misses = new Map();
    if (this.#timer) clearTimeout(this.#timer);
    this.#timer = null;
    if (file.hits.length + file.misses.length > 0) {
      this.#written = this.#written
        .then(() => this.#write(file))
        .catch((error: unknown) => log.warn({ event: 'redirects_not_counted', error }, 'redirects are not counted'));
    }
    return this.#written;
  }

  #begin() {
    this.#timer ??= setTimeout(() => void this.flush(), FLUSH_MS).unref();
  }

  async #write(file: VisitFile) {
    await mkdir(this.#folder, { recursive: true, mode: 0o700 });
    if ((await readdir(this.#folder)).length >= MAX_FILES) return;
    const path = join(this.#folder, `${Date.now()}-${randomUUID()}`);
    await writeFile(path, JSON.stringify(file), { mode: 0o600 });
    await rename(path, path + READY);
  }
}

/** The files that are ready to be added up, oldest first. */
export async function listVisitFiles(folder = visitFolder()): Promise<string[]> {
  const names = await readdir(folder).catch(() => []);
  return names
    .filter((name) => name.endsWith(READY))
    .toSorted()
    .map((name) => join(folder, name));
}

export async function readVisitFile(path: string): Promise<VisitFile> {
  return JSON.parse(await readFile(path, 'utf8')) as VisitFile;
}

export function removeVisitFile(path: string) {
  return rm(path, { force: true });
}
