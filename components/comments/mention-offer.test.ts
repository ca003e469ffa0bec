import { expect, test } from 'vitest';
import { offeredFor } from './mention-offer';

const people = ['Ida Brandt', 'Ole Petersen', 'Åse'].map((name) => ({ name, typed: name }));
const offered = (before: string) => {
  const offer = offeredFor(before, people);
  return offer && [offer.start, ...offer.people.map(({ name }) => name)];
};

test.each([
  ['@', [1, 'Ida Brandt', 'Ole Petersen', 'Åse']],
  ['Ask @id', [5, 'Ida Brandt']],
  ['Ask @Ida Br', [5, 'Ida Brandt']],
  ['Ask @pet', [5, 'Ole Petersen']],
  ['(@åS', [2, 'Åse']],
  ['Ask @Ida Brandt now', null],
  ['ida@', null],
  ['Ask', null],
  ['@Ida\nand', null],
])('behind %j is offered %j', (text, expected) => {
  expect(offered(text)).toEqual(expected);
});
