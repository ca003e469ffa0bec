import 'server-only';
import { createReadStream } from 'node:fs';
import { basename } from 'node:path';
import { JSONParser } from '@streamparser/json';
import { AppError } from '@/lib/platform/errors';
import type { ExportFile } from '../importer';

/** A value of the file and the keys that lead to it. */
export type JsonRow = { keys: readonly (string | number)[]; value: unknown };

/** Limits what is held at a time, against hostile files. */
const MAX_ROW_BYTES = 64 * 1024 * 1024;
const byteOrderMark = Buffer.from('\uFEFF');

/**
 * Passes on the values at these paths (`$.posts.*`) one by one, in constant memory: no path may lead to what holds the values
 * of another. Refuses what is no JSON, or breaks off, in a sentence with the line.
 */
export async function readJsonRows(file: ExportFile, paths: string[], take: (row: JsonRow) => void) {
  const parser = new JSONParser({ paths, keepStack: false });
  let unsettled = 0;
  parser.onValue = ({ value, key, stack }) => {
    unsettled = 0;
    const keys = [...stack.slice(1).map((above) => above.key), key];
    take({ keys: keys.filter((one) => one !== undefined), value });
  };
  let bytesBefore = 0;
  let isRead = false;
  try {
    for await (const chunk of createReadStream(file.path, { highWaterMark: 64 * 1024 })) {
      const bytes = chunk as Buffer;
      const isMarked = bytesBefore === 0 && bytes.subarray(0, 3).equals(byteOrderMark);
      parser.write(isMarked ? bytes.subarray(3) : bytes);
      bytesBefore += bytes.length;
      unsettled += bytes.length;
      if (unsettled > MAX_ROW_BYTES) throw await refusal(file, 'has an entry that is larger than 64 MB', bytesBefore);
    }
    isRead = true;
    if (!parser.isEnded) parser.end();
  } catch (error) {
    if (error instanceof AppError || !(error instanceof Error) || 'syscall' in error) throw error;
    const what = isRead ? 'is incomplete: it breaks off' : 'is no valid JSON';
    throw await refusal(file, what, positionOf(error) ?? bytesBefore);
  }
}

function positionOf({ message }: Error) {
  const position = /position "(\d+)"/.exec(message)?.[1];
  return position === undefined ? null : Number(position);
}

async function refusal(file: ExportFile, what: string, position: number) {
  const line = (await linesBefore(file.path, position)) + 1;
  return new AppError(
    'invalid',
    `${file.label || basename(file.path)} ${what} (line ${line}): nothing was imported. Export again and choose the new file.`,
  );
}

async function linesBefore(path: string, position: number) {
  let lines = 0;
  if (position === 0) return lines;
  for await (const chunk of createReadStream(path, { end: position - 1 })) {
    const bytes = chunk as Buffer;
    for (let at = bytes.indexOf(10); at >= 0; at = bytes.indexOf(10, at + 1)) lines += 1;
  }
  return lines;
}
