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
  ])('accepts %s', async (password) => {
    expect(await passwordProblem(password, ida)).toBeNull();
  });

  test.each([
    ['', 'at least 8'],
    ['harbour', 'at least 8'],
    ['🐟🐟🐠🐡', 'at least 8'],
    ['t'.repeat(64) + 'ide '.repeat(20), 'at most 128'],
    ['password', 'too common'],
    ['Password123!', 'too common'],
    ['P@ssw0rd2026', 'too common'],
    ['monkey1987', 'too common'],
    ['!!letmein!!', 'too common'],
    ['qwertyuiop', 'too common'],
    ['1qaz2wsx3edc', 'too common'],
    ['willkommen1', 'too common'],
    ['1987-06-24', 'too common'],
    ['aaaaaaaaaa', 'simple pattern'],
    ['abababab', 'simple pattern'],
    ['12345678', 'simple pattern'],
    ['hgfedcba', 'simple pattern'],
    ['idabrandt1', 'own name'],
    ['Brandt2026', 'own name'],
    ['ida.b@example.org', 'own name'],
  ])('%s is refused: %s', async (password, reason) => {
    expect(await passwordProblem(password, ida)).toContain(reason);
  });
});
