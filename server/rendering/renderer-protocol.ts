import type { Rendering } from './application';

/**
 * Requests go to a renderer over HTTP, with a header that says in which manner to answer: a whole rendering with what it
 * depended on, of a document or of anything else; piece by piece to one person; or only whether pages can be made.
 */
export type Manner = 'document' | 'whole' | 'person' | 'readiness';
export const MANNER_HEADER = 'x-masthead-manner';
/** The moment of the sender's clock: whatever was stale by then must not be answered with. */
export const CLOCK_HEADER = 'x-masthead-clock';
export const REQUEST_ID_HEADER = 'x-masthead-request';
/** On an answer that is none: "away" where the database is the reason, which is said by whoever asked. */
export const FAILED_HEADER = 'x-masthead-failed';

/** The database cannot be asked just now: the answer is to be made without it. */
export class DatabaseAway extends Error {}

const LENGTH_BYTES = 4;

/** A rendering as bytes: the length of what is said about the body, that as JSON, and the body. */
export function pack({ answer: { body, ...answer }, ...rest }: Rendering): Buffer {
  const about = Buffer.from(JSON.stringify({ answer, ...rest }));
  const length = Buffer.alloc(LENGTH_BYTES);
  length.writeUInt32BE(about.byteLength);
  return Buffer.concat([length, about, body]);
}

/** What pack() was given. */
export function unpack(bytes: Buffer): Rendering {
  const bodyAt = LENGTH_BYTES + bytes.readUInt32BE();
  const about = JSON.parse(bytes.toString('utf8', LENGTH_BYTES, bodyAt)) as Rendering;
  // JSON has no word for "never".
  const expiresAt = about.expiresAt ?? Infinity;
  return { ...about, expiresAt, answer: { ...about.answer, body: bytes.subarray(bodyAt) } };
}
