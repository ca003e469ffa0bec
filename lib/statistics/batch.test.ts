import { expect, test } from 'vitest';
import { newId } from '@/lib/platform/ids';
import { parseBatch } from './batch';

const box = `header-slot.${newId()}.1`;
const sent = { id: 'lk3j2h1-x8s7d6', page: 'post', post: newId(), from: '', narrow: false, events: [['view']] };

test('reads what pages send', () => {
  const events = [['view'], ['slot', box, 0, [12, 80]], ['slot', box, 2, [12, 80, 1_080]], ['click', box], ['return']];
  expect(parseBatch({ ...sent, events })).toEqual({ ...sent, events });
  expect(parseBatch({ id: 'lk3j2h1-x8s7d6', narrow: true, events: [['click', box]] })).not.toBeNull();
});

test.each([-5, 1e9, Number.NaN, 'high', null, {}])('a height of %s is none, and spoils nothing else', (height) => {
  const of = (last: unknown) =>
    parseBatch({ ...sent, events: [['view'], ['slot', box, 2, [1, 2, 1_003], last]] })?.events;

  expect(of(height)).toHaveLength(2);
  expect(of(height)?.[1]?.[4]).toBeUndefined();
  expect(of(301.5)?.[1]?.[4]).toBe(301.5);
});

test.each([
  ['Example.ORG', 'example.org'],
  ['www.example.org', 'example.org'],
  ['xn--bcher-kva.example', 'xn--bcher-kva.example'],
  ['', ''],
  ['=cmd()', ''],
  ['<b>.example', ''],
  [`${'a'.repeat(300)}.example`, ''],
])('the host “%s” is kept as “%s”', (from, kept) => {
  expect(parseBatch({ ...sent, from })?.from).toBe(kept);
});

test.each([
  null,
  [],
  'view',
  {},
  { ...sent, id: '' },
  { ...sent, id: 'a b c d e f g' },
  { ...sent, page: 'search' },
  { ...sent, post: "'; DROP TABLE" },
  { ...sent, from: 'a'.repeat(2_000) },
  { ...sent, narrow: 'yes' },
  { ...sent, events: [] },
  { ...sent, events: Array.from({ length: 101 }, () => ['view']) },
  { ...sent, events: [['buy', box]] },
  { ...sent, events: [['view', 2]] },
  { ...sent, events: [['click', 'x']] },
  { ...sent, events: [['slot', box, 0, []]] },
  { ...sent, events: [['slot', box, 3, [1, 2, 3]]] },
  { ...sent, events: [['slot', box, 0, [1, 2, 3, 4]]] },
  { ...sent, events: [['slot', box, 0, [-1]]] },
  { ...sent, events: [['slot', box, 0, [1.5]]] },
  { ...sent, events: [['slot', `${box}0`, 0, [1e15]]] },
  { ...sent, events: [['click', `${'s'.repeat(65)}.${newId()}.1`]] },
  { ...sent, events: [['click', `header-slot.${newId()}.0`]] },
])('refuses anything else: %j', (body) => {
  expect(parseBatch(body)).toBeNull();
});
