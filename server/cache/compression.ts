import { promisify } from 'node:util';
import {
  brotliCompress,
  brotliCompressSync,
  brotliDecompressSync,
  constants,
  gunzipSync,
  gzip,
  gzipSync,
  type BrotliOptions,
  type ZlibOptions,
} from 'node:zlib';

export type Compressed = 'gzip' | 'br';

const gzipOptions: ZlibOptions = { level: 6 };
const FAST_QUALITY = 5;
/** A hundred times slower: never while a reader waits. */
const BEST_QUALITY = 11;

const gzipLater = promisify<Buffer, ZlibOptions, Buffer>(gzip);
const brotliLater = promisify<Buffer, BrotliOptions, Buffer>(brotliCompress);

export function compressSync(body: Buffer, encoding: Compressed): Buffer {
  return encoding === 'gzip' ? gzipSync(body, gzipOptions) : brotliCompressSync(body, brotli(body, FAST_QUALITY));
}

/** On another thread, for large bodies. */
export function compressAsync(body: Buffer, encoding: Compressed): Promise<Buffer> {
  return encoding === 'gzip' ? gzipLater(body, gzipOptions) : brotliLater(body, brotli(body, FAST_QUALITY));
}

export function compressBest(body: Buffer): Promise<Buffer> {
  return brotliLater(body, brotli(body, BEST_QUALITY));
}

export function decompress(body: Buffer, encoding: Compressed): Buffer {
  return encoding === 'gzip' ? gunzipSync(body) : brotliDecompressSync(body);
}

function brotli(body: Buffer, quality: number): BrotliOptions {
  return {
    params: { [constants.BROTLI_PARAM_QUALITY]: quality, [constants.BROTLI_PARAM_SIZE_HINT]: body.byteLength },
  };
}
