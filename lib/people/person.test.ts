import { describe, expect, test } from 'vitest';
import { nameField, slugFromName } from './person';

describe('names', () => {
  test.each([
    ['  Ida   Brandt ', 'Ida Brandt'],
    ['李 雷', '李 雷'],
    ['Ida\u202eadmin', 'Idaadmin'],
    ['Ida\u0000\u0007', 'Ida'],
    ['<b>Ida</b>', '<b>Ida</b>'],
  ])('%j is %j', (typed, kept) => {
    expect(nameField.parse(typed)).toBe(kept);
  });

  test.each(['', '   ', '\u200b', 'x'.repeat(81)])('%j is refused', (typed) => {
    expect(nameField.safeParse(typed).success).toBe(false);
  });
});

describe('slugFromName', () => {
  test.each([
    ['Ida Brandt', 'ida-brandt'],
    ['Žofie Müller-Straß', 'zofie-muller-strass'],
    ['李 雷', '李-雷'],
    ['***', 'person'],
    [`${'a'.repeat(59)} b`, 'a'.repeat(59)],
  ])('%s gives %s', (name, slug) => {
    expect(slugFromName(name)).toBe(slug);
  });
});
