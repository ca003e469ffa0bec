import { promisify } from 'node:util';
import { constants, crc32, deflateRaw, inflateRawSync, type ZlibOptions } from 'node:zlib';

/** A page whose answers differ in a nonce alone: what is before and after it is compressed once. */
export type NonceForms = {
  head: string[];
  /** The place in the head whose text has the placeholder. */
  nonceAt: number;
  after: Buffer;
  /** With the header of gzip. */
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
  const head = Object.entries(headers).flat();
  return {
    head,
    nonceAt: head.findIndex((text) => text.includes(placeholder)),
    after,
    zippedBefore: Buffer.concat([GZIP_HEADER, zippedBefore]),
    zippedAfter,
    bytesBefore: before.byteLength,
    crcBefore: crc32(before),
  };
}

/** In two parts: what all answers share, and the rest. */
export type Body = [Buffer, Buffer];

/** Few clients take nothing compressed: the part before is not kept for them. */
export function plainWith(nonce: string, { zippedBefore, after }: NonceForms): Body {
  const deflated = zippedBefore.subarray(GZIP_HEADER.byteLength);
  const before = inflateRawSync(deflated, { finishFlush: constants.Z_SYNC_FLUSH });
  return [before, Buffer.concat([Buffer.from(nonce), after])];
}

/**
 * The same as gzip, without compressing it again: the part before ends with a flush, the nonce is a block that is stored
 * as it is, the part after refers to nothing before it (RFC 1951, 3.2.4; RFC 1952).
 */
export function zippedWith(nonce: string, { zippedBefore, zippedAfter, after, ...before }: NonceForms): Body {
  const length = nonce.length;
  const rest = Buffer.allocUnsafe(STORED_HEADER_BYTES + length + zippedAfter.byteLength + TRAILER_BYTES);
  rest[0] = 0;
  rest.writeUInt16LE(length, 1);
  rest.writeUInt16LE(~length & 0xffff, 3);
  rest.write(nonce, STORED_HEADER_BYTES, 'latin1');
  zippedAfter.copy(rest, STORED_HEADER_BYTES + length);
  const text = rest.subarray(STORED_HEADER_BYTES, STORED_HEADER_BYTES + length);
  const trailerAt = rest.byteLength - TRAILER_BYTES;
  rest.writeUInt32LE(crc32(after, crc32(text, before.crcBefore)), trailerAt);
  rest.writeUInt32LE(before.bytesBefore + length + after.byteLength, trailerAt + 4);
  return [zippedBefore, rest];
}

export function sizeOfNonceForms({ after, zippedBefore, zippedAfter }: NonceForms) {
  return [after, zippedBefore, zippedAfter].reduce((sum, part) => sum + part.byteLength, 0);
}
