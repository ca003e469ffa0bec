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

/** Quick enough that the first reader does not notice: about 1 ms for 50 kB. */
const gzipQuickly: ZlibOptions = { level: 6 };
const QUICK = 5;
/** The smallest that brotli can do, some hundred times slower: only for what many readers ask for, and never while one waits. */
const THOROUGH = 11;

const gzipLater = promisify<Buffer, ZlibOptions, Buffer>(gzip);
const brotliLater = promisify<Buffer, BrotliOptions, Buffer>(brotliCompress);

/** Compresses at once, on the thread that answers. */
export function compressNow(body: Buffer, encoding: Compressed): Buffer {
  return encoding === 'gzip' ? gzipSync(body, gzipQuickly) : brotliCompressSync(body, brotli(body, QUICK));
}

/** The same beside the requests: for bodies that would hold up everybody else. */
export function compressBeside(body: Buffer, encoding: Compressed): Promise<Buffer> {
  return encoding === 'gzip' ? gzipLater(body, gzipQuickly) : brotliLater(body, brotli(body, QUICK));
}

/** The smallest form, beside the requests. */
export function compressThoroughly(body: Buffer): Promise<Buffer> {
  return brotliLater(body, brotli(body, THOROUGH));
}

/** What compressNow() and the others were given. */
export function decompress(body: Buffer, encoding: Compressed): Buffer {
  return encoding === 'gzip' ? gunzipSync(body) : brotliDecompressSync(body);
}

function brotli(body: Buffer, quality: number): BrotliOptions {
  return {
    params: { [constants.BROTLI_PARAM_QUALITY]: quality, [constants.BROTLI_PARAM_SIZE_HINT]: body.byteLength },
  };
}
