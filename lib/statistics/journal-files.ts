import 'server-only';
import { readFileSync } from 'node:fs';
import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readEntries, type Entry } from './entry';
import { journalFolder, OPEN, READY } from './journal';
import { inSlices } from './slices';

/** Processes close a file after five seconds; an older one belongs to a killed process whose pid was reused. */
const ABANDONED_MS = 60_000;
const ZONE = 'time-zone';

/** The files that are ready to be added up, oldest first; those of killed processes too. */
export async function listJournals(folder = journalFolder()): Promise<string[]> {
  const names = await readdir(folder).catch(() => []);
  for (const name of names.filter((each) => each.endsWith(OPEN))) {
    if (await isAbandoned(folder, name)) await rename(join(folder, name), join(folder, readyName(name)));
  }
  const ready = await readdir(folder).catch(() => []);
  return ready
    .filter((name) => name.endsWith(READY))
    .toSorted()
    .map((name) => name.slice(0, -READY.length));
}

export async function readJournal(id: string, folder = journalFolder()): Promise<Entry[]> {
  const entries: Entry[] = [];
  const lines = (await readFile(join(folder, id + READY), 'utf8')).split('\n');
  await inSlices(lines, (slice) => entries.push(...readEntries(slice)));
  return entries;
}

export async function removeJournal(id: string, folder = journalFolder()) {
  await rm(join(folder, id + READY), { force: true });
}

/** For processes without a database, which need to know when the site's day ends. */
export async function noteTimeZone(timeZone: string, folder = journalFolder()) {
  if (readTimeZone(folder) === timeZone) return;
  await mkdir(folder, { recursive: true, mode: 0o700 });
  await writeFile(join(folder, ZONE), timeZone);
}

export function readTimeZone(folder = journalFolder()) {
  try {
    return readFileSync(join(folder, ZONE), 'utf8') || 'UTC';
  } catch {
    return 'UTC';
  }
}

async function isAbandoned(folder: string, name: string) {
  if (!isAlive(Number(name.split('-')[1]))) return true;
  const written = await stat(join(folder, name)).catch(() => null);
  return written !== null && Date.now() - written.mtimeMs > ABANDONED_MS;
}

function isAlive(pid: number) {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code !== 'ESRCH';
  }
}

function readyName(name: string) {
  return name.slice(0, -OPEN.length) + READY;
}
