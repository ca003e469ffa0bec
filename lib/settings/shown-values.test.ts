import { expect, test } from 'vitest';
import { AppError } from '@/lib/platform/errors';
import { changedByForm, changedSince, shownValues } from './shown-values';

type Footer = { copyright: string; links: { name: string }[] };
const first: Footer = { copyright: 'Quay', links: [{ name: 'Mastodon' }] };
const shown = shownValues(first);

test('what a form leaves as it was shown stays as another person left it', () => {
  const present = { ...first, copyright: 'By Olga' };
  const wanted = { ...first, links: [] };
  expect(changedByForm(wanted, { shown, present })).toEqual({ copyright: 'By Olga', links: [] });
});

test('what another person changed, too, is refused with a sentence, and replaced when it is sent again', () => {
  const present = { ...first, links: [{ name: 'By Olga' }] };
  const wanted = { ...first, links: [{ name: 'By Ida' }] };
  const error = refusalOf(() => changedByForm(wanted, { shown, present }));
  expect(error).toMatchObject({ code: 'conflict', message: changedSince, fields: { links: changedSince } });
  expect(changedByForm(wanted, { shown: error!.values.shown!, present })).toEqual(wanted);
});

test('two who change it to the same do not disagree', () => {
  const wanted = { ...first, copyright: 'Pier' };
  expect(changedByForm(wanted, { shown, present: wanted })).toEqual(wanted);
});

test.each(['', 'null', '7', '{"copyright":7}', '{not json'])('%s was shown by no form: it takes all', (other) => {
  const wanted = { ...first, links: [] };
  const present = { ...first, links: [{ name: 'By Olga' }] };
  const attempt = () => changedByForm(wanted, { shown: other, present });
  expect(refusalOf(attempt)).toBeNull();
  expect(attempt()).toEqual(wanted);
});

function refusalOf(attempt: () => unknown) {
  try {
    attempt();
    return null;
  } catch (error) {
    if (error instanceof AppError) return error;
    throw error;
  }
}
