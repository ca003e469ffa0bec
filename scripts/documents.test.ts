import { existsSync, globSync, readFileSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { expect, test } from 'vitest';

/** The documents that name files, with the folder in which they also name them for short. */
const documents = new Map([
  ['AGENTS.md', ''],
  ['README.md', ''],
  ['docs/architecture.md', ''],
  ['docs/serving.md', 'server'],
  ...globSync('docs/how-to/*.md').map((file) => [file.replaceAll('\\', '/'), ''] as const),
]);

const sources = globSync('{app,bench,cli,components,lib,prisma,scripts,server,tests}/**/*.{ts,tsx,mjs,prisma,css}', {
  exclude: (name) => name.includes('generated'),
  // The folder of a route may be called like a file.
}).filter((file) => statSync(file).isFile());
const fileNames = new Set(sources.map((file) => basename(file)));
// This file names things that do not exist.
const ofCode = sources.filter((file) => !file.endsWith('documents.test.ts'));
const words = new Set(ofCode.flatMap((file) => readFileSync(file, 'utf8').match(/[A-Za-z]\w+/g) ?? []));
const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: Record<string, string> };

test.each([...documents])('%s names files, npm scripts and functions that exist', (file, folder) => {
  expect(faultsOf(readFileSync(file, 'utf8'), { file, folder })).toEqual([]);
});

test('the list of how-to pages has every page', () => {
  const list = readFileSync('docs/how-to/README.md', 'utf8');
  const pages = [...documents.keys()].filter((file) => file.startsWith('docs/how-to/add-') || /\/change-/.test(file));
  expect(pages.length).toBeGreaterThan(4);
  expect(pages.filter((file) => !list.includes(`](${basename(file)})`))).toEqual([]);
});

test.each([...documents.keys()].filter((file) => file.startsWith('docs/how-to/') && !file.endsWith('README.md')))(
  '%s ends with the commands that prove the work',
  (file) => {
    const [last = ''] = readFileSync(file, 'utf8')
      .split(/^\d+\. /m)
      .slice(-1);
    expect(last).toMatch(/^Prove it: `npm run check`/);
    expect(last.match(/`npm run (?:e2e|integration) -- /)).not.toBeNull();
  },
);

test('what does not exist is found', () => {
  const text = `See \`lib/no-such.ts\`, \`lib/database/db.ts\`, \`no-such.mjs\`, \`cache/no-such.ts\`, \`app/(site)/nowhere\`,
    \`noSuchFunction\`, \`npm run no-such\`, [a page](no-such.md), [a part](serving.md#no-such-part), \`tests/**/*.no-such.ts\`.`;
  expect(faultsOf(text, { file: 'docs/architecture.md', folder: 'server' })).toEqual([
    'lib/no-such.ts',
    'no-such.mjs',
    'cache/no-such.ts',
    'app/(site)/nowhere',
    'tests/**/*.no-such.ts',
    'noSuchFunction',
    'npm run no-such',
    'no-such.md',
    'serving.md#no-such-part',
  ]);
});

type Place = { file: string; folder: string };

function faultsOf(text: string, { file, folder }: Place) {
  const quoted = [...text.matchAll(/`([^`\n]+)`/g)].flatMap(([, code = '']) => code.split(/[\s,]+/));
  const commands = [...text.matchAll(/npm run (?:-s )?([\w:-]+)/g)].map(([, name = '']) => name);
  const links = [...text.matchAll(/\]\(([^)\s]+(?:\([^)]*\)[^)\s]*)?)\)/g)].map(([, to = '']) => to);
  return [
    ...quoted.filter((name) => isPath(name, folder) && !isThere(name, folder)),
    ...quoted.filter((name) => /^[a-z]+[A-Z]\w*(?:\(.*)?$/.test(name) && !words.has(name.replace(/\(.*/, ''))),
    ...commands.filter((name) => !scripts[name]).map((name) => `npm run ${name}`),
    ...links.filter((to) => !/^\w+:/.test(to) && !leadsSomewhere(to, file)),
  ];
}

function isPath(name: string, folder: string) {
  if (/[<>$]|^[/.]|^\w+:/.test(name)) return false;
  if (/^[\w[\]().-]+\.(?:tsx?|mjs|css|prisma)$/.test(name)) return true;
  const [first = '', second] = name.split('/');
  return second !== undefined && /^\w/.test(first) && (existsSync(first) || existsSync(join(folder || '.', first)));
}

function isThere(name: string, folder: string) {
  if (name.includes('*')) return globSync(name).length > 0;
  return fileNames.has(name) || existsSync(name) || (folder !== '' && existsSync(join(folder, name)));
}

function leadsSomewhere(to: string, file: string) {
  const [path = '', heading] = to.split('#');
  const target = path === '' ? file : join(dirname(file), path);
  if (!existsSync(target)) return false;
  return heading === undefined || headingsOf(target).includes(heading);
}

/** As GitHub names the anchors of headings. */
function headingsOf(file: string) {
  const headings = readFileSync(file, 'utf8').match(/^#+ .+$/gm) ?? [];
  return headings.map((line) =>
    line
      .replace(/^#+ /, '')
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\s_-]/gu, '')
      .replace(/\s/g, '-'),
  );
}
