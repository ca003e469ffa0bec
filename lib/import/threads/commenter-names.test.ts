import { expect, test } from 'vitest';
import { commenterName } from './commenter-names';

test.each([
  [['Ann Lee', 'ann'], 'Ann Lee'],
  [['', 'ann'], 'ann'],
  [['ann@mail.example'], 'ann'],
  [['Ann <ann@mail.example>'], 'Ann'],
  [['<ann@mail.example>'], 'ann'],
  [['Ann <3'], 'Ann <3'],
  [['203.0.113.9', 'ann'], 'ann'],
  [['2001:db8::1'], ''],
  [[' \u200b '], ''],
  [['@ann'], '@ann'],
])('%j is shown as %j', (names, shown) => expect(commenterName(...names)).toBe(shown));
