import { z } from 'zod';

/** Identifies an editor session and its last change (ms): tells whether a local draft is older than the saved text. */
export const saveMark = z.object({
  visit: z
    .string()
    .regex(
      /^[\w-]{1,60}$/,
      'This page was not loaded completely, so nothing was saved. Reload it: your text is saved in this browser.',
    ),
  at: z.number().int().nonnegative(),
});

export type SaveMark = z.output<typeof saveMark>;
export type SaveMarks = Record<string, number>;

const MAX_MARKS = 8;
const stored = z.array(z.tuple([z.string(), z.number()])).catch([]);

/** Adds a save mark, newest first; only the last few are stored. */
export function withSaveMark(marks: string | null, { visit, at }: SaveMark) {
  const others = read(marks).filter(([known]) => known !== visit);
  return JSON.stringify([[visit, at], ...others].slice(0, MAX_MARKS));
}

export function readMarks(marks: string | null): SaveMarks {
  return Object.fromEntries(read(marks));
}

function read(marks: string | null) {
  return stored.parse(marks === null ? [] : JSON.parse(marks));
}
