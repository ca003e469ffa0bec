import { describe, expect, test } from 'vitest';
import { normaliseEmail } from './email';

describe('normaliseEmail', () => {
  test.each([
    ['ida@example.org', 'ida@example.org'],
    ['  Ida.Brandt@Example.ORG ', 'ida.brandt@example.org'],
    ['ida+news@example.org', 'ida+news@example.org'],
    ['ｉｄａ＠example.org', 'ida@example.org'],
    ['ida@Müller.example', 'ida@xn--mller-kva.example'],
    ['KELVIN@example.org', 'kelvin@example.org'],
  ])('%s is %s', (typed, normalised) => {
    expect(normaliseEmail(typed)).toBe(normalised);
  });

  test('normalising twice changes nothing', () => {
    const once = normaliseEmail('Ida@Müller.example') ?? '';
    expect(normaliseEmail(once)).toBe(once);
  });

  test.each([
    '',
    'ida',
    'ida@',
    '@example.org',
    'ida@localhost',
    'ida@@example.org',
    'ida@example.org@evil.example',
    '"ida"@example.org',
    'ida brandt@example.org',
    'ida@example.org\nBcc: all@example.org',
    'ida\u0000@example.org',
    'ida,otto@example.org',
    '<ida@example.org>',
    'ida@exam_ple.org',
    'ida@-example.org',
    'ida..brandt@example.org',
    // U+FE6B SMALL COMMERCIAL AT folds to a second @.
    'ida﹫evil.example@example.org',
    'іda@example.org',
    `${'a'.repeat(65)}@example.org`,
    `ida@${'a'.repeat(250)}.org`,
  ])('%j is refused', (typed) => {
    expect(normaliseEmail(typed)).toBeNull();
  });
});
