// A separate process, killed on time-out, since decoders are attacked with hostile files: sharp only, no secrets.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import sharp, { type Metadata, type OutputInfo, type Sharp } from 'sharp';
import type { ImageFormat } from './format';

export type Region = { left: number; top: number; width: number; height: number };

export type DecoderJob = {
  input: string;
  folder: string;
  format: ImageFormat;
  widths: number[];
  pixels: number;
  side: number;
  /** Only this part of the image. */
  extract?: Region;
  /** Instead of all sizes: a square cut from the middle, this wide. */
  square?: number;
  /** Instead of all sizes: PNG squares cut from the middle, this wide. */
  squares?: number[];
};
export type MadeFile = { name: string; width: number; height: number; mime: string; bytes: number };
export type DecoderResult =
  | { kind: 'decoded' }
  | { kind: 'done'; width: number; height: number; color: string; files: MadeFile[] }
  | { kind: 'refused'; why: 'tooManyPixels' | 'broken' | 'heic' };

type Pixels = { data: Buffer; info: OutputInfo };

const MAX_MEMORY_BYTES = 800 * 1024 * 1024;
const FALLBACK_WIDTH = 1280;

sharp.block({ operation: ['VipsForeignLoad'] });
sharp.unblock({
  operation: [
    'VipsForeignLoadJpeg',
    'VipsForeignLoadPng',
    'VipsForeignLoadWebp',
    'VipsForeignLoadNsgif',
    'VipsForeignLoadHeif',
  ],
});
sharp.cache(false);
sharp.concurrency(2);
setInterval(() => {
  if (process.memoryUsage.rss() > MAX_MEMORY_BYTES) process.exit(9);
}, 50).unref();

process.once('message', (job: DecoderJob) => {
  work(job)
    .catch((): DecoderResult => ({ kind: 'refused', why: 'broken' }))
    .then((answer) => process.send?.(answer, () => process.disconnect()));
});

async function work(job: DecoderJob): Promise<DecoderResult> {
  if (job.format === 'heic' && !readsHeic()) return { kind: 'refused', why: 'heic' };
  const mayMove = job.format === 'gif' || job.format === 'webp';
  const metadata = await sharp(job.input, { limitInputPixels: false, animated: mayMove }).metadata();
  if (isTooLarge(metadata, job)) return { kind: 'refused', why: 'tooManyPixels' };
  if (job.square) return processSquare(job, job.square);
  if (job.squares) return processIcons(job, job.squares);
  const isAnimated = mayMove && (metadata.pages ?? 1) > 1;
  return isAnimated ? processAnimation(job) : processStill(job, metadata);
}

// Patents: sharp's bundled libvips reads AVIF only; a system libvips may read HEIC too.
function readsHeic() {
  return sharp.format.heif.input.fileSuffix?.includes('.heic') ?? false;
}

// Decoded once, rotated and scaled down to the largest size; metadata is dropped.
function shrink(image: Sharp, { widths, extract }: DecoderJob): Promise<Pixels> {
  const upright = image.autoOrient();
  return (extract ? upright.extract(extract) : upright)
    .resize({ width: Math.max(...widths), withoutEnlargement: true })
    .toColourspace('srgb')
    .raw()
    .toBuffer({ resolveWithObject: true });
}

/** A JPEG that lacks only its last bytes, as browsers show it; throws if it is cut earlier. */
async function readCutJpeg(job: DecoderJob, metadata: Metadata): Promise<Pixels> {
  const ended = withEnd(await readFile(job.input));
  const corrected = await shrink(sharp(ended, { limitInputPixels: job.pixels, failOn: 'warning' }), job).catch(
    () => null,
  );
  if (corrected) return corrected;
  const lenient = () => sharp(job.input, { limitInputPixels: job.pixels, failOn: 'none', sequentialRead: true });
  // A cut progressive JPEG shows the whole image blurred, so it cannot be checked.
  if (metadata.isProgressive || (await endsInGrey(lenient(), metadata))) throw new Error('cut off');
  return shrink(lenient(), job);
}

/** Restores the end marker: interrupted transfers lose a byte or both. */
function withEnd(bytes: Buffer) {
  const end = bytes.at(-1) === 0xff ? bytes.length - 1 : bytes.length;
  return Buffer.concat([bytes.subarray(0, end), Buffer.from([0xff, 0xd9])]);
}

// libjpeg fills missing data with mid-grey.
async function endsInGrey(image: Sharp, { width, height }: Metadata) {
  const { data, info } = await image
    .extract({ left: 0, top: height - 1, width, height: 1 })
    .raw()
    .toBuffer({ resolveWithObject: true });
  const lastShown = data.findLastIndex((value) => Math.abs(value - 128) > 1);
  return data.length - 1 - lastShown > (width * info.channels) / 4;
}

// Every frame of an animation is decoded: their pixels add up.
function isTooLarge({ width, height, pageHeight, pages = 1 }: Metadata, job: DecoderJob) {
  const frame = pageHeight ?? height;
  return width > job.side || frame > job.side || width * frame * pages > job.pixels;
}

async function processStill(job: DecoderJob, metadata: Metadata): Promise<DecoderResult> {
  const pixels = await shrink(open(job, false), job).catch((error: unknown) => {
    if (job.format !== 'jpeg') throw error;
    return readCutJpeg(job, metadata);
  });
  const { info } = pixels;
  process.send?.({ kind: 'decoded' } satisfies DecoderResult);
  const widths = widthsOf(info.width, job.widths);
  const files: MadeFile[] = [];
  for (const width of widths) {
    const at = () => fromPixels(pixels).resize({ width });
    files.push(await write(at().webp({ quality: 78, effort: 2 }), job, `${width}w.webp`, 'image/webp'));
    files.push(await write(at().avif({ quality: 52, effort: 1 }), job, `${width}w.avif`, 'image/avif'));
  }
  const plain = fromPixels(pixels).resize({ width: FALLBACK_WIDTH, withoutEnlargement: true });
  const fallback =
    info.channels === 4 || info.channels === 2
      ? await write(plain.png({ compressionLevel: 9 }), job, 'plain.png', 'image/png')
      : await write(plain.jpeg({ quality: 82, mozjpeg: true }), job, 'plain.jpg', 'image/jpeg');
  return {
    kind: 'done',
    width: info.width,
    height: info.height,
    color: await colorOf(pixels),
    files: [...files, fallback],
  };
}

async function processSquare(job: DecoderJob, side: number): Promise<DecoderResult> {
  const image = open(job, false).autoOrient().resize(side, side, { fit: 'cover' }).toColourspace('srgb');
  const file = await write(image.webp({ quality: 80, effort: 4 }), job, 'square.webp', 'image/webp');
  return { kind: 'done', width: side, height: side, color: '', files: [file] };
}

/** Apple's home screens show transparency black. */
const OPAQUE_SIDE = 180;

async function processIcons(job: DecoderJob, sides: number[]): Promise<DecoderResult> {
  const files: MadeFile[] = [];
  for (const side of sides) {
    const image = open(job, false).autoOrient().resize(side, side, { fit: 'cover' }).toColourspace('srgb');
    const shown = side === OPAQUE_SIDE ? image.flatten({ background: '#ffffff' }) : image;
    files.push(await write(shown.png({ compressionLevel: 9 }), job, `icon-${side}.png`, 'image/png'));
  }
  return { kind: 'done', width: 0, height: 0, color: '', files };
}

async function processAnimation(job: DecoderJob): Promise<DecoderResult> {
  const width = Math.max(...job.widths);
  const at = () => open(job, true).resize({ width, withoutEnlargement: true });
  const gif = await write(at().gif({ effort: 3 }), job, 'plain.gif', 'image/gif');
  process.send?.({ kind: 'decoded' } satisfies DecoderResult);
  const webp = await write(at().webp({ quality: 75, effort: 1 }), job, `${gif.width}w.webp`, 'image/webp');
  const first = await open(job, false).toColourspace('srgb').raw().toBuffer({ resolveWithObject: true });
  return { kind: 'done', width: gif.width, height: gif.height, color: await colorOf(first), files: [webp, gif] };
}

function open(job: DecoderJob, animated: boolean) {
  return sharp(job.input, { limitInputPixels: job.pixels, failOn: 'error', sequentialRead: true, animated });
}

function fromPixels({ data, info }: Pixels) {
  return sharp(data, { raw: { width: info.width, height: info.height, channels: info.channels } });
}

function widthsOf(own: number, wanted: number[]) {
  const smaller = wanted.filter((width) => width < own);
  return [...smaller, own];
}

async function write(image: Sharp, job: DecoderJob, name: string, mime: string): Promise<MadeFile> {
  const info = await image.toFile(join(job.folder, name));
  const height = info.pageHeight ?? info.height;
  return { name, width: info.width, height, mime, bytes: info.size };
}

async function colorOf(pixels: Pixels) {
  const { data } = await fromPixels(pixels)
    .flatten({ background: '#ffffff' })
    .toColourspace('srgb')
    .resize(1, 1, { fit: 'fill' })
    .raw()
    .toBuffer({ resolveWithObject: true });
  const [red = 0, green = red, blue = red] = data;
  return `#${[red, green, blue].map((part) => part.toString(16).padStart(2, '0')).join('')}`;
}
