import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const folders = ['app', 'components', 'lib'];
const sources = folders
  .flatMap((folder) => readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((file) => join(folder, file)))
  .filter((file) => /\.(css|tsx?)$/.test(file) && !/\.test\./.test(file) && statSync(file).isFile())
  .map((file) => ({ file, text: readFileSync(file, 'utf8') }));

// An unknown property makes the browser drop the whole declaration without a word.
test('every custom property that a style sheet uses is set somewhere', () => {
  const set = new Set(
    sources.flatMap(({ text }) => [...text.matchAll(/(--[\w-]+)['"]?\s*:/g)].map(([, name]) => name)),
  );
  const unknown = sources
    .filter(({ file }) => file.endsWith('.css'))
    .flatMap(({ file, text }) =>
      [...text.matchAll(/var\((--[\w-]+)\)/g)]
        .filter(([, name]) => !set.has(name))
        .map(([, name]) => `${file}: ${name}`),
    );
  expect(set.size).toBeGreaterThan(30);
  expect(unknown).toEqual([]);
});
