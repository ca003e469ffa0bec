import type { Rendering } from './application';

export type Mode = 'document' | 'whole' | 'personal' | 'readiness';
export const MODE_HEADER = 'x-masthead-mode';
/** Sender's clock: the receiver must apply all invalidations up to it first. */
export const CLOCK_HEADER = 'x-masthead-clock';
export const REQUEST_ID_HEADER = 'x-masthead-request';
/** "database" if the database is the cause. */
export const FAILED_HEADER = 'x-masthead-failed';

export class DatabaseUnavailable extends Error {}

const LENGTH_PREFIX_BYTES = 4;

/** Length of the metadata, metadata as JSON, body. */
export function pack({ answer: { body, ...answer }, ...rest }: Rendering): Buffer {
  const about = Buffer.from(JSON.stringify({ answer, ...rest }));
  const length = Buffer.alloc(LENGTH_PREFIX_BYTES);
  length.writeUInt32BE(about.byteLength);
  return Buffer.concat([length, about, body]);
}

export function unpack(bytes: Buffer): Rendering {
  const bodyAt = LENGTH_PREFIX_BYTES + bytes.readUInt32BE();
  const about = JSON.parse(bytes.toString('utf8', LENGTH_PREFIX_BYTES, bodyAt)) as Rendering;
  // JSON writes Infinity as null.
  const expiresAt = about.expiresAt ?? Infinity;
  return { ...about, expiresAt, answer: { ...about.answer, body: bytes.subarray(bodyAt) } };
}
