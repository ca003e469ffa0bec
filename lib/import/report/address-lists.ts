import 'server-only';
import { createReadStream } from 'node:fs';
import { basename } from 'node:path';
import { SaxesParser } from 'saxes';
import { AppError } from '@/lib/platform/errors';
import { bytesOf, headOf } from '../archives/bytes';
import { unpacked } from '../archives/entries';
import { kindOfFile, SNIFF_BYTES } from '../archives/file-kinds';

/** A sitemap may have 50 MB; a list may combine several. */
const MAX_LIST_BYTES = 200 * 1024 ** 2;
const MAX_LINE_LENGTH = 4_000;

/** An address of a page, or of a sitemap that an index names. */
export type Listed = { address: string } | { sitemap: string } | Stray;

/** What is no address, and its line. */
export type Stray = { line: number; text: string };

/** The addresses in a sitemap or a text with one per line, gzipped or not. An index of sitemaps is refused. */
export async function* addressesIn(file: string): AsyncGenerator<string> {
  for await (const entry of listIn(file)) if ('address' in entry) yield entry.address;
}

/** The same, and what an index names where one may be given. */
export async function* listIn(file: string, { takesIndex = false } = {}): AsyncGenerator<Listed> {
  const name = basename(file);
  try {
    yield* read(file, { name, takesIndex });
  } catch (error) {
    if (error instanceof AppError || (error instanceof Error && 'syscall' in error)) throw error;
    throw new AppError('invalid', `The list of addresses ${name} is damaged, or not all of it has arrived.`);
  }
}

/** Rejects unreadable lists before the import begins. */
export async function requireAddressLists(files: readonly string[]) {
  for (const file of files) {
    const reading = addressesIn(file);
    while (!(await reading.next()).done);
  }
}

type Reading = { name: string; takesIndex: boolean };

async function* read(file: string, { name, takesIndex }: Reading): AsyncGenerator<Listed> {
  const kind = kindOfFile(await headOf(file, SNIFF_BYTES));
  if (kind !== 'text' && kind !== 'gzip') throw unreadable(name);
  const decoder = new TextDecoder();
  const lines = new Lines();
  let sitemap: Sitemap | null = null;
  let bytes = 0;
  for await (const chunk of kind === 'gzip' ? unpacked(file) : bytesOf(createReadStream(file))) {
    const text = decoder.decode(chunk, { stream: true });
    if (bytes === 0 && text.trimStart().startsWith('<')) sitemap = new Sitemap({ name, takesIndex });
    bytes += chunk.byteLength;
    if (bytes > MAX_LIST_BYTES) throw new AppError('too_large', `The list of addresses ${name} is larger than 200 MB.`);
    yield* (sitemap ?? lines).write(bytes === chunk.byteLength ? text.trimStart() : text);
  }
  yield* (sitemap ?? lines).end();
}

class Lines {
  #rest = '';
  #line = 0;

  write(text: string) {
    const lines = (this.#rest + text).split(/\r\n|\r|\n/);
    this.#rest = (lines.pop() ?? '').slice(0, MAX_LINE_LENGTH);
    return this.#listed(lines);
  }

  end() {
    return this.#listed([this.#rest]);
  }

  #listed(lines: readonly string[]): Listed[] {
    return lines.flatMap((whole) => {
      this.#line += 1;
      const text = whole.trim();
      return text === '' ? [] : listedAt(text, this.#line);
    });
  }
}

function listedAt(text: string, line: number): Listed {
  return isAddress(text) ? { address: text } : { line, text: text.slice(0, 200) };
}

function isAddress(line: string) {
  return line.length < MAX_LINE_LENGTH && /^(?:https?:\/\/|\/)\S*$/i.test(line);
}

/** Reads <urlset><url><loc>; image and language entries are ignored. */
class Sitemap {
  readonly #parser = new SaxesParser();
  readonly #open: string[] = [];
  #text = '';
  #found: Listed[] = [];

  constructor({ name, takesIndex }: Reading) {
    this.#parser.on('error', (error) => {
      throw error;
    });
    this.#parser.on('doctype', () => {
      throw unreadable(name);
    });
    this.#parser.on('opentag', ({ name: tag }) => {
      const local = tag.replace(/^.*:/, '');
      const isRoot = this.#open.length === 0;
      if (isRoot && local === 'sitemapindex' && !takesIndex) throw isIndex(name);
      if (isRoot && local !== 'urlset' && local !== 'sitemapindex') throw unreadable(name);
      this.#open.push(local);
      this.#text = '';
    });
    this.#parser.on('text', (text) => this.#add(text));
    this.#parser.on('cdata', (text) => this.#add(text));
    this.#parser.on('closetag', () => this.#closed());
  }

  write(text: string) {
    this.#parser.write(text);
    return this.#found.splice(0);
  }

  end() {
    this.#parser.close();
    return this.#found.splice(0);
  }

  #add(text: string) {
    if (this.#text.length < MAX_LINE_LENGTH) this.#text += text;
  }

  #closed() {
    const address = this.#text.trim();
    const place = this.#open.join('/');
    if (place === 'urlset/url/loc') this.#found.push(listedAt(address, this.#parser.line));
    if (place === 'sitemapindex/sitemap/loc' && isAddress(address)) this.#found.push({ sitemap: address });
    this.#open.pop();
    this.#text = '';
  }
}

function isIndex(name: string) {
  return new AppError(
    'invalid',
    `${name} is an index of sitemaps, which names no addresses of pages itself: give the sitemaps that it names.`,
  );
}

function unreadable(name: string) {
  return new AppError('invalid', `${name} is neither a sitemap nor a list with one address in each line.`);
}
