import { InvalidArgumentError, Option, type Command } from 'commander';
import { print, printJson, table, withProgress } from '../terminal';

type ImportOptions = {
  types?: ItemTypes;
  categoryBase?: string;
  tagBase?: string;
  useSiteSettings?: true;
  dryRun?: true;
  oldUrl?: string;
  mediaDir?: string;
  addresses?: string[];
  json?: true;
  batch?: string;
};

export function registerImportCommands(program: Command) {
  const group = program
    .command('import')
    .description('bring posts, pages, comments and addresses over from another system');
  group
    .command('wordpress')
    .description(
      'WordPress export files (Tools → Export): posts, pages, authors, categories, tags, comments, redirects',
    )
    .argument('<file...>', 'one or several WXR files of one site; .zip, .gz, .tar and .tar.gz are opened')
    .option('--dry-run', 'report what would happen, and write nothing')
    .option('--old-url <url>', 'address of the old site, if the file does not tell it rightly')
    .option(
      '--media-dir <dir>',
      'a copy of the old site’s wp-content/uploads, or a zip or tar of it: its pictures and files come along',
    )
    .option(
      '--addresses <file>',
      'a sitemap or a list of old addresses: says which answer here; may be repeated',
      collect,
    )
    .option('--types <list>', 'bring these types of the old site too, e.g. recipe=post,event=page', readTypes)
    .option('--category-base <word>', 'what stands before categories in the old addresses; "." for nothing', readBase)
    .option('--tag-base <word>', 'the same for tags', readBase)
    .option('--use-site-settings', 'take the old site’s name, tagline and time zone for this one')
    .option('--json', 'print the report as JSON')
    .addOption(new Option('--batch <id>', 'the batch that the admin has opened for this run').hideHelp())
    .action(importFiles);
  group
    .command('list')
    .description('the imports so far, newest first')
    .option('--json', 'print them as JSON')
    .action(list);
  group
    .command('undo')
    .description('take an import back; what people have edited or answered since stays')
    .argument('<id>', 'as "import list" shows it')
    .option('--json', 'print what was removed as JSON')
    .action(undo);
}

async function importFiles(
  files: string[],
  { dryRun, oldUrl, mediaDir, addresses, types, categoryBase, tagBase, useSiteSettings, json, batch }: ImportOptions,
) {
  const { migrate } = await import('@/lib/database/migrations');
  const { importWordPress } = await import('@/lib/import/pipeline');
  const { reportLines } = await import('@/lib/import/report/report');
  const where = { oldUrl: oldUrl ?? null, mediaDir: mediaDir ?? null, addresses: addresses ?? [] };
  const input = {
    files,
    ...where,
    types: types ?? new Map(),
    bases: {
      ...(categoryBase === undefined ? {} : { category: categoryBase }),
      ...(tagBase === undefined ? {} : { tag: tagBase }),
    },
    useSiteSettings: useSiteSettings === true,
    dryRun: dryRun === true,
    batchId: batch ?? null,
  };
  // On a new machine somebody may move in before the first start.
  await migrate();
  const report = await withProgress('Importing', (progress) => importWordPress('operator', input, progress));
  if (json) return printJson(report);
  print(...reportLines(report));
  if (report.advice?.length && !useSiteSettings) print('The tool takes them over with --use-site-settings.');
  if (report.batch) print(`To take it back: masthead import undo ${report.batch}`);
}

function collect(file: string, files: string[] = []) {
  return [...files, file];
}

function readBase(word: string) {
  const base = word.replace(/^\/+|\/+$/g, '');
  if (base === '.') return '';
  if (!/^[\p{L}\p{N}_-]{1,80}(?:\/[\p{L}\p{N}_-]{1,80}){0,4}$/u.test(base))
    throw new InvalidArgumentError('It must look like topics or news/topics.');
  return base;
}

type ItemTypes = Map<string, 'post' | 'page'>;

function readTypes(list: string): ItemTypes {
  const types: ItemTypes = new Map();
  for (const part of list.split(',')) {
    const [type = '', as = ''] = part.trim().split('=');
    if (!/^[\w-]{1,40}$/.test(type) || type === 'attachment' || (as !== 'post' && as !== 'page'))
      throw new InvalidArgumentError('It must look like recipe=post,event=page.');
    types.set(type, as);
  }
  return types;
}

async function list({ json }: { json?: true }) {
  const { listImports } = await import('@/lib/import/queries');
  const imports = await listImports();
  if (json) return printJson(imports);
  if (imports.length === 0) return print('Nothing was imported yet.');
  const rows = imports.map(({ id, source, fileName, createdAt, state }) => [
    id,
    createdAt.toISOString().slice(0, 16).replace('T', ' '),
    source,
    state.status,
    fileName,
  ]);
  print(...table([['ID', 'WHEN (UTC)', 'FROM', 'STATE', 'FILE'], ...rows]));
}

async function undo(id: string, { json }: { json?: true }) {
  const { undoImport } = await import('@/lib/import/running/undoing');
  const report = await undoImport('operator', id);
  if (json) return printJson(report);
  const { undoneLines } = await import('@/lib/import/report/undone');
  print(...undoneLines(report));
  print(...report.kept.map(({ where, why }) => `Kept ${where}: ${why}`));
}
