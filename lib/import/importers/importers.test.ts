import { existsSync, globSync, readFileSync, statSync } from 'node:fs';
import { expect, test } from 'vitest';
import { importers } from './registry';

/** Where a name of WordPress's may stand outside its importer's folder, and why. */
const exempt = new Map([
  ['lib/import/importers/registry.ts', 'the list of importers'],
  ['lib/export/formats.ts', 'the list of formats that a site is exported to'],
  ['lib/i18n/admin/de/import.ts', 'the German of what importers say'],
  ['lib/i18n/admin/de/import-reports.ts', 'the same, of their reports'],
  ['lib/i18n/admin/de/export.ts', 'the German of what formats hold'],
  ['lib/auth/common-passwords.ts', 'a password that many have'],
  ['lib/posts/publishing/slugs.ts', 'addresses that scanners ask every site for'],
  ['lib/redirects/missing.ts', 'the same, which are not noted'],
]);

const sources = globSync('{app,cli,components,lib,server}/**/*.{ts,tsx,mjs,css}')
  // The folder of a route may be called like a file.
  .filter((file) => statSync(file).isFile())
  .map((file) => file.replaceAll('\\', '/'));

test('nothing outside the folder of an importer names its system', () => {
  const knowing = sources.filter((file) => {
    const isOwn = importers.some(({ id }) =>
      [`lib/import/importers/${id}/`, `lib/export/${id}/`].some((folder) => file.startsWith(folder)),
    );
    if (isOwn || exempt.has(file) || /\.test\.tsx?$/.test(file)) return false;
    return /wordpress|\bwxr|\bwp[-_:.]/i.test(readFileSync(file, 'utf8'));
  });
  expect(knowing).toEqual([]);
  expect([...exempt.keys()].filter((file) => !existsSync(file))).toEqual([]);
});

test.each(importers.map((importer) => [importer.id, importer] as const))(
  'the importer of %s has a folder, a label and words of its own',
  (id, { label, words, files, media, options }) => {
    expect(existsSync(`lib/import/importers/${id}/importer.ts`)).toBe(true);
    expect([
      label,
      words.export,
      words.wanted,
      ...Object.values(words.command),
      words.form.file,
      ...Object.values(media?.words ?? {}),
    ]).not.toContain('');
    expect(files.accept).toMatch(/^\.\w+(?:,\.\w+)*$/);
    for (const { flag, name } of options) expect(camelCase(flag)).toBe(name);
  },
);

test('no two importers have one id', () => {
  expect(new Set(importers.map(({ id }) => id)).size).toBe(importers.length);
});

// As the command line names what it has read: "--category-base <word>" is categoryBase.
function camelCase(flag: string) {
  return flag.replace(/^--|\s.*$/g, '').replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
}
