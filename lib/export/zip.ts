import 'server-only';
import { createHash, type Hash } from 'node:crypto';
import { PassThrough } from 'node:stream';
import { crc32 } from 'node:zlib';
import { Spool } from './spool';
import { dataDescriptor, directoryRecord, endRecords, localHeader, type ZipEntry } from './zip-records';

type Content = string | AsyncIterable<Uint8Array>;

/** Small entries are handed on together. */
const GATHERED_BYTES = 256 * 1024;

/**
 * Writes a zip in constant memory, however many entries it has, at the pace of its reader. Equal content makes equal bytes:
 * no entry has the time or the rights of a file, and none is compressed, because what zlib writes depends on its version
 * and on the processor.
 */
export class ZipWriter {
  readonly stream = new PassThrough();
  readonly #directory = new Spool();
  #gathered: Uint8Array[] = [];
  #gatheredBytes = 0;
  #written = 0;
  #count = 0;

  constructor() {
    this.stream.once('close', () => this.#directory.close());
  }

  /** Adds an entry and returns its SHA-256. Resolves once no more is held than what fits in memory. */
  async add(name: string, content: Content): Promise<string> {
    const hash = createHash('sha256');
    const entry = { name: Buffer.from(name, 'utf8'), offset: this.#written, size: 0, sum: 0, isStreamed: false };
    if (typeof content === 'string') await this.#addText(entry, content, hash);
    else await this.#addStream({ ...entry, isStreamed: true }, content, hash);
    this.#count += 1;
    return hash.digest('hex');
  }

  async end() {
    const start = this.#written;
    for (const bytes of this.#directory.read()) await this.#write(bytes);
    await this.#write(endRecords({ count: this.#count, start, size: this.#written - start }));
    await this.#flush();
    this.stream.end();
  }

  async #addText(entry: ZipEntry, content: string, hash: Hash) {
    const bytes = Buffer.from(content, 'utf8');
    count(entry, bytes, hash);
    await this.#write(localHeader(entry));
    await this.#write(bytes);
    this.#directory.add(directoryRecord(entry));
  }

  async #addStream(entry: ZipEntry, content: AsyncIterable<Uint8Array>, hash: Hash) {
    await this.#write(localHeader(entry));
    for await (const bytes of content) {
      count(entry, bytes, hash);
      await this.#write(bytes);
    }
    await this.#write(dataDescriptor(entry));
    this.#directory.add(directoryRecord(entry));
  }

  async #write(bytes: Uint8Array) {
    this.#gathered.push(bytes);
    this.#gatheredBytes += bytes.length;
    this.#written += bytes.length;
    if (this.#gatheredBytes >= GATHERED_BYTES) await this.#flush();
  }

  async #flush() {
    const bytes = Buffer.concat(this.#gathered);
    this.#gathered = [];
    this.#gatheredBytes = 0;
    if (!this.stream.destroyed && !this.stream.write(bytes)) await this.#untilRead();
    if (this.stream.destroyed) throw this.stream.errored ?? new Error('Nobody reads the archive any more.');
  }

  #untilRead() {
    return new Promise<void>((resolve) => {
      const go = () => {
        this.stream.off('drain', go).off('close', go);
        resolve();
      };
      this.stream.on('drain', go).on('close', go);
    });
  }
}

function count(entry: ZipEntry, bytes: Uint8Array, hash: Hash) {
  hash.update(bytes);
  entry.sum = crc32(bytes, entry.sum);
  entry.size += bytes.length;
}
