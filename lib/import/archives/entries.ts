import 'server-only';
import { createReadStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { crc32, createGunzip } from 'node:zlib';
import { extract } from 'tar-stream';
import { getFileNameLowLevel, openPromise, type Entry, type ZipFile } from 'yauzl';
import { AppError } from '@/lib/platform/errors';
import { bytesOf } from './bytes';

export type ArchiveEntry = {
  name: string;
  kind: 'file' | 'folder' | 'link';
  /** As declared by the archive; the actual size may differ. */
  size: number;
  content: AsyncIterable<Uint8Array>;
};

const UTF8_NAME = 0x800;
const UNICODE_PATH = 0x7075;
const FILE_TYPE = 0o170000;
const SYMBOLIC_LINK = 0o120000;

/** Yields the entries of a zip one by one. Throws if it is damaged or encrypted. */
export async function* zipEntries(path: string): AsyncGenerator<ArchiveEntry> {
  // Decoding would also validate names, and one invalid name would stop the reading.
  const zip = await openPromise(path, { lazyEntries: true, decodeStrings: false });
  // Closing may fail after the last entry, when no reader handles the error.
  zip.on('error', () => {});
  for await (const entry of zip.eachEntry()) {
    const name = nameOf(entry);
    const kind = kindOf(entry, name);
    if (kind === 'file' && entry.isEncrypted()) throw locked();
    yield { name, kind, size: entry.uncompressedSize, content: contentOf(zip, entry) };
  }
}

/** Yields the entries of a tar, gzipped or not; unread content is skipped. Throws if it is damaged. */
export async function* tarEntries(path: string, { isPacked }: { isPacked: boolean }): AsyncGenerator<ArchiveEntry> {
  const tar = extract();
  const file = createReadStream(path);
  const reading = isPacked ? pipeline(file, createGunzip(), tar) : pipeline(file, tar);
  reading.catch((error: unknown) => tar.destroy(error instanceof Error ? error : new Error(String(error))));
  try {
    for await (const entry of tar) {
      const { name, type, size = 0 } = entry.header;
      const isFile = type === 'file' || type === 'contiguous-file';
      const kind = isFile ? 'file' : type === 'symlink' || type === 'link' ? 'link' : 'folder';
      yield { name, kind, size, content: bytesOf(entry) };
      entry.resume();
    }
    await reading;
  } finally {
    tar.destroy();
    await reading.catch(() => {});
  }
}

/** The content of a gzipped file. */
export async function* unpacked(path: string): AsyncGenerator<Uint8Array> {
  const file = createReadStream(path);
  const gunzip = createGunzip();
  const reading = pipeline(file, gunzip);
  reading.catch(() => {});
  yield* bytesOf(gunzip);
  await reading;
}

// macOS writes UTF-8 without setting the flag; names in older encodings are rarely valid UTF-8.
function nameOf({ fileNameRaw, generalPurposeBitFlag: flags, extraFields }: Entry) {
  const declared = getFileNameLowLevel(flags, fileNameRaw, extraFields, false);
  if ((flags & UTF8_NAME) !== 0 || extraFields.some(({ id }) => id === UNICODE_PATH)) return declared;
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(fileNameRaw);
  } catch {
    return declared;
  }
}

function kindOf({ externalFileAttributes }: Entry, name: string) {
  if (/[/\\]$/.test(name)) return 'folder';
  return ((externalFileAttributes >>> 16) & FILE_TYPE) === SYMBOLIC_LINK ? 'link' : 'file';
}

// yauzl checks lengths but not checksums.
async function* contentOf(zip: ZipFile, entry: Entry): AsyncGenerator<Uint8Array> {
  if (!entry.canDecodeFileData()) throw unknownPacking();
  let sum = 0;
  for await (const chunk of bytesOf(await zip.openReadStreamPromise(entry))) {
    sum = crc32(chunk, sum);
    yield chunk;
  }
  if (sum !== entry.crc32) throw new Error('The checksum of an entry is wrong.');
}

function locked() {
  return new AppError('invalid', 'it is locked with a password. Make one without');
}

function unknownPacking() {
  return new AppError(
    'invalid',
    'it is packed in a way that is not known here. Make a zip or a .tar.gz in the usual way',
  );
}
