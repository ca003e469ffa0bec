import { uuidv7 } from 'uuidv7';

const pattern = /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

/** A new id (UUIDv7, RFC 9562): unique across processes and sorted by the time of its making. */
export function newId() {
  return uuidv7();
}

export function isId(value: string) {
  return pattern.test(value);
}
