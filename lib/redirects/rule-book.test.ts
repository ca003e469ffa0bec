import { expect, test } from 'vitest';
import { LegacySystems } from './legacy-systems';
import { RuleBook, type Rule } from './rule-book';

const rule = (from: string, to: string, more: Partial<Rule> = {}): Rule => ({
  id: from,
  from,
  to,
  status: 301,
  kind: 'exact',
  ...more,
});
const prefix = { kind: 'prefix' };

function follow(one: Rule, ...others: Rule[]) {
  const book = new RuleBook(new LegacySystems([]));
  for (const other of others) book.put(other);
  return book.follow(one);
}

test('a target that no rule answers stays as it is', () => {
  expect(follow(rule('/a', '/b#part'))).toEqual({ to: '/b#part' });
  expect(follow(rule('/a', 'https://other.example/a'), rule('/a', '/x'))).toEqual({ to: 'https://other.example/a' });
});

test('a target that is redirected is passed over, with its query where the next target has none', () => {
  expect(follow(rule('/a', '/b'), rule('/b', '/c'), rule('/c', '/d'))).toEqual({ to: '/d' });
  expect(follow(rule('/a', '/b?x=1'), rule('/b', '/c'))).toEqual({ to: '/c?x=1' });
  expect(follow(rule('/a', '/old/b'), rule('/old', '/new', prefix))).toEqual({ to: '/new/b' });
  expect(follow(rule('/a', '/B/'), rule('/b', '/c'))).toEqual({ to: '/c' });
});

test('an exact rule is met before a prefix, and of prefixes the longest', () => {
  const rules = [rule('/old', '/new', prefix), rule('/old/b', '/c'), rule('/old/deep', '/other', prefix)];
  expect(follow(rule('/a', '/old/b'), ...rules)).toEqual({ to: '/c' });
  expect(follow(rule('/a', '/old/deep/x'), ...rules)).toEqual({ to: '/other/x' });
});

test('a temporary target stays, since it may come back', () => {
  expect(follow(rule('/a', '/b'), rule('/b', '/c', { status: 302 }))).toEqual({ to: '/b' });
});

test('a prefix is not led on by a rule for its target alone', () => {
  expect(follow(rule('/a', '/b', prefix), rule('/b', '/c'))).toEqual({ to: '/b' });
  expect(follow(rule('/a', '/b', prefix), rule('/b', '/c', prefix))).toEqual({ to: '/c' });
});

test.each([
  ['its own target', rule('/a', '/a?x=1'), []],
  ['another rule', rule('/a', '/b'), [rule('/b', '/a')]],
  ['two others', rule('/a', '/b'), [rule('/b', '/c'), rule('/c', '/a')]],
  ['a prefix', rule('/b/c', '/a/c'), [rule('/a', '/b', prefix)]],
  ['a folder of its own', rule('/a', '/a/b', prefix), []],
])('a circle over %s is a problem', (_, one, others) => {
  expect(follow(one, ...others)).toEqual({ problem: expect.stringMatching(/^The redirect would lead in a circle/) });
});

test('a target that is gone and a long chain are problems', () => {
  expect(follow(rule('/a', '/b'), rule('/b', '', { status: 410 }))).toEqual({
    problem: 'The target /b is marked as gone (410).',
    isGone: true,
  });
  const chain = [...'bcdefgh'].map((name, at) => rule(`/${name}`, `/${'cdefghi'[at]}`));
  expect(follow(rule('/a', '/b'), ...chain)).toEqual({ problem: 'The redirect would lead over more than 5 others.' });
});
