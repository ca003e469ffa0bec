import { expect, test } from 'vitest';
import { readMarks, saveMark, withSaveMark } from './save-marks';

test('the last mark of each visit counts', () => {
  const marks = withSaveMark(withSaveMark(withSaveMark(null, { visit: 'a', at: 1 }), { visit: 'b', at: 2 }), {
    visit: 'a',
    at: 3,
  });
  expect(readMarks(marks)).toEqual({ a: 3, b: 2 });
  expect(readMarks(null)).toEqual({});
});

test('only the last few visits are remembered', () => {
  let marks: string | null = null;
  for (let at = 0; at < 20; at += 1) marks = withSaveMark(marks, { visit: `visit-${at}`, at });
  expect(Object.keys(readMarks(marks))).toHaveLength(8);
  expect(readMarks(marks)).toMatchObject({ 'visit-19': 19 });
});

test.each([
  { visit: '', at: 1 },
  { visit: 'a b', at: 1 },
  { visit: 'a'.repeat(61), at: 1 },
  { visit: 'a', at: -1 },
])('refuses the mark %j', (mark) => {
  expect(saveMark.safeParse(mark).success).toBe(false);
});
