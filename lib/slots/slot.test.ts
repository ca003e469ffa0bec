import { expect, test } from 'vitest';
import { planSlots } from './planning';
import { parseStored, rulesSchema } from './slot';

const rules = JSON.stringify(rulesSchema.parse({ pages: ['post'], minimumWords: 300 }));

test('what was stored is read as it was', () => {
  expect(parseStored('{"every":4}', rules)).toMatchObject({
    isUnreadable: false,
    position: { every: 4 },
    rules: { pages: ['post'], minimumWords: 300 },
  });
});

test.each([
  ['{}', 'no json'],
  ['{}', '[]'],
  ['{}', '{"pages":["moon"]}'],
  ['{}', '{"notTags":"politics"}'],
  ['null', rules],
  ['{"every":-1}', rules],
])('a slot whose position %s or rules %s cannot be read stands on no page', (position, stored) => {
  const read = parseStored(position, stored);
  const slot = { placement: 'header', enabled: true, creative: null, ...read } as const;

  expect(read.isUnreadable).toBe(true);
  for (const type of ['home', 'post', 'page', 'tag', 'author', 'archive', 'not-found'] as const)
    expect(planSlots([slot], { type, words: 1_000 }, new Date()).header).toEqual([]);
});
