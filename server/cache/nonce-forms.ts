import { promisify } from 'node:util';
import { constants, crc32, deflateRaw, inflateRawSync, type ZlibOptions } from 'node:zlib';

/** A page whose answers differ in a nonce alone: what is before and after it is compressed once. */
export type NonceForms = {
  head: string[];
  after: Buffer;
  zippedBefore: Buffer;
  zippedAfter: Buffer;
  bytesBefore: number;
  crcBefore: number;
};

type Page = { html: string; placeholder: string; headers: Record<string, string> };

const GZIP_HEADER = Buffer.from([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 255]);
const STORED_HEADER_BYTES = 5;
const TRAILER_BYTES = 8;
const GZIP_LEVEL = 6;

const deflateLater = promisify<Buffer, ZlibOptions, Buffer>(deflateRaw);

/** The placeholder stands once in the page, and in its headers. */
export async function makeNonceForms({ html, placeholder, headers }: Page): Promise<NonceForms> {
  const at = html.lastIndexOf(placeholder);
  const before = Buffer.from(html.slice(0, at));
  const after = Buffer.from(html.slice(at + placeholder.length));
  const [zippedBefore, zippedAfter] = await Promise.all([
    deflateLater(before, { level: GZIP_LEVEL, finishFlush: constants.Z_FULL_FLUSH }),
    deflateLater(after, { level: GZIP_LEVEL }),
  ]);
  return {
    head: Object.entries(headers).flat(),
    after,
    zippedBefore,
    zippedAfter,
    bytesBefore: before.byteLength,
    crcBefore: crc32(before),
  };
}

/** Few clients take nothing compressed: the part before is not kept for them. */
export function plainWith(nonce: string, { zippedBefore, after }: NonceForms) {
  const before = inflateRawSync(zippedBefore, { finishFlush: constants.Z_SYNC_FLUSH });
  return Buffer.concat([before, Buffer.from(nonce), after]);
}

/**
 * The same as gzip, without compressing it again: the part before ends with a flush, the nonce is a block that is stored
 * as it is, the part after refers to nothing before it (RFC 1951, 3.2.4; RFC 1952).
 */
export function zippedWith(nonce: string, forms: NonceForms) {
  const text = Buffer.from(nonce);
  const stored = Buffer.alloc(STORED_HEADER_BYTES);
  stored.writeUInt16LE(text.byteLength, 1);
  stored.writeUInt16LE(~text.byteLength & 0xffff, 3);
  const trailer = Buffer.alloc(TRAILER_BYTES);
  trailer.writeUInt32LE(crc32(forms.after, crc32(text, forms.crcBefore)), 0);
  trailer.writeUInt32LE(forms.bytesBefore + text.byteLength + forms.after.byteLength, 4);
  return Buffer.concat([GZIP_HEADER, forms.zippedBefore, stored, text, forms.zippedAfter, trailer]);
}

export function sizeOfNonceForms({ after, zippedBefore, zippedAfter }: NonceForms) {
  return [after, zippedBefore, zippedAfter].reduce((sum, part) => sum + part.byteLength, 0);
}
