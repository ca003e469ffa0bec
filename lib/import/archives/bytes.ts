import 'server-only';
import { open } from 'node:fs/promises';

/** The first bytes of a file; fewer if it has fewer. */
export async function headOf(file: string, length: number) {
  const handle = await open(file, 'r');
  try {
    const { buffer, bytesRead } = await handle.read(new Uint8Array(length), 0, length, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await handle.close();
  }
}

/** Narrows the untyped chunks of a stream to bytes. */
export function bytesOf(stream: AsyncIterable<unknown>) {
  return stream as AsyncIterable<Uint8Array>;
}
