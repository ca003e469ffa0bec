import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { findOldWords, readWordList } from './word-list.mjs';

const table = `# Style

## Words

Some words.

| We write | Not |
| --- | --- |
| slot | \`nook\` |
| trash | \`in the bin\`, \`isBin\` |

## After
| no | \`row\` |
`;

describe('the words of the product', () => {
  const words = readWordList(table);

  test('are the rows of the table in the document', () => {
    expect(words).toEqual([
      { write: 'slot', terms: ['nook'] },
      { write: 'trash', terms: ['in the bin', 'isBin'] },
    ]);
    expect(() => readWordList('# Style')).toThrow('docs/style.md has no table');
    expect(readWordList(readFileSync('docs/style.md', 'utf8')).length).toBeGreaterThan(20);
  });

  test.each([
    ['const nookFrame = 1;', 'slot'],
    ['<div className="nook-margin">', 'slot'],
    ['const NOOKS = [];', 'slot'],
    ['It was put in the bin.', 'trash'],
    ['if (isBin) return;', 'trash'],
  ])('an old word is found: %s', (text, write) => {
    expect(findOldWords(`first\n${text}`, words)).toMatchObject([{ line: 2, write }]);
  });

  test.each(['const slotFrame = 1;', 'node_modules/.bin/node', 'isBinary(file)', 'a nookery', 'into the binding'])(
    'other words pass: %s',
    (text) => expect(findOldWords(text, words)).toEqual([]),
  );
});
