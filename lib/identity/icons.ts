import 'server-only';
import { createHash } from 'node:crypto';
import { mkdir, readFile, rename, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Variant } from '@/lib/images/variants';
import { decodeIcons } from '@/lib/media/decoding';
import { sniffFormat } from '@/lib/media/format';
import { withIncomingFolder } from '@/lib/media/incoming';
import { fetchFile, shareFile, uploadsFolder } from '@/lib/media/storage';
import { AppError } from '@/lib/platform/errors';
import { flush } from '@/lib/platform/fsync';
import { iconPath, iconSides, type IconSide } from './site-images';

const defaults = join(process.cwd(), 'lib/identity/default-icons');

/** The addresses that browsers and feed readers know by heart, with the side each has. */
export const fixedIcons = {
  'favicon.ico': { side: 32, type: 'image/x-icon' },
  'apple-touch-icon.png': { side: 180, type: 'image/png' },
  'icon-192.png': { side: 192, type: 'image/png' },
  'icon-512.png': { side: 512, type: 'image/png' },
} as const satisfies Record<string, { side: IconSide; type: string }>;
export type FixedIcon = keyof typeof fixedIcons;

/** Makes the icons of an image, named by their content; returns the beginning of their paths below the uploads. */
export async function makeIcons(source: Variant): Promise<string> {
  const bytes = await readUpload(source.path);
  const format = bytes && sniffFormat(bytes);
  if (!format) throw new AppError('unavailable', 'The file of this image is missing. Upload it again.');
  return withIncomingFolder(async ({ uploads, folder }) => {
    const { files } = await decodeIcons({
      input: join(uploads, source.path),
      folder,
      format,
      squares: [...iconSides],
    });
    const made = await Promise.all(files.map(({ name }) => readFile(join(folder, name))));
    const hash = createHash('sha256').update(Buffer.concat(made)).digest('hex').slice(0, 16);
    const icon = `site/icon-${hash}`;
    await mkdir(dirname(join(uploads, icon)), { recursive: true });
    for (const { name, width } of files) {
      const path = iconPath(icon, width as IconSide);
      await flush(join(folder, name));
      await rename(join(folder, name), join(uploads, path));
      await shareFile(path, 'image/png');
    }
    await flush(dirname(join(uploads, icon)));
    return icon;
  });
}

/** What a fixed address serves: the icon of the site, or that of the product. */
export async function readFixedIcon(name: FixedIcon, icon: string): Promise<Buffer> {
  const { side } = fixedIcons[name];
  const own = icon ? await readUpload(iconPath(icon, side)) : null;
  if (!own) return readFile(join(defaults, name));
  return name === 'favicon.ico' ? icoOf(own, side) : own;
}

/** The drawing of the product. */
export function readDefaultDrawing() {
  return readFile(join(defaults, 'icon.svg'), 'utf8');
}

/** An ICO file that holds one PNG (ICONDIR and one ICONDIRENTRY). */
export function icoOf(png: Buffer, side: number): Buffer {
  const head = Buffer.alloc(22);
  head.writeUInt16LE(1, 2);
  head.writeUInt16LE(1, 4);
  head.writeUInt8(side, 6);
  head.writeUInt8(side, 7);
  head.writeUInt16LE(1, 10);
  head.writeUInt16LE(32, 12);
  head.writeUInt32LE(png.byteLength, 14);
  head.writeUInt32LE(head.byteLength, 18);
  return Buffer.concat([head, png]);
}

async function readUpload(path: string): Promise<Buffer | null> {
  const file = join(uploadsFolder(), path);
  const isHere = await stat(file).catch(() => null);
  if (!isHere && !(await fetchFile(path))) return null;
  return readFile(file);
}
