import type { Command } from 'commander';
import type { Differences } from '@/lib/import/mirror/differences';
import { counted, print, printJson, table, withProgress } from '../terminal';

type Options = {
  cutOver?: true;
  dryRun?: true;
  mediaDir?: string;
  author?: string[];
  fetchFiles?: true;
  categoryBase?: string;
  tagBase?: string;
  useSiteSettings?: true;
  json?: true;
};

/** Lines of a list in a terminal; JSON has all of them. */
const MAX_LINES = 100;

/** `options`: those of the importer that the files of an export would go to. */
export function registerMirroring(group: Command, withOwnOptions: (command: Command) => Command) {
  const command = group
    .command('mirror')
    .description('pull what changed on a live WordPress since the last pull, by its REST API or else its feed')
    .argument('<url>', 'the address of the old site')
    .option('--cut-over', 'pull everything once more, and print what differs between the two sites')
    .option('--dry-run', 'report what would be imported without writing anything')
    .option('--media-dir <dir>', 'a copy of the old site’s wp-content/uploads, or a zip or tar of it')
    .option('--fetch-files', 'fetch images and files that did not come along from where the posts show them');
  withOwnOptions(command)
    .option('--use-site-settings', 'use the old site’s title and tagline for this one')
    .option('--json', 'print the report as JSON')
    .action(mirror);
}

async function mirror(address: string, given: Options) {
  const { migrate } = await import('@/lib/database/migrations');
  const { runMirror } = await import('@/lib/import/mirror/mirroring');
  const { reportLines } = await import('@/lib/import/report/report');
  const { cutOver = false, mediaDir = null, author: authors = [], json, categoryBase, tagBase } = given;
  await migrate();
  const flags = { dryRun: given.dryRun === true, fetchFiles: given.fetchFiles === true };
  const useSiteSettings = given.useSiteSettings === true;
  const input = { address, cutOver, mediaDir, authors, options: { categoryBase, tagBase }, useSiteSettings, ...flags };
  const report = await withProgress('Mirroring', (progress) => runMirror('operator', input, progress));
  const { differences, pulled } = report;
  // For scripts that wait for the day of the move.
  if (differences && (differences.missing.length > 0 || differences.comments.length > 0)) process.exitCode = 1;
  if (json) return printJson(report);
  const [entries, comments] = [counted(pulled.posts, 'entry', 'entries'), counted(pulled.comments, 'comment')];
  print(`Pulled ${entries} and ${comments} by the ${pulled.from}.`, ...reportLines(report));
  if (report.batch) print(`To undo it: masthead import undo ${report.batch}`);
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
