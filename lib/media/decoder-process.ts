// Runs in a process of its own, started by decoding.ts and killed if it takes too long: a decoder is where hostile files
// strike. Nothing but sharp is loaded, no secret is in its environment, and it writes into one folder only.
import { join } from 'node:path';
import sharp, { type Metadata, type OutputInfo, type Sharp } from 'sharp';

export type DecoderJob = {
  input: string;
  folder: string;
  mayMove: boolean;
  widths: number[];
  pixels: number;
  side: number;
};
export type MadeFile = { name: string; width: number; height: number; mime: string; bytes: number };
export type DecoderAnswer =
  | { kind: 'decoded' }
  | { kind: 'done'; width: number; height: number; color: string; files: MadeFile[] }
  | { kind: 'refused'; why: 'tooManyPixels' | 'broken' };

type Pixels = { data: Buffer; info: OutputInfo };

const MOST_MEMORY = 800 * 1024 * 1024;
const FALLBACK_WIDTH = 1280;

sharp.block({ operation: ['VipsForeignLoad'] });
sharp.unblock({
  operation: ['VipsForeignLoadJpeg', 'VipsForeignLoadPng', 'VipsForeignLoadWebp', 'VipsForeignLoadNsgif'],
});
sharp.cache(false);
sharp.concurrency(2);
setInterval(() => {
  if (process.memoryUsage.rss() > MOST_MEMORY) process.exit(9);
}, 50).unref();

process.once('message', (job: DecoderJob) => {
  work(job)
    .catch((): DecoderAnswer => ({ kind: 'refused', why: 'broken' }))
    .then((answer) => process.send?.(answer, () => process.disconnect()));
});

async function work(job: DecoderJob): Promise<DecoderAnswer> {
  const metadata = await sharp(job.input, { limitInputPixels: false, animated: job.mayMove }).metadata();
  if (isTooLarge(metadata, job)) return { kind: 'refused', why: 'tooManyPixels' };
  const isAnimated = job.mayMove && (metadata.pages ?? 1) > 1;
  return isAnimated ? workOnAnimation(job) : workOnStill(job);
}

// Every frame of an animation is decoded: they count together.
function isTooLarge({ width, height, pageHeight, pages = 1 }: Metadata, job: DecoderJob) {
  const frame = pageHeight ?? height;
  return width > job.side || frame > job.side || width * frame * pages > job.pixels;
}

// Decoded once, turned upright and brought down to the largest size; whatever came with the pixels stays behind.
async function workOnStill(job: DecoderJob): Promise<DecoderAnswer> {
  const largest = Math.max(...job.widths);
  const { data, info } = await open(job, false)
    .autoOrient()
    .resize({ width: largest, withoutEnlargement: true })
    .toColourspace('srgb')
    .raw()
    .toBuffer({ resolveWithObject: true });
  process.send?.({ kind: 'decoded' } satisfies DecoderAnswer);
  const pixels = { data, info };
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

async function workOnAnimation(job: DecoderJob): Promise<DecoderAnswer> {
  const width = Math.max(...job.widths);
  const at = () => open(job, true).resize({ width, withoutEnlargement: true });
  const gif = await write(at().gif({ effort: 3 }), job, 'plain.gif', 'image/gif');
  process.send?.({ kind: 'decoded' } satisfies DecoderAnswer);
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
