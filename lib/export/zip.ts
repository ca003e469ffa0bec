import 'server-only';
import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import { finished } from 'node:stream/promises';
import { ZipFile } from 'yazl';

type Content = string | AsyncIterable<Uint8Array>;

/**
 * Equal content makes equal bytes: no entry has the time or the rights of a file, and none is compressed, because what zlib
 * writes depends on its version and on the processor. It also takes most of the time and memory of many small entries.
 */
const header = { mtime: new Date(1980, 0, 1), mode: 0o100644, forceDosTimestamp: true, compress: false };
/** Short texts are held, so many at a time; then all of them are waited for. */
const TEXTS_AT_ONCE = 64;
const CHARACTERS_AT_ONCE = 1024 * 1024;

/** Writes a zip in constant memory, at the pace of its reader. */
export class ZipWriter {
  readonly #zip = new ZipFile();
  /** SHA-256 of each entry. */
  readonly checksums: Record<string, string> = {};
  #texts = 0;
  #characters = 0;

  constructor() {
    this.#zip.on('error', (error: Error) => this.stream.destroy(error));
  }

  get stream() {
    return this.#zip.outputStream as Readable;
  }

  /** Adds an entry; resolves once no more is held than what fits in memory. */
  async add(name: string, content: Content) {
    if (typeof content !== 'string') return this.#addStream(name, content);
    this.#texts += 1;
    this.#characters += content.length;
    if (this.#texts >= TEXTS_AT_ONCE || this.#characters >= CHARACTERS_AT_ONCE) return this.#addStream(name, content);
    const bytes = Buffer.from(content, 'utf8');
    this.checksums[name] = createHash('sha256').update(bytes).digest('hex');
    this.#zip.addBuffer(bytes, name, header);
  }

  /** Resolves once the entry has been read to its end, and so all before it. */
  async #addStream(name: string, content: Content) {
    this.#texts = 0;
    this.#characters = 0;
    const hash = createHash('sha256');
    const entry = Readable.from(hashed(content, hash));
    this.#zip.addReadStream(entry, name, header);
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
