import { expect, test } from 'vitest';
import { fileOf } from '@/tests/factories/archives';
import { readJsonLines } from './json-lines';

async function linesOf(content: string) {
  const file = { path: fileOf(content, 'lines.jsonl'), name: 'lines.jsonl', label: '' };
  const lines = [];
  for await (const line of readJsonLines(file)) lines.push(line);
  return lines;
}

test('each line is a value, whatever the others are, and its number is told', async () => {
  expect(await linesOf('{"a":1}\n\n[é]\r\n"ö"\n{"cut')).toEqual([
    { line: 1, value: { a: 1 } },
    { line: 3, value: undefined },
    { line: 4, value: 'ö' },
    { line: 5, value: undefined },
  ]);
});

test('a line may be longer than what is read at once, and not without end', async () => {
  const long = 'long '.repeat(50_000);
  expect(await linesOf(`${JSON.stringify(long)}\n1`)).toEqual([
    { line: 1, value: long },
    { line: 2, value: 1 },
  ]);
  await expect(linesOf(`1\n"${'x'.repeat(17 * 1024 * 1024)}`)).rejects.toThrow(
    'lines.jsonl has an entry that is larger than 16 MB (line 2), which no export of a site does: nothing was imported.',
  );
});
