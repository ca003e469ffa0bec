import 'server-only';
import { mkdir, rename } from 'node:fs/promises';
import { dirname, extname, join } from 'node:path';
import type { Variant } from '@/lib/images/variants';
import { flush } from '@/lib/platform/fsync';
import type { Decoded } from './decoding';
import { shareFile } from './storage';

/** Names the files of an image and shares them. Flushed before the rename: a name never refers to a partial image. */
export async function moveIntoPlace(
  decoded: Decoded,
  { folder, uploads, key }: { folder: string; uploads: string; key: string },
) {
  await mkdir(dirname(join(uploads, key)), { recursive: true });
  const variants: Variant[] = [];
  for (const { name, ...file } of decoded.files) {
    const made = join(folder, name);
    const path = name.startsWith('plain.') ? `${key}${extname(name)}` : `${key}-${name}`;
    await flush(made);
    await rename(made, join(uploads, path));
    await shareFile(path, file.mime);
    variants.push({ path, ...file });
  }
  await flush(dirname(join(uploads, key)));
  return variants.toSorted((a, b) => a.width - b.width);
}
