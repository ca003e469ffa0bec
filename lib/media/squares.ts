import 'server-only';
import { createHash } from 'node:crypto';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { flush } from '@/lib/platform/fsync';
import { decodeSquare, refusal, refused } from './decoding';
import { refusalOf, sniffFormat } from './format';
import { withIncomingFolder } from './incoming';
import { shareFile } from './storage';

export const MAX_SQUARE_BYTES = 5 * 1024 * 1024;

type Square = { bytes: Uint8Array; side: number; folder: string; owner: string };

/**
 * Stores the middle of an image as a WebP square without metadata; returns its path below the uploads. Equal images of
 * two owners are two files, so that each can delete their own. Throws a sentence if the bytes are no image.
 */
export async function storeSquare({ bytes, side, folder, owner }: Square): Promise<string> {
  if (bytes.byteLength === 0) throw refusal('empty');
  if (bytes.byteLength > MAX_SQUARE_BYTES) throw refused('Choose an image of at most 5 MB.', 'too_large');
  const format = sniffFormat(bytes);
  if (!format) throw refused(refusalOf(bytes));
  return withIncomingFolder(async ({ uploads, folder: workplace }) => {
    const input = join(workplace, 'original');
    await writeFile(input, bytes);
    const { files } = await decodeSquare({ input, folder: workplace, format, square: side });
    const made = join(workplace, files[0]?.name ?? '');
    const hash = createHash('sha256')
      .update(owner)
      .update(await readFile(made))
      .digest('hex');
    const path = `${folder}/${hash.slice(0, 2)}/${hash.slice(2, 34)}.webp`;
    await mkdir(dirname(join(uploads, path)), { recursive: true });
    await flush(made);
    await rename(made, join(uploads, path));
    await shareFile(path, 'image/webp');
    await flush(dirname(join(uploads, path)));
    return path;
  });
}
