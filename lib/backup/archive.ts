import 'server-only';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { createReadStream, createWriteStream } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createGunzip, createGzip } from 'node:zlib';
import { extract, pack } from 'tar-stream';
import { flush } from '@/lib/platform/fsync';

type Content = AsyncIterable<Uint8Array> | Iterable<Uint8Array>;

export type AddEntry = (name: string, size: number, content: Content) => Promise<void>;

/** Writes a .tar.gz in constant memory, renamed when complete. Mode 0600: it holds e-mails and password hashes. */
export async function writeArchive(
  path: string,
  work: (add: AddEntry, checksums: Record<string, string>) => Promise<void>,
) {
  const draft = `${path}.part`;
  const tar = pack();
  const written = pipeline(tar, createGzip(), createWriteStream(draft, { mode: 0o600 }));
  const checksums: Record<string, string> = {};
  const add: AddEntry = async (name, size, content) => {
    checksums[name] = await addEntry(tar, { name, size }, content);
  };
  try {
    const worked = work(add, checksums).then(() => tar.finalize());
    worked.catch((error: unknown) => tar.destroy(error instanceof Error ? error : new Error(String(error))));
    // A full disk fails the writing while the work still waits for it.
    await Promise.all([worked, written]);
    await flush(draft);
    await rename(draft, path);
    await flush(dirname(path));
  } catch (error) {
    await rm(draft, { force: true });
    throw error;
  }
}

async function addEntry(tar: ReturnType<typeof pack>, header: { name: string; size: number }, content: Content) {
  const hash = createHash('sha256');
  const { promise: done, resolve, reject } = Promise.withResolvers<void>();
  done.catch(() => {});
  const entry = tar.entry({ ...header, mode: 0o600 }, (error) => (error ? reject(error) : resolve()));
  for await (const chunk of content) {
    hash.update(chunk);
    if (!entry.write(chunk)) await Promise.race([once(entry, 'drain'), done]);
  }
  entry.end(null);
  await done;
  return hash.digest('hex');
}

export type ArchiveEntry = { name: string; isFile: boolean; content: AsyncIterable<Uint8Array> };

/** Yields the entries of a .tar.gz; unread content is skipped. Throws if the file is damaged. */
export async function* readArchive(path: string): AsyncGenerator<ArchiveEntry> {
  const tar = extract();
  const reading = pipeline(createReadStream(path), createGunzip(), tar);
  reading.catch((error: unknown) => tar.destroy(error instanceof Error ? error : new Error(String(error))));
  try {
    for await (const entry of tar) {
      const { name, type } = entry.header;
      yield { name, isFile: type === 'file', content: bytesOf(entry) };
      entry.resume();
    }
    await reading;
  } finally {
    tar.destroy();
    await reading.catch(() => {});
  }
}

function bytesOf(entry: AsyncIterable<unknown>) {
  return entry as AsyncIterable<Uint8Array>;
}
