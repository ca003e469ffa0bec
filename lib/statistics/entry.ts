import { z } from 'zod';
import type { PageBatch } from './batch';
import type { Mark } from './reader-sketch';
import type { Reason } from './reasons';

/** What is noted about one request. Nothing in it leads back to a reader: the address is not there. */
export type Entry = {
  /** When it arrived, in ms since the epoch, and the site's day of that. */
  at: number;
  day: string;
  /** Why nothing in it counts; the events are named for the totals. */
  refused?: Reason;
  batch?: PageBatch;
  mark?: Mark;
  country?: string;
  /** Of a signed-in person, until the next write: staff are not counted. */
  userId?: string;
};

const dated = z.looseObject({ at: z.number(), day: z.string() });
const entry = z.custom<Entry>((value) => dated.safeParse(value).success);

export function writeEntries(entries: readonly Entry[]) {
  return entries.map((each) => `${JSON.stringify(each)}\n`).join('');
}

/** A line that was cut off by a power cut is left out. */
export function readEntries(lines: readonly string[]): Entry[] {
  return lines.flatMap((line) => {
    try {
      return [entry.parse(JSON.parse(line))];
    } catch {
      return [];
    }
  });
}
