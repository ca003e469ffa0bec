import { expect, test } from 'vitest';
import { readLooseDate } from './loose-dates';

test.each([
  ['2021-9-1', '2021-09-01T00:00:00.000Z'],
  ['2021-09-01T10:20:30.5Z', '2021-09-01T10:20:30.000Z'],
  ['2021-09-01 10:20 +0200', '2021-09-01T08:20:00.000Z'],
  ['2021/09/01', '2021-09-01T00:00:00.000Z'],
  ['Jul 08 2022', '2022-07-08T00:00:00.000Z'],
  ['July 8th, 2022', '2022-07-08T00:00:00.000Z'],
  ['Wed, 02 Oct 2002 08:00:00 EST', '2002-10-02T13:00:00.000Z'],
  ['02 Oct 02 08:00 GMT', '2002-10-02T08:00:00.000Z'],
  ['07/01/2003 04:05:06 PM', '2003-07-01T16:05:06.000Z'],
  ['07/01/2003 12:05:06 AM', '2003-07-01T00:05:06.000Z'],
  [1_600_000_000, '2020-09-13T12:26:40.000Z'],
])('%s is a moment', (text, iso) => expect(readLooseDate(text)?.toISOString()).toBe(iso));

test('a moment without an offset is by the clock of the site', () => {
  expect(readLooseDate('2021-07-01 10:00:05', 'Europe/Oslo')?.toISOString()).toBe('2021-07-01T08:00:05.000Z');
  expect(readLooseDate('2021-01-01 10:00', 'Europe/Oslo')?.toISOString()).toBe('2021-01-01T09:00:00.000Z');
});

test.each(['2021-02-31', 'soon', '13/13/2003', '2021-09-01 25:00', '', null, true, {}, new Date('x')])(
  '%s is none',
  (value) => expect(readLooseDate(value)).toBeNull(),
);
