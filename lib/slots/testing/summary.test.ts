import { expect, test } from 'vitest';
import { nothingSeen } from '@/tests/factories/seen-of-code';
import { describeResult, formatBytes, summarise } from './summary';
import type { TestResult } from './test-result';

const quiet: TestResult = {
  ...nothingSeen,
  isolation: 'sandboxed',
  sizes: [{ frame: 320, width: 300, height: 250 }],
  silent: 0,
};
const busy: TestResult = {
  ...quiet,
  writes: 1,
  focus: 2,
  scrolls: 3,
  entries: 1,
  popups: 1,
  dialogs: 2,
  hosts: ['a.example', 'b.example', 'c.example'],
  requests: 9,
  bytes: 412_300,
  hidden: 2,
  longTasks: 2,
  longTaskMs: 1_240,
  shift: 0.254,
  errors: ['ReferenceError: x is not defined'],
  refused: ['d.example (frame-src)'],
  leaves: ['away.example'],
  silent: 1,
};

test('a result in short tells hosts, weight and what a reader would notice', () => {
  expect(summarise({ ...quiet, hosts: busy.hosts, requests: 3, bytes: 412_300, writes: 1 })).toBe(
    'Asked 3 hosts: a.example, b.example, c.example. 412 kB. Called document.write once. Never took the keyboard focus.',
  );
  expect(summarise(quiet)).toBe('Asked no other host. Requested nothing. Never took the keyboard focus.');
  expect(summarise(busy)).toBe(
    'Asked 3 hosts: a.example, b.example, c.example. ' +
      '412 kB, and 2 responses of unknown size: their servers do not allow browsers to read it. Called document.write once. ' +
      'Kept the browser busy 2 times for more than 50 ms, 1,240 ms in all. ' +
      'Moved its own content by 0.25 (layout shift). Tried to take the keyboard focus twice. ' +
      'Tried to scroll the page 3 times. Tried to add 1 entry to the browser’s history. ' +
      'Tried to open a window once. Tried to open a dialog twice. ' +
      'Tried to lead the reader to away.example; the browser refused it. 1 error. ' +
      '1 request refused by the browser’s policy. At 1 width it did not answer: it replaced its own page, or kept it too busy.',
  );
});

test('a result in full says of everything whether it happened, and warns of what readers notice', () => {
  const lines = describeResult(quiet);
  expect(lines.filter(({ warns }) => warns)).toEqual([]);
  expect(lines.map(({ words }) => words)).toEqual([
    'Asked no other host.',
    'Requested nothing.',
    'Never kept the browser busy for long.',
    'Nothing moved inside its frame.',
    'In a frame 320 pixels wide it was 300\u00a0×\u00a0250.',
    'Never called document.write.',
    'Never took the keyboard focus.',
    'Never scrolled the page.',
    'Added nothing to the browser’s history.',
    'Opened no windows.',
    'Opened no dialogs.',
    'Was not seen trying to lead the reader elsewhere.',
    'No errors.',
    'The content security policy refused nothing.',
  ]);
  const warned = describeResult(busy).filter(({ warns }) => warns);
  expect(warned).toHaveLength(11);
  expect(warned.map(({ words }) => words)).toContain('Error: ReferenceError: x is not defined');
});

test.each([
  [{ hosts: ['a.example'], requests: 1, hidden: 1 }, 'Asked 1 host: a.example. 1 response of unknown size'],
  [{ hosts: Array.from({ length: 50 }, () => 'h.example') }, 'Asked at least 50 hosts: '],
  [{ sizes: [], silent: 3 }, 'It did not answer'],
])('in short: %j', (more, words) => {
  expect(summarise({ ...quiet, ...more })).toContain(words);
});

test('code that shows nothing, or more than its frame is wide, is pointed out', () => {
  const sizes = [
    { frame: 320, width: 0, height: 0 },
    { frame: 728, width: 970, height: 90 },
  ];
  const lines = describeResult({ ...quiet, sizes }).filter(({ warns }) => warns);
  expect(lines.map(({ words }) => words)).toEqual([
    'In a frame 320 pixels wide it showed nothing.',
    'In a frame 728 pixels wide it was 970\u00a0×\u00a090.',
  ]);
});

test('bytes are told in the unit that fits', () => {
  expect([0, 999, 1_000, 412_345, 999_499, 999_500, 12_345_678].map(formatBytes)).toEqual([
    '0 bytes',
    '999 bytes',
    '1 kB',
    '412 kB',
    '999 kB',
    '1.0 MB',
    '12.3 MB',
  ]);
});
