import 'server-only';
import { createReadStream } from 'node:fs';
import { basename } from 'node:path';
import { AppError } from '@/lib/platform/errors';
import type { ExportFile } from '../importer';

/** Limits what is held at a time, against hostile files. */
const MAX_LINE_LENGTH = 16 * 1024 * 1024;

/** Reads a file of one JSON value a line, in constant memory. `value` is undefined for a line that is no JSON. */
export async function* readJsonLines(file: ExportFile): AsyncGenerator<{ line: number; value: unknown }> {
  const decoder = new TextDecoder();
  // Joined once a line ends: what has been searched is not searched again.
  let begun: string[] = [];
  let length = 0;
  let line = 0;
  for await (const chunk of createReadStream(file.path, { highWaterMark: 64 * 1024 })) {
    const [first = '', ...more] = decoder.decode(chunk as Buffer, { stream: true }).split('\n');
    begun.push(first);
    length += first.length;
    for (const next of more) {
      line += 1;
      const text = begun.join('');
      if (text.trim() !== '') yield { line, value: parsed(text) };
      begun = [next];
      length = next.length;
    }
    if (length > MAX_LINE_LENGTH) throw tooLong(file, line + 1);
  }
  const text = begun.join('') + decoder.decode();
  if (text.trim() !== '') yield { line: line + 1, value: parsed(text) };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function tooLong({ path, label }: ExportFile, line: number) {
  return new AppError(
    'invalid',
    `${label || basename(path)} has an entry that is larger than 16 MB (line ${line}), which no export of a site does: nothing was imported. Export again and choose the new file.`,
  );
}
