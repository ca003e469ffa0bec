import { uuidv7 } from 'uuidv7';

/** UUIDv7 (RFC 9562): unique and sorted by time of creation. */
export function newId() {
  return uuidv7();
}
