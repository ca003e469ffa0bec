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

/** About 1 ms for 50 kB. */
const gzipQuickly: ZlibOptions = { level: 6 };
const QUICK = 5;
/** The smallest brotli can do, about a hundred times slower: never while a reader waits. */
const THOROUGH = 11;

const gzipLater = promisify<Buffer, ZlibOptions, Buffer>(gzip);
const brotliLater = promisify<Buffer, BrotliOptions, Buffer>(brotliCompress);

/** On the thread that answers. */
export function compressNow(body: Buffer, encoding: Compressed): Buffer {
  return encoding === 'gzip' ? gzipSync(body, gzipQuickly) : brotliCompressSync(body, brotli(body, QUICK));
}

/** On a thread of libuv, for bodies that would hold up other requests. */
export function compressBeside(body: Buffer, encoding: Compressed): Promise<Buffer> {
  return encoding === 'gzip' ? gzipLater(body, gzipQuickly) : brotliLater(body, brotli(body, QUICK));
}

export function compressThoroughly(body: Buffer): Promise<Buffer> {
  return brotliLater(body, brotli(body, THOROUGH));
}

export function decompress(body: Buffer, encoding: Compressed): Buffer {
  return encoding === 'gzip' ? gunzipSync(body) : brotliDecompressSync(body);
}

function brotli(body: Buffer, quality: number): BrotliOptions {
  return {
    params: { [constants.BROTLI_PARAM_QUALITY]: quality, [constants.BROTLI_PARAM_SIZE_HINT]: body.byteLength },
  };
}
