/** An entry as its records in a zip have it; `isStreamed`: its size and sum were not known when it began. */
export type ZipEntry = { name: Buffer; offset: number; size: number; sum: number; isStreamed: boolean };

const MAX_32 = 0xffffffff;
const MAX_16 = 0xffff;
/** Midnight of 1 January 1980, the first that a zip can hold. */
const DATE = 0x21;
const NAMES_IN_UTF8 = 0x0800;
const SIZES_FOLLOW = 0x0008;
const PLAIN_VERSION = 20;
const ZIP64_VERSION = 45;
const MADE_ON_UNIX = (3 << 8) | 63;
const MODE = 0o100644;

/** What stands before the bytes of an entry. */
export function localHeader({ name, size, sum, isStreamed }: ZipEntry) {
  const bytes = Buffer.alloc(30);
  bytes.writeUInt32LE(0x04034b50, 0);
  writeFacts(bytes, 4, { version: PLAIN_VERSION, isStreamed });
  if (!isStreamed) writeSizes(bytes, 14, { size, sum });
  bytes.writeUInt16LE(name.length, 26);
  return Buffer.concat([bytes, name]);
}

/** What stands after the bytes of an entry that was streamed. */
export function dataDescriptor({ size, sum }: ZipEntry) {
  const isLong = size >= MAX_32;
  const bytes = Buffer.alloc(isLong ? 24 : 16);
  bytes.writeUInt32LE(0x08074b50, 0);
  if (!isLong) return writeSizes(bytes, 4, { size, sum });
  bytes.writeUInt32LE(sum, 4);
  bytes.writeBigUInt64LE(BigInt(size), 8);
  bytes.writeBigUInt64LE(BigInt(size), 16);
  return bytes;
}

/** The record of an entry in the directory at the end. */
export function directoryRecord({ name, offset, size, sum, isStreamed }: ZipEntry) {
  const isLong = size >= MAX_32 || offset >= MAX_32;
  const extra = isLong ? longSizes(size, offset) : Buffer.alloc(0);
  const bytes = Buffer.alloc(46);
  bytes.writeUInt32LE(0x02014b50, 0);
  bytes.writeUInt16LE(MADE_ON_UNIX, 4);
  writeFacts(bytes, 6, { version: isLong ? ZIP64_VERSION : PLAIN_VERSION, isStreamed });
  writeSizes(bytes, 16, { size: isLong ? MAX_32 : size, sum });
  bytes.writeUInt16LE(name.length, 28);
  bytes.writeUInt16LE(extra.length, 30);
  bytes.writeUInt32LE((MODE << 16) >>> 0, 38);
  bytes.writeUInt32LE(isLong ? MAX_32 : offset, 42);
  return Buffer.concat([bytes, name, extra]);
}

/** The end of a zip, whose directory of so many entries begins at `start`. */
export function endRecords({ count, start, size }: { count: number; start: number; size: number }) {
  const isLong = count >= MAX_16 || start >= MAX_32 || size >= MAX_32;
  const bytes = Buffer.alloc(22);
  bytes.writeUInt32LE(0x06054b50, 0);
  bytes.writeUInt16LE(isLong ? MAX_16 : count, 8);
  bytes.writeUInt16LE(isLong ? MAX_16 : count, 10);
  bytes.writeUInt32LE(isLong ? MAX_32 : size, 12);
  bytes.writeUInt32LE(isLong ? MAX_32 : start, 16);
  return isLong ? Buffer.concat([longEnd({ count, start, size }), bytes]) : bytes;
}

function longEnd({ count, start, size }: { count: number; start: number; size: number }) {
  const bytes = Buffer.alloc(76);
  bytes.writeUInt32LE(0x06064b50, 0);
  bytes.writeBigUInt64LE(44n, 4);
  bytes.writeUInt16LE(MADE_ON_UNIX, 12);
  bytes.writeUInt16LE(ZIP64_VERSION, 14);
  bytes.writeBigUInt64LE(BigInt(count), 24);
  bytes.writeBigUInt64LE(BigInt(count), 32);
  bytes.writeBigUInt64LE(BigInt(size), 40);
  bytes.writeBigUInt64LE(BigInt(start), 48);
  bytes.writeUInt32LE(0x07064b50, 56);
  bytes.writeBigUInt64LE(BigInt(start + size), 64);
  bytes.writeUInt32LE(1, 72);
  return bytes;
}

function longSizes(size: number, offset: number) {
  const bytes = Buffer.alloc(28);
  bytes.writeUInt16LE(1, 0);
  bytes.writeUInt16LE(24, 2);
  bytes.writeBigUInt64LE(BigInt(size), 4);
  bytes.writeBigUInt64LE(BigInt(size), 12);
  bytes.writeBigUInt64LE(BigInt(offset), 20);
  return bytes;
}

/** Version, flags, method (stored) and time, as both headers have them. */
function writeFacts(bytes: Buffer, at: number, { version, isStreamed }: { version: number; isStreamed: boolean }) {
  bytes.writeUInt16LE(version, at);
  bytes.writeUInt16LE(isStreamed ? NAMES_IN_UTF8 | SIZES_FOLLOW : NAMES_IN_UTF8, at + 2);
  bytes.writeUInt16LE(DATE, at + 8);
}

function writeSizes(bytes: Buffer, at: number, { size, sum }: { size: number; sum: number }) {
  bytes.writeUInt32LE(sum, at);
  bytes.writeUInt32LE(size, at + 4);
  bytes.writeUInt32LE(size, at + 8);
  return bytes;
}
