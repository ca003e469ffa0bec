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
  let rest = '';
  let line = 0;
  for await (const chunk of createReadStream(file.path, { highWaterMark: 64 * 1024 })) {
    const lines = (rest + decoder.decode(chunk as Buffer, { stream: true })).split('\n');
    rest = lines.pop() ?? '';
    if (rest.length > MAX_LINE_LENGTH) throw tooLong(file, line + 1);
    for (const text of lines) {
      line += 1;
      if (text.trim() !== '') yield { line, value: parsed(text) };
    }
  }
  if (rest.trim() !== '') yield { line: line + 1, value: parsed(rest) };
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
