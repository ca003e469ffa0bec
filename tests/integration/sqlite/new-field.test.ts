import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import { databaseFile } from '@/lib/database/sqlite-file';

const copy = mkdtempSync(join(tmpdir(), 'masthead-new-field-'));
/** It generates, compiles and starts processes: on a machine with much else to do that takes its time. */
const MAX_SAVE_DELAY_MS = 180_000;
const parts = [
  'app',
  'cli',
  'components',
  'lib',
  'prisma',
  'scripts',
  'tests',
  'package.json',
  'prisma.config.ts',
  'tsconfig.json',
];

/** All that adding a field takes, besides the place where readers see it. */
const newField: Edit[] = [
  [
    'prisma/schema.prisma',
    '  coverCredit      String    @default("")\n',
    '$&  location         String    @default("")\n',
  ],
  [
    'lib/posts/fields/fields.ts',
    '  authorIds: {',
    `location: { kind: 'line', longest: 80, subject: 'The location', label: 'Location', group: 'details', column: true,
      isPublic: true, countsAsChange: true }, $&`,
  ],
];

/** What each place would look like with its fields written by hand again. */
const byHand: Record<string, Edit> = {
  'public page': [
    'lib/posts/listing/queries.ts',
    '  ...publicColumnSelect,',
    '  coverCaption: true,\n  coverCredit: true,',
  ],
  preview: ['lib/posts/previews/preview-links.ts', '...toPublicColumns(fields),', 'title: fields.title,'],
  'change detection': [
    'lib/posts/editing/change-detection.ts',
    'fieldsWith({ countsAsChange: true })',
    "['title' as const]",
  ],
  'what the editor is given': [
    'app/(admin)/admin/posts/editor-post.ts',
    'fieldMap<EditorFields>(editorFieldNames,',
    "fieldMap<EditorFields>(['title', 'slug'],",
  ],
  'Details drawer': [
    'components/editor/details/details-drawer.tsx',
    'editorFieldNames.map(',
    "(['slug', 'tags', 'excerpt'] as const).map(",
  ],
  'plain editor': ['components/editor/plain-editor.tsx', 'editorFieldNames.map(', "(['title', 'slug'] as const).map("],
  'comparison of two versions': [
    'components/editor/fields.ts',
    'return editorFieldNames.filter(',
    "return (['title', 'slug'] as const).filter(",
  ],
};

type Edit = [file: string, search: string, replacement: string];

beforeAll(async () => {
  for (const part of parts) cpSync(part, join(copy, part), { recursive: true });
  symlinkSync(join(process.cwd(), 'node_modules'), join(copy, 'node_modules'));
  for (const edit of newField) change(edit);
  run(['--import', 'tsx', 'scripts/generate.ts']);
  expect(newMigration('add_location')).toMatch(
    /^Wrote prisma\/migrations\/\{sqlite,postgresql\}\/\d{14}_add_location\//,
  );
  expect(migrate()).toBe('Applied 1 migration.\n');
}, MAX_SAVE_DELAY_MS);

afterAll(() => rmSync(copy, { recursive: true, force: true }));

test(
  'a field that is added to the schema and the list is in every form, saved, previewed, exported and compared',
  { timeout: MAX_SAVE_DELAY_MS },
  () => {
    expect(probe()).toEqual({
      refused: true,
      saved: true,
      'public page': true,
      preview: true,
      revisions: true,
      'change detection': true,
      export: true,
      'what the editor is given': true,
      'Details drawer': true,
      'plain editor': true,
      'copy in the browser': true,
      'comparison of two versions': true,
    });
  },
);

test('the compiler asks for nothing else', { timeout: MAX_SAVE_DELAY_MS }, () => {
  const project = { extends: './tsconfig.json', include: ['lib', 'components', 'tests/factories', 'app/fonts.d.ts'] };
  writeFileSync(join(copy, 'tsconfig.part.json'), JSON.stringify(project));
  expect(
    run(['node_modules/typescript/bin/tsc', '--noEmit', '--incremental', 'false', '-p', 'tsconfig.part.json']),
  ).toBe('');
});

test('a place where fields are written by hand again is found', { timeout: MAX_SAVE_DELAY_MS }, () => {
  for (const edit of Object.values(byHand)) change(edit);
  const missing = Object.entries(probe()).filter(([, isThere]) => !isThere);
  expect(missing.map(([place]) => place).toSorted()).toEqual(Object.keys(byHand).toSorted());
});

test('a change that SQLite refuses writes nothing and says what to do', { timeout: MAX_SAVE_DELAY_MS }, () => {
  change(['prisma/schema.prisma', '  location         String    @default("")\n', '$&  mustHave String\n']);
  expect(newMigration('add_must_have')).toBe(
    `SQLite cannot do this to a table that has rows and triggers; nothing was written.
Post.mustHave is required: give it a @default, or make it optional.
“npm run db:migration add_must_have -- --by-hand” writes everything but that, for you to add.
`,
  );
  expect(migrate()).toBe('The database is up to date.\n');
});

test('a migration that fails names its file and its cause, and changes nothing', { timeout: MAX_SAVE_DELAY_MS }, () => {
  const file = addMigration(
    '99990101000000_wrong',
    `ALTER TABLE "Post" ADD COLUMN "timeout" TEXT;\nUPDATE "Pots" SET "timeout" = ''`,
  );
  expect(migrate()).toBe(
    'The migration prisma/migrations/sqlite/99990101000000_wrong/migration.sql failed: no such table: Pots. ' +
      'The database is as it was before: correct that file, or start the version that ran before.\n',
  );
  writeFileSync(file, 'ALTER TABLE "Post" ADD COLUMN "timeout" TEXT');
  expect(migrate()).toBe('Applied 1 migration.\n');
});

const orphan = `INSERT INTO "PostTag" ("postId", "tagId", "position") VALUES ('none', 'nothing', 0)`;

test('a migration that breaks references names its file and the rows', { timeout: MAX_SAVE_DELAY_MS }, () => {
  addMigration('99990101000001_breaking', orphan);
  const later = addMigration('99990101000002_innocent', 'CREATE TABLE "Innocent" ("id" TEXT PRIMARY KEY)');
  expect(migrate()).toBe(
    'The migration prisma/migrations/sqlite/99990101000001_breaking/migration.sql failed: ' +
      '1 row of "PostTag" names no existing row of "Post" and 1 row of "PostTag" names no existing row of "Tag". ' +
      'The database is as it was before: correct that file, or start the version that ran before.\n',
  );
  writeFileSync(later, 'DELETE FROM "PostTag"');
  expect(migrate()).toBe('Applied 2 migrations.\n');
});

test('references that were broken before are not blamed on a migration', { timeout: MAX_SAVE_DELAY_MS }, () => {
  addMigration('99990101000003_innocent', 'CREATE TABLE "Innocent" ("id" TEXT PRIMARY KEY)');
  const database = new Database(databaseFile());
  onTestFinished(() => void database.close());
  database.pragma('foreign_keys = OFF');
  database.exec(orphan);
  expect(migrate()).toMatch(
    /^The database cannot be upgraded, because it had damaged references before: 1 row of "PostTag" .+ restore a backup/,
  );
  database.exec('DELETE FROM "PostTag"');
  expect(migrate()).toBe('Applied 1 migration.\n');
});

function addMigration(name: string, sql: string) {
  const folder = join(copy, 'prisma/migrations/sqlite', name);
  mkdirSync(folder);
  const file = join(folder, 'migration.sql');
  writeFileSync(file, sql);
  return file;
}

function newMigration(name: string) {
  return run(['--conditions=react-server', '--import', 'tsx', 'scripts/new-migration.ts', name]);
}

function migrate() {
  return run(['--conditions=react-server', '--import', './lib/runtime/typescript.mjs', 'cli/main.ts', 'migrate']);
}

function change([file, search, replacement]: Edit) {
  const path = join(copy, file);
  const source = readFileSync(path, 'utf8');
  expect(source, `${file} no longer has “${search}”`).toContain(search);
  writeFileSync(path, source.replace(search, replacement));
}

function probe(): Record<string, boolean> {
  const probes = 'tests/integration/sqlite/new-field';
  const answers = [
    run(['--conditions=react-server', '--import', './lib/runtime/typescript.mjs', `${probes}/domain.ts`, copy]),
    run(['--import', 'tsx', `${probes}/editor.tsx`]),
  ];
  return Object.assign({}, ...answers.map((answer): unknown => JSON.parse(answer)));
}

/** What it prints, and also what it complains about. */
function run(parameters: string[]) {
  const { NODE_OPTIONS: _, ...env } = process.env;
  const { stdout, stderr, status } = spawnSync(process.execPath, parameters, { cwd: copy, env, encoding: 'utf8' });
  return status === 0 ? stdout : `${stdout}${stderr}`;
}
