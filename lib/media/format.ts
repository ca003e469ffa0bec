/** Accepted formats, detected by the first bytes alone. HEIC only where it can be decoded. */
export const imageFormats = ['jpeg', 'png', 'webp', 'gif', 'avif', 'heic'] as const;
export type ImageFormat = (typeof imageFormats)[number];

/** The format by a file's first bytes, or null. */
export function sniffFormat(bytes: Uint8Array): ImageFormat | null {
  const text = reader(bytes);
  if (bytes[0] === 0xff && bytes[1] === 0xd8 && bytes[2] === 0xff) return 'jpeg';
  if (text(0, 8) === '\x89PNG\r\n\x1a\n') return 'png';
  if (text(0, 4) === 'RIFF' && text(8, 12) === 'WEBP') return 'webp';
  if (text(0, 6) === 'GIF87a' || text(0, 6) === 'GIF89a') return 'gif';
  const brands = brandsOf(bytes);
  if (brands.some((brand) => brand === 'avif' || brand === 'avis')) return 'avif';
  return brands.some((brand) => /^(he[ivm][cxs]|hevc|hevx|mif1|msf1)$/.test(brand)) ? 'heic' : null;
}

/** Why a file is not accepted, with an alternative. */
export function refusalOf(bytes: Uint8Array): string {
  const known = kinds.find(({ test }) => test(reader(bytes), bytes));
  return known?.sentence ?? 'This file is not a JPEG, PNG, WebP, GIF or AVIF image. Export it as JPEG or PNG.';
}

type Read = (from: number, to: number) => string;

function reader(bytes: Uint8Array): Read {
  return (from, to) => String.fromCharCode(...bytes.subarray(from, to));
}

const image = (name: string) =>
  `This is ${name === 'ICO' ? 'an' : 'a'} ${name} image, which is not supported. Export it as JPEG or PNG.`;

const kinds: { test: (text: Read, bytes: Uint8Array) => boolean; sentence: string }[] = [
  {
    test: (text) =>
      /^(?:\xef\xbb\xbf)?\s*<(?:svg|\?xml|!--|!doctype svg)/i.test(text(0, 64)) && /<svg[\s>]/i.test(text(0, 4_096)),
    sentence: 'This is an SVG drawing, which can hold scripts. Export it as PNG.',
  },
  { test: (text) => ['II*\0', 'MM\0*'].includes(text(0, 4)), sentence: image('TIFF or camera raw') },
  { test: (text) => text(0, 2) === 'BM' && text(6, 10) === '\0\0\0\0', sentence: image('BMP') },
  { test: (text) => text(0, 4) === '\0\0\x01\0', sentence: image('ICO') },
  { test: (text) => text(0, 4) === '8BPS', sentence: image('Photoshop') },
  { test: (text) => text(0, 2) === '\xff\x0a' || text(4, 8) === 'JXL ', sentence: image('JPEG XL') },
  { test: (text) => text(4, 8) === 'jP  ', sentence: image('JPEG 2000') },
  { test: (_text, bytes) => brandsOf(bytes).includes('crx '), sentence: image('camera raw') },
  {
    test: (text) => text(0, 5) === '%PDF-',
    sentence: 'This is a PDF document, not an image. Export the page that you want as PNG or JPEG.',
  },
  {
    test: (text) => text(4, 8) === 'ftyp' || text(0, 4) === '\x1aE\xdf\xa3',
    sentence: 'This is a video, not an image. Put it on a video site and paste its address.',
  },
];

/** The brands of an ISO media file (MP4, AVIF, HEIC). */
function brandsOf(bytes: Uint8Array): string[] {
  const text = reader(bytes);
  if (text(4, 8) !== 'ftyp') return [];
  const end = Math.min(new DataView(bytes.buffer, bytes.byteOffset).getUint32(0), bytes.byteLength, 256);
  const brands = [text(8, 12)];
  for (let at = 16; at + 4 <= end; at += 4) brands.push(text(at, at + 4));
  return brands;
}
