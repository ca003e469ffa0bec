import { zipEntries } from '@/lib/import/archives/entries';

/** The entries of a zip by their names, in its order. */
export async function entriesIn(path: string): Promise<Record<string, Buffer>> {
  const entries: Record<string, Buffer> = {};
  for await (const { name, content } of zipEntries(path)) {
    const chunks: Uint8Array[] = [];
    for await (const chunk of content) chunks.push(chunk);
    entries[name] = Buffer.concat(chunks);
  }
  return entries;
}
