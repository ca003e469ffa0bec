import { InvalidArgumentError, Option, type Command } from 'commander';
import type { Importer, ImporterOption } from '@/lib/import/importer';
import { importers } from '@/lib/import/importers/registry';
import type { ImportReport } from '@/lib/import/report/report';
import { dayLabel } from '@/lib/time/dates';
import { print, printJson, table, withProgress } from '../terminal';
import { registerMirroring } from './import-mirror';
import { registerVerifying } from './import-verify';

/** Options of every importer; an importer's own come by name. */
type ImportOptions = {
  useSiteSettings?: true;
  dryRun?: true;
  oldUrl?: string;
  mediaDir?: string;
  addresses?: string[];
  fetchFiles?: true;
  author?: string[];
  json?: true;
  batch?: string;
  startedBy?: string;
  [own: string]: true | string | string[] | undefined;
};

export function registerImportCommands(program: Command) {
  const group = program
    .command('import')
    .description('import posts, pages, comments and addresses from another system, which is recognised by its files')
    .usage('FILE… [options]  or  import SYSTEM FILE… [options]');
  registerRecognising(group);
  for (const importer of importers) registerImporter(group, importer);
  for (const { mirror, media, options } of importers) {
    if (!mirror) continue;
    const own = options.filter(({ name }) => mirror.options.includes(name));
    registerMirroring(group, { mirror, media }, (command) => withOwn(withAuthors(command), own));
  }
  registerVerifying(group);
  group
    .command('list')
    .description('list past imports, newest first')
    .option('--json', 'print them as JSON')
    .action(list);
  group
    .command('undo')
    .description('undo an import of the last 30 days; what was edited or answered since is kept')
    .argument('<id>', 'as "import list" shows it')
    .option('--json', 'print what was removed as JSON')
    .action(undo);
}

/** The command that is meant when no system is named. It has the options of all of them. */
function registerRecognising(group: Command) {
  const command = group
    .command('recognised', { isDefault: true, hidden: true })
    .argument('<file...>', 'export files of one system, plain or in archives, or a folder of them');
  const media = importers.find((importer) => importer.media)?.media ?? null;
  const options = importers.flatMap((importer) => importer.options);
  const own = options.filter(({ name }, at) => options.findIndex((option) => option.name === name) === at);
  withOptions(command, { media, options: own }).action(
    async (files: string[], options: ImportOptions, used: Command) => {
      const { recogniseImporter } = await import('@/lib/import/recognition');
      const { requireExport } = await import('@/lib/import/running/batches');
      for (const file of files) requireExport(file);
      const importer = await recogniseImporter(files, importers);
      for (const { name, flag } of own) {
        if (options[name] !== undefined && !importer.options.some((option) => option.name === name))
          used.error(`error: option '${flag.split(' ')[0]}' does not apply to an export of ${importer.label}`);
      }
      await importFiles(importer, files, options);
    },
  );
}

function registerImporter(group: Command, importer: Importer) {
  const { description, files } = importer.words.command;
  const command = group.command(importer.id).description(description).argument('<file...>', files);
  withOptions(command, importer).action((given: string[], options: ImportOptions) =>
    importFiles(importer, given, options),
  );
}

function withOptions(command: Command, { media, options }: Pick<Importer, 'media' | 'options'>) {
  command
    .option('--dry-run', 'report what would be imported without writing anything')
    .option('--old-url <url>', 'URL of the old site, if the file has the wrong one')
    .option('--addresses <file>', 'a sitemap or a list of old URLs: reports which work here; may be repeated', collect);
  if (media) command.option('--media-dir <dir>', media.words.command);
  withAuthors(command);
  command.option('--fetch-files', 'fetch images and files that did not come along from where the posts show them');
  withOwn(command, options);
  return command
    .option('--use-site-settings', 'use the old site’s title, tagline and time zone for this one')
    .option('--json', 'print the report as JSON')
    .addOption(new Option('--batch <id>', 'the import batch that the admin has opened for this run').hideHelp())
    .addOption(new Option('--started-by <id>', 'who has started this run in the admin').hideHelp());
}

function withAuthors(command: Command) {
  return command.option(
    '--author <old=here>',
    'whose account an author gets: a name of the files and an e-mail or profile address here; may be repeated',
    collect,
  );
}

function withOwn(command: Command, options: readonly ImporterOption[]) {
  for (const option of options) command.option(option.flag, option.description, checked(option));
  return command;
}

function checked({ problemWith }: ImporterOption) {
  return (value: string) => {
    const problem = problemWith(value);
    if (problem !== null) throw new InvalidArgumentError(problem);
    return value;
  };
}

async function importFiles(importer: Importer, files: string[], given: ImportOptions) {
  const { migrate } = await import('@/lib/database/migrations');
  const { runImport } = await import('@/lib/import/pipeline');
  const { reportLines } = await import('@/lib/import/report/report');
  const { oldUrl = null, mediaDir = null, addresses = [], author: authors = [], batch = null, startedBy } = given;
  const options = Object.fromEntries(importer.options.map(({ name }) => [name, given[name]?.toString()]));
  const useSiteSettings = given.useSiteSettings === true;
  const where = { files, oldUrl, mediaDir, addresses, authors, batchId: batch, fetchFiles: given.fetchFiles === true };
  const input = { ...where, options, useSiteSettings, dryRun: given.dryRun === true };
  const actor = startedBy === undefined ? 'operator' : { startedBy };
  // On a new machine, an import may run before the first start.
  await migrate();
  const report = await withProgress('Importing', (progress) => runImport(actor, importer, input, progress));
  if (given.json) return printJson(report);
  print(...reportLines(report));
  if (!useSiteSettings) print(...(await adviceOn(report)));
  if (report.batch) print(`To undo it within 30 days: masthead import undo ${report.batch}`);
}

/** What --use-site-settings would change. */
async function adviceOn({ oldSite }: ImportReport) {
  const { changesFrom } = await import('@/lib/import/site-settings/source-settings');
  const { getSettings } = await import('@/lib/settings/queries');
  const changes = oldSite ? changesFrom(oldSite, await getSettings()) : [];
  if (changes.length === 0) return [];
  const named = changes.map(({ label, is }) => `${label.toLowerCase()} “${is}”`);
  return [`Use --use-site-settings to take over from the old site: ${named.join(', ')}.`];
}

function collect(file: string, files: string[] = []) {
  return [...files, file];
}

async function list({ json }: { json?: true }) {
  const { listImports } = await import('@/lib/import/queries');
  const imports = await listImports();
  if (json) return printJson(imports);
  if (imports.length === 0) return print('No imports yet.');
  const { getSettings } = await import('@/lib/settings/queries');
  const { timeZone } = await getSettings();
  const rows = imports.map(({ id, source, fileName, createdAt, state, undo: period }) => [
    id,
    createdAt.toISOString().slice(0, 16).replace('T', ' '),
    source,
    state.status,
    period && !period.isOver ? dayLabel(period.until, timeZone) : '',
    fileName,
  ]);
  print(...table([['ID', 'WHEN (UTC)', 'FROM', 'STATE', 'UNDO UNTIL', 'FILE'], ...rows]));
}

async function undo(id: string, { json }: { json?: true }) {
  const { undoImport } = await import('@/lib/import/running/undoing');
  const report = await undoImport('operator', id);
  if (json) return printJson(report);
  const { adminTextIn } = await import('@/lib/i18n/admin/admin-text');
  const { undoneLines } = await import('@/lib/import/report/undone');
  print(...undoneLines(report, adminTextIn('en', {})));
  print(...report.kept.map(({ where, why }) => `Kept ${where}: ${why}`));
}
