import { expect, test } from 'vitest';
import { differenceLines } from './import-mirror';

const none = { missing: [], gone: [], own: [], edited: [], comments: [] };

test('what differs is listed by its kind, and what is too much for a terminal is counted', () => {
  const line = (address: string) => ({ address, title: 'Boats', why: 'It is not here.' });
  const gone = Array.from({ length: 102 }, (_, at) => line(`/gone-${at}`));
  const lines = differenceLines({ ...none, missing: [line('/a')], gone, comments: [{ address: '/b', count: 2 }] });
  expect(lines.slice(0, 6)).toEqual([
    '',
    'There and not here:',
    '  /a  Boats  It is not here.',
    '',
    'Comments there and not here:',
    '  /b  2 comments',
  ]);
  expect(lines).toContain('  and 2 more; --json prints them all');
  expect(lines).not.toContain('Written here:');
  expect(lines.at(-1)).toBe('Not all of it is here yet.');
  expect(differenceLines(none)).toEqual(['', 'All that everyone can read there is here.']);
});
