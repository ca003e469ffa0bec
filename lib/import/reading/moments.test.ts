import { expect, test } from 'vitest';
import { momentOf, writtenMoment } from './moments';

test.each([
  ['2014-05-06T10:30:00.123-04:00', '2014-05-06T14:30:00.123Z'],
  ['2014-05-06T10:30:00Z', '2014-05-06T10:30:00.000Z'],
  ['2014-05-06 10:30:00', '2014-05-06T10:30:00.000Z'],
  ['2014-05-06', '2014-05-06T00:00:00.000Z'],
  [1_399_372_200_000, '2014-05-06T10:30:00.000Z'],
  [1_399_372_200, '2014-05-06T10:30:00.000Z'],
  ['1399372200000', '2014-05-06T10:30:00.000Z'],
])('%s is %s', (value, iso) => expect(momentOf(value)?.toISOString()).toBe(iso));

test.each(['', '0000-00-00 00:00:00', '2014-02-31', '2014-13-01', '2014-05-06T25:00:00Z', 'yesterday', null, NaN, {}])(
  '%s is no moment',
  (value) => expect(momentOf(value)).toBeNull(),
);

test('a written moment has an offset only if it names one', () => {
  expect(writtenMoment('2014-05-06T10:30:00-04:30')?.minutes).toBe(-270);
  expect(writtenMoment('2014-05-06T10:30:00Z')?.minutes).toBe(0);
  expect(writtenMoment('2014-05-06T10:30:00')?.minutes).toBeNull();
});
