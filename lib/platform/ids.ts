import { uuidv7 } from 'uuidv7';

/** A new id (UUIDv7, RFC 9562): unique across processes and sorted by the time of its making. */
export function newId() {
  return uuidv7();
}
