import { describe, expect, test } from 'vitest';
import { nameField, neutralName, slugFromName } from './user';

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

  test.each(['J.R.R. Tolkien', 'St. John', 'M.I.A.', 'J.Smith', 'Dr. Ida Brandt', 'Ida (she/her)', 'AC/DC', '3.5'])(
    '%j is a name',
    (name) => {
      expect(nameField.parse(name)).toBe(name);
      expect(neutralName(name)).toBe(name);
    },
  );

  test.each([
    ['URGENT: verify your wallet at evil.example/w', 'URGENT verify your wallet at evil example w'],
    ['https://evil', 'https evil'],
    ['www.evil', 'www evil'],
    ['x.com', 'x com'],
    ['EVIL.EXAMPLE', 'EVIL EXAMPLE'],
    ['bücher。example', 'bücher example'],
    ['ｅｖｉｌ．ｅｘａｍｐｌｅ', 'evil example'],
  ])('%j holds an address, and is refused; from elsewhere it comes as %j', (name, neutral) => {
    expect(nameField.safeParse(name).error?.issues[0]?.message).toContain('cannot hold a web address');
    expect(neutralName(name)).toBe(neutral);
    expect(nameField.parse(neutral)).toBe(neutral);
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
