import 'server-only';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Semaphore } from 'async-mutex';
import { FetchError, fetchPublic, type FetchOptions } from '@/lib/fetching/fetching';
import { downloadTypeOf } from '@/lib/media/downloads';
import { withIncomingFolder } from '@/lib/media/incoming';
import { MAX_FILE_BYTES } from '@/lib/media/media';
import { AppError } from '@/lib/platform/errors';
import type { FileAddresses } from '../importer';
import { fileNameOf } from '../reading/addresses';
import { imageFileName } from '../reading/image-file-name';

const MAX_FETCHED_FILE_BYTES = 200 * 1024 * 1024;
/** Of one run; what is here is not fetched again by the next. */
const MAX_TOTAL_BYTES = 8 * 1024 ** 3;
const TIMEOUT_MS = 60_000;
/** A server that does not answer so often in a row is not asked any more. */
const MAX_SILENCES = 3;
const MAX_ADDRESS_LENGTH = 2_000;
const imageTypes = 'image/avif,image/webp,image/png,image/jpeg,image/gif';

/** Fetches files of the old site that did not come along, from public addresses and within bounds. */
export class FileFetcher {
  readonly #guard: Pick<FetchOptions, 'mayDial'>;
  readonly #onFetched: () => Promise<void>;
  // The old site is asked for little at a time, and few files are held at once.
  readonly #few = new Semaphore(3);
  readonly #silences = new Map<string, number>();
  #bytes = 0;

  constructor({ mayDial }: { mayDial?: FetchOptions['mayDial'] | undefined }, onFetched: () => Promise<void>) {
    this.#guard = mayDial ? { mayDial } : {};
    this.#onFetched = onFetched;
  }

  /** The image at the first of these addresses that has one; its bytes have yet to be checked. */
  image(addresses: readonly string[]): Promise<Buffer> {
    return this.#few.runExclusive(() => this.#first(addresses, { accept: imageTypes, largest: MAX_FILE_BYTES }));
  }

  /** Hands over a file while it lies on disk, under its own name. */
  file<T>(addresses: readonly string[], take: (path: string) => Promise<T>): Promise<T> {
    return this.#few.runExclusive(async () => {
      const bytes = await this.#first(addresses, { accept: '*/*', largest: MAX_FETCHED_FILE_BYTES });
      return withIncomingFolder(async ({ folder }) => {
        const path = join(
          folder,
          `fetched.${/\.([a-z0-9]{1,10})$/i.exec(fileNameOf(addresses[0] ?? ''))?.[1] ?? 'bin'}`,
        );
        await writeFile(path, bytes);
        return take(path);
      });
    });
  }

  async #first(addresses: readonly string[], options: Pick<FetchOptions, 'accept' | 'largest'>) {
    let refusal: AppError = new AppError('not_found', 'It is not known where the file was.');
    for (const address of addresses) {
      try {
        return await this.#fetch(address, options);
      } catch (error) {
        if (!(error instanceof AppError)) throw error;
        refusal = error;
      }
    }
    throw refusal;
  }

  async #fetch(address: string, options: Pick<FetchOptions, 'accept' | 'largest'>) {
    if (this.#bytes > MAX_TOTAL_BYTES)
      throw new AppError('too_large', 'It was not fetched, because 8 GB were fetched before it: import once more.');
    const { host } = new URL(address);
    if ((this.#silences.get(host) ?? 0) >= MAX_SILENCES)
      throw new AppError('unavailable', `It was not fetched, because ${host} did not answer several times.`);
    try {
      const { bytes } = await fetchPublic(address, { ...this.#guard, ...options, within: TIMEOUT_MS });
      this.#silences.delete(host);
      this.#bytes += bytes.byteLength;
      return bytes;
    } catch (error) {
      const isSilent = error instanceof FetchError && error.answered === null;
      if (isSilent) this.#silences.set(host, (this.#silences.get(host) ?? 0) + 1);
      else this.#silences.delete(host);
      throw error;
    } finally {
      await this.#onFetched();
    }
  }
}

/** Addresses of files with their addresses on the web among their names: under these they are kept if they are fetched. */
export function fetchableFiles(files: FileAddresses): FileAddresses {
  const named = (names: readonly string[], address: string, isForeign: (name: string) => boolean) => {
    const [remote] = remotesOf(files, address);
    const isOurs = names.length > 0 || (files.mayBeElsewhere === true && isForeign(fileNameOf(address)));
    return remote && isOurs ? [...names, remote] : [...names];
  };
  const isImage = (name: string) => imageFileName.test(name) || !/\.[a-z][a-z0-9]{1,4}$/i.test(name);
  const namesOfFile = (address: string) =>
    files.fileNames?.(address) ?? [files.fileName(address) ?? ''].filter(Boolean);
  const fileNames = (address: string) => named(namesOfFile(address), address, (name) => downloadTypeOf(name) !== null);
  return {
    ...files,
    imageNames: (address) => named(files.imageNames(address), address, isImage),
    fileNames,
    fileName: (address) => fileNames(address)[0] ?? null,
  };
}

/** Where a file can be fetched, best first; empty if that is not known. */
export function remotesOf(files: FileAddresses, address: string): string[] {
  return (files.remotes?.(address) ?? [address]).flatMap((given) => {
    const url = URL.parse(given.startsWith('//') ? `https:${given}` : given);
    const isKnown = url && /^https?:$/.test(url.protocol) && !url.hostname.endsWith('.invalid');
    if (!isKnown || url.href.length > MAX_ADDRESS_LENGTH) return [];
    url.hash = '';
    return [url.href];
  });
}

/** The name under which a file is kept that is fetched. */
export function nameOfFetched(names: readonly string[]) {
  return names.find((name) => /^https?:\/\//.test(name));
}
