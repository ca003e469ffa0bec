import type { Command } from 'commander';
import type { Importer } from '@/lib/import/importer';
import type { Differences, Mirror } from '@/lib/import/mirrors';
import { counted, print, printJson, table, withProgress } from '../terminal';

type Options = {
  cutOver?: true;
  dryRun?: true;
  mediaDir?: string;
  author?: string[];
  fetchFiles?: true;
  useSiteSettings?: true;
  json?: true;
  [own: string]: true | string | string[] | undefined;
};

/** Lines of a list in a terminal; JSON has all of them. */
const MAX_LINES = 100;

type Mirrored = { mirror: Mirror; media: Importer['media'] };

/** `withOwnOptions` adds those of the importer. */
export function registerMirroring(
  group: Command,
  { mirror, media }: Mirrored,
  withOwnOptions: (command: Command) => Command,
) {
  const { description, url } = mirror.words;
  const command = group
    .command('mirror')
    .description(description)
    .argument('<url>', url)
    .option('--cut-over', 'pull everything once more, and print what differs between the two sites')
    .option('--dry-run', 'report what would be imported without writing anything')
    .option('--fetch-files', 'fetch images and files that did not come along from where the posts show them');
  if (media) command.option('--media-dir <dir>', media.words.command);
  withOwnOptions(command)
    .option('--use-site-settings', 'use the old site’s title and tagline for this one')
    .option('--json', 'print the report as JSON')
    .action((address: string, given: Options) => pull(mirror, address, given));
}

async function pull(mirror: Mirror, address: string, given: Options) {
  const { migrate } = await import('@/lib/database/migrations');
  const { reportLines } = await import('@/lib/import/report/report');
  const { cutOver = false, mediaDir = null, author: authors = [], json } = given;
  const options = Object.fromEntries(mirror.options.map((name) => [name, given[name]?.toString()]));
  await migrate();
  const flags = { dryRun: given.dryRun === true, fetchFiles: given.fetchFiles === true };
  const useSiteSettings = given.useSiteSettings === true;
  const input = { address, cutOver, mediaDir, authors, options, useSiteSettings, ...flags };
  const report = await withProgress('Mirroring', (progress) => mirror.run('operator', input, progress));
  const { differences, pulled } = report;
  // For scripts that wait for the day of the move.
  if (differences && (differences.missing.length > 0 || differences.comments.length > 0)) process.exitCode = 1;
  if (json) return printJson(report);
  const [entries, comments] = [counted(pulled.posts, 'entry', 'entries'), counted(pulled.comments, 'comment')];
  print(`Pulled ${entries} and ${comments} by the ${pulled.from}.`, ...reportLines(report));
  if (report.batch) print(`To undo it within 30 days: masthead import undo ${report.batch}`);
  if (differences) print(...differenceLines(differences));
}

/** The differences of two sites as lines of a terminal. */
export function differenceLines({ missing, gone, own, edited, comments }: Differences) {
  const said: string[] = [];
  const titled = (heading: string, rows: string[][]) => {
    if (rows.length === 0) return;
    said.push('', heading, ...table(rows.slice(0, MAX_LINES)).map((row) => `  ${row}`));
    if (rows.length > MAX_LINES)
      said.push(`  and ${counted(rows.length - MAX_LINES, 'more', 'more')}; --json prints them all`);
  };
  const lines = (list: Differences['missing']) => list.map(({ address, title, why }) => [address, title, why]);
  titled('There and not here:', lines(missing));
  titled(
    'Comments there and not here:',
    comments.map(({ address, count }) => [address, counted(count, 'comment')]),
  );
  titled('Here and not there any more (nothing is deleted here):', lines(gone));
  titled('Edited here since they came:', lines(edited));
  titled('Written here:', lines(own));
  const isWhole = missing.length === 0 && comments.length === 0;
  return [...said, '', isWhole ? 'All that everyone can read there is here.' : 'Not all of it is here yet.'];
}
