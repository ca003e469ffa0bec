import 'server-only';
import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import { finished } from 'node:stream/promises';
import { ZipFile } from 'yazl';

type Content = string | AsyncIterable<Uint8Array>;

/** Equal content makes equal bytes: no entry has the time or the rights of a file. */
const header = { mtime: new Date(1980, 0, 1), mode: 0o100644, forceDosTimestamp: true };
/** Compressing them again only takes time. */
const packed =
  /\.(?:avif|webp|jpg|png|gif|zip|gz|7z|rar|mp3|m4a|aac|ogg|oga|opus|mp4|m4v|mov|webm|ogv|docx|xlsx|pptx|epub)$/;

/** Writes a zip in constant memory, in the pace of whoever reads it. */
export class ZipWriter {
  readonly #zip = new ZipFile();
  /** SHA-256 of each entry. */
  readonly checksums: Record<string, string> = {};

  constructor() {
    this.#zip.on('error', (error: Error) => this.stream.destroy(error));
  }

  get stream() {
    return this.#zip.outputStream as Readable;
  }

  /** Resolves once the entry has been read to its end. */
  async add(name: string, content: Content) {
    const hash = createHash('sha256');
    const entry = Readable.from(hashed(content, hash));
    this.#zip.addReadStream(entry, name, { ...header, compress: !packed.test(name) });
    const ended = new AbortController();
    const closed = finished(this.stream, { signal: ended.signal, cleanup: true });
    closed.catch(() => {});
    try {
      await Promise.race([finished(entry), closed]);
      if (this.stream.destroyed) throw this.stream.errored ?? new Error('Nobody reads the archive any more.');
    } finally {
      ended.abort();
    }
    this.checksums[name] = hash.digest('hex');
  }

  end() {
    this.#zip.end();
  }
}

async function* hashed(content: Content, hash: ReturnType<typeof createHash>) {
  for await (const chunk of typeof content === 'string' ? [Buffer.from(content, 'utf8')] : content) {
    hash.update(chunk);
    yield chunk;
  }
}
