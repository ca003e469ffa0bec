import { isUtf8 } from 'node:buffer';

/** Bytes of a text that are not UTF-8. `unknown`: those that Windows-1252 does not have either. */
export type OtherBytes = { count: number; firstLine: number; unknown: number };

const windows = new TextDecoder('windows-1252');
const LINE_FEED = 10;
/** Stands for a byte that no one can read. */
const UNKNOWN = '\uFFFD';
/** What Windows-1252 leaves open. */
const undefinedBytes = new Set([0x81, 0x8d, 0x8f, 0x90, 0x9d]);

/** Decodes UTF-8 piece by piece. Bytes that are none are read as Windows-1252, and counted with their first line. */
export class Utf8Decoder {
  readonly others: OtherBytes = { count: 0, firstLine: 0, unknown: 0 };
  #rest: Buffer = Buffer.alloc(0);
  #lines = 0;
  #isBegun = false;

  write(bytes: Uint8Array) {
    const all =
      this.#rest.length > 0
        ? Buffer.concat([this.#rest, bytes])
        : Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    const end = all.length - openEnd(all);
    this.#rest = Buffer.from(all.subarray(end));
    return this.#decode(all.subarray(0, end));
  }

  end() {
    const rest = this.#rest;
    this.#rest = Buffer.alloc(0);
    return this.#decode(rest);
  }

  #decode(bytes: Buffer) {
    const text = isUtf8(bytes) ? bytes.toString('utf8') : this.#mended(bytes);
    this.#lines += linesIn(bytes);
    const isFirst = !this.#isBegun && text !== '';
    this.#isBegun ||= isFirst;
    return isFirst ? text.replace(/^\uFEFF/, '') : text;
  }

  #mended(bytes: Buffer) {
    let text = '';
    let from = 0;
    for (let at = 0; at < bytes.length;) {
      const length = lengthAt(bytes, at);
      if (length > 0) {
        at += length;
        continue;
      }
      text += bytes.toString('utf8', from, at) + this.#other(bytes, at);
      at += 1;
      from = at;
    }
    return text + bytes.toString('utf8', from);
  }

  #other(bytes: Buffer, at: number) {
    const { others } = this;
    others.firstLine ||= this.#lines + linesIn(bytes.subarray(0, at)) + 1;
    others.count += 1;
    if (!undefinedBytes.has(bytes[at]!)) return windows.decode(bytes.subarray(at, at + 1));
    others.unknown += 1;
    return UNKNOWN;
  }
}

/** What is said of bytes that are not UTF-8; null without any. */
export function describeOtherBytes({ count, firstLine, unknown }: OtherBytes): string | null {
  if (count === 0) return null;
  const start = `The file is not all in UTF-8: ${count} of its bytes are not, the first in line ${firstLine}.`;
  if (unknown === 0) return `${start} They were read as Windows-1252.`;
  return `${start} They were read as Windows-1252, but ${unknown} that are unknown there too, which are “${UNKNOWN}” now.`;
}

/** A whole text, and what is said of its bytes. */
export function decodeUtf8(bytes: Uint8Array) {
  const decoder = new Utf8Decoder();
  const text = decoder.write(bytes) + decoder.end();
  return { text, fault: describeOtherBytes(decoder.others) };
}

function linesIn(bytes: Buffer) {
  let lines = 0;
  for (let at = bytes.indexOf(LINE_FEED); at >= 0; at = bytes.indexOf(LINE_FEED, at + 1)) lines += 1;
  return lines;
}

/** The bytes of the character that begins here; 0 if none does. */
function lengthAt(bytes: Buffer, at: number) {
  const length = wantedBy(bytes[at]!);
  if (length < 2) return length;
  return at + length <= bytes.length && isUtf8(bytes.subarray(at, at + length)) ? length : 0;
}

function wantedBy(byte: number) {
  if (byte < 0x80) return 1;
  if (byte >= 0xc2 && byte < 0xe0) return 2;
  if (byte >= 0xe0 && byte < 0xf0) return 3;
  return byte >= 0xf0 && byte < 0xf5 ? 4 : 0;
}

/** How many bytes at the end begin a character that goes on in the next piece. */
function openEnd(bytes: Buffer) {
  for (let back = 1; back <= Math.min(3, bytes.length); back += 1) {
    const byte = bytes[bytes.length - back]!;
    if (byte >= 0xc0) return wantedBy(byte) > back ? back : 0;
    if (byte < 0x80) return 0;
  }
  return 0;
}
