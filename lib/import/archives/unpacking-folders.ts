import 'server-only';
import { mkdir, mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { env } from '@/lib/platform/env';
import { isRunning } from '../running/batches';

/** How long folders of other machines on a shared disk are left alone (ms). */
const ABANDONED_AFTER_MS = 7 * 24 * 60 * 60 * 1000;

/** Creates a folder for this process; leftovers of killed imports are removed. */
export async function makeUnpackingFolder() {
  await removeAbandonedUnpacking();
  const folder = importsFolder();
  await mkdir(folder, { recursive: true, mode: 0o700 });
  return mkdtemp(join(folder, `unpacked-${process.pid}@${hostname()}-`));
}

/** Removes unpacked files of imports whose process has ended. */
export async function removeAbandonedUnpacking() {
  const folder = importsFolder();
  for (const name of await readdir(folder).catch(() => [])) {
    const [, pid, host] = /^unpacked-(\d+)@(.*)-.{6}$/.exec(name) ?? [];
    if (pid === undefined) continue;
    const isOver = host === hostname() ? !isRunning(Number(pid)) : await isOld(join(folder, name));
    if (isOver) await rm(join(folder, name), { recursive: true, force: true });
  }
}

/** The folder of received and unpacked files. */
export function importsFolder() {
  return join(env().dataDir, 'imports');
}

async function isOld(path: string) {
  const found = await stat(path).catch(() => null);
  return found !== null && Date.now() - found.mtimeMs > ABANDONED_AFTER_MS;
}
