import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { readJsonRows, type JsonRow } from './json-rows';

const folder = mkdtempSync(join(tmpdir(), 'json-rows-'));
afterAll(() => rmSync(folder, { recursive: true }));

async function rowsOf(text: string, paths = ['$.posts.*']) {
  const path = join(folder, 'a.json');
  writeFileSync(path, text);
  const rows: JsonRow[] = [];
  await readJsonRows({ path, name: 'a.json', label: '' }, paths, (row) => rows.push(row));
  return rows;
}

test('values come with the keys that lead to them', async () => {
  expect(await rowsOf('\uFEFF{"x":[1,{"y":2}],"posts":[{"a":1},"b"]}\n')).toEqual([
    { keys: ['posts', 0], value: { a: 1 } },
    { keys: ['posts', 1], value: 'b' },
  ]);
});

test('a key that is a prototype’s is one like others', async () => {
  const [row] = await rowsOf('{"posts":[{"__proto__":{"isAdmin":true}}]}');
  expect(({} as Record<string, unknown>).isAdmin).toBeUndefined();
  expect(Object.getPrototypeOf(row?.value)).toBe(Object.prototype);
});

test.each([
  ['{"posts":[\n{"a":1},\n{"b"', 'a.json is incomplete: it breaks off (line 3)'],
  ['{"posts":[\n{"a":1},\n{b:1}]}', 'a.json is no valid JSON (line 3)'],
  ['{} x', 'a.json is no valid JSON (line 1)'],
])('%j is refused with its line', async (text, sentence) => {
  await expect(rowsOf(text)).rejects.toThrow(sentence);
});

test('an entry that is too large to be held is refused', async () => {
  await expect(rowsOf(`{"posts":["${'x'.repeat(65 * 1024 * 1024)}"]}`)).rejects.toThrow(
    'a.json has an entry that is larger than 64 MB (line 1)',
  );
}, 60_000);
