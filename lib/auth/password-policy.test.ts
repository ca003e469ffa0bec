import { describe, expect, test } from 'vitest';
import { passwordProblem } from './password-policy';

const ida = { name: 'Ida Brandt', email: 'ida.b@example.org' };

describe('passwordProblem', () => {
  test.each([
    'nets dry on the quay',
    'Wet-Rope-77-Lantern',
    'savannah harbour',
    'gezeitentafel',
    '潮が引くと船が眠る',
    'a long walk to the lighthouse with Ida',
    'x'.repeat(60) + 'yz tide',
  ])('%s will do', (password) => {
    expect(passwordProblem(password, ida)).toBeNull();
  });

  test.each([
    ['', 'at least 8'],
    ['harbour', 'at least 8'],
    ['🐟🐟🐠🐡', 'at least 8'],
    ['t'.repeat(64) + 'ide '.repeat(20), 'at most 128'],
    ['password', 'first passwords'],
    ['Password123!', 'first passwords'],
    ['P@ssw0rd2026', 'first passwords'],
    ['monkey1987', 'first passwords'],
    ['!!letmein!!', 'first passwords'],
    ['qwertyuiop', 'first passwords'],
    ['1987-06-24', 'first passwords'],
    ['aaaaaaaaaa', 'too regular'],
    ['abababab', 'too regular'],
    ['12345678', 'too regular'],
    ['hgfedcba', 'too regular'],
    ['idabrandt1', 'own name'],
    ['Brandt2026', 'own name'],
    ['ida.b@example.org', 'own name'],
  ])('%s is refused: %s', (password, reason) => {
    expect(passwordProblem(password, ida)).toContain(reason);
  });
});
