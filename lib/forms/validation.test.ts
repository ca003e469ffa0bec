import { expect, test } from 'vitest';
import { z } from 'zod';
import { AppError } from '../platform/errors';
import { problemsOf, validated, validatedWith } from './validation';

const schema = z.object({
  text: z.string().max(3),
  own: z.string({ error: 'Enter your name.' }).max(3, 'That name is too long.'),
  count: z.coerce.number().int().min(1).max(9),
  choice: z.enum(['a', 'b']),
  list: z.array(z.string()).max(2),
  either: z.union([z.boolean(), z.string()]),
  file: z.instanceof(File).optional(),
  email: z.email(),
});
const right = { text: 'abc', own: 'me', count: '3', choice: 'a', list: ['x'], either: 'on', email: 'a@b.example' };
const schemaWords = /invalid|expected|received|undefined|NaN|instance|input|array|string/i;

test('accepts valid input', () => {
  expect(validated(schema, right)).toMatchObject({ count: 3, choice: 'a' });
});

test.each([
  [{ text: ['a', 'b'] }, 'text', 'Please enter one value here, as text.'],
  [{ text: undefined }, 'text', 'Please fill this in.'],
  [{ text: 'abcd' }, 'text', 'Please use at most 3 characters here.'],
  [{ own: ['a'] }, 'own', 'Enter your name.'],
  [{ own: 'abcd' }, 'own', 'That name is too long.'],
  [{ count: 'many' }, 'count', 'Please enter a number here.'],
  [{ count: '0' }, 'count', 'Please use at least 1 here.'],
  [{ choice: 'c' }, 'choice', 'Please choose one of what is offered here.'],
  [{ list: ['a', 'b', 'c'] }, 'list', 'Please use at most 2 entries here.'],
  [{ list: 'a' }, 'list', /^Please/],
  [{ either: ['a'] }, 'either', 'Please check what you entered here.'],
  [{ file: 'a' }, 'file', /^Please/],
  [{ email: 'nobody' }, 'email', 'Please check what you entered here.'],
])('explains %o in plain words', (wrong, field, sentence) => {
  let told: unknown;
  try {
    validated(schema, { ...right, ...wrong });
  } catch (error) {
    told = error;
  }
  expect(told).toBeInstanceOf(AppError);
  const { message, fields } = told as AppError;
  expect(fields[field]).toMatch(sentence);
  expect(message).not.toMatch(schemaWords);
});

test('refuses input that is no form', () => {
  for (const value of [null, undefined, 'text', [], 7]) expect(() => validated(schema, value)).toThrow(/^Please/);
});

const nameAndPassword = z.object({ name: z.string().min(2, 'Enter your name.'), password: z.string() });
const weak = async (texts: (name: string) => string) =>
  problemsOf([
    texts('password') === 'good'
      ? Promise.resolve()
      : Promise.reject(new AppError('invalid', 'Too weak.', { fields: { password: 'Too weak.' } })),
  ]);

test('what a schema cannot check is reported together with what it can, in the order of the form', async () => {
  const attempt = validatedWith(nameAndPassword, { password: 'bad', name: '' }, weak);
  const error = await attempt.catch((reason: unknown) => reason);
  expect(error).toMatchObject({ code: 'invalid', message: 'Too weak.' });
  expect(Object.entries((error as AppError).fields)).toEqual([
    ['password', 'Too weak.'],
    ['name', 'Enter your name.'],
  ]);
  await expect(validatedWith(nameAndPassword, { name: 'Ida', password: ['good'] }, weak)).rejects.toMatchObject({
    fields: { password: 'Please enter one value here, as text.' },
  });
  expect(await validatedWith(nameAndPassword, { name: 'Ida', password: 'good' }, weak)).toEqual({
    name: 'Ida',
    password: 'good',
  });
});

test('rethrows an error that belongs to no field', async () => {
  const banned = new AppError('forbidden', 'No.');
  await expect(problemsOf([Promise.reject(banned)])).rejects.toBe(banned);
});
