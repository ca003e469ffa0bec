import type { Command } from 'commander';
import type { Stray } from '@/lib/import/report/address-lists';
import { counted, print, printJson, table, withProgress } from '../terminal';

/** Entries of the list that are no addresses, in a terminal. */
const MAX_STRAYS = 20;

type Options = { sitemap: string; site?: string; csv?: true; json?: true };

export function registerVerifying(group: Command) {
  group
    .command('verify')
    .description('ask a site for every address of an old sitemap, and print what is not there within one redirect')
    .requiredOption(
      '--sitemap <file|url>',
      'a sitemap (.xml, .gz) or a list with one address in each line; from a web address, an index of sitemaps too',
    )
    .option('--site <url>', 'the site to ask (default: SITE_URL)')
    .option('--csv', 'print the missing addresses as CSV')
    .option('--json', 'print all of it as JSON')
    .action(verify);
}

async function verify({ sitemap, site, csv, json }: Options) {
  const { oldAddresses } = await import('@/lib/import/verifying/old-addresses');
  const { verifyAddresses } = await import('@/lib/import/verifying/verifying');
  const { requireFile } = await import('@/lib/import/running/batches');
  const { env } = await import('@/lib/platform/env');
  if (!/^https?:\/\//i.test(sitemap)) requireFile(sitemap);
  const strays: Stray[] = [];
  const found = await withProgress('Asking', (progress) =>
    verifyAddresses(
      oldAddresses(sitemap, undefined, (stray) => strays.push(stray)),
      {
        site: site ?? env().siteUrl,
        onProgress: (done) => progress(done, done),
      },
    ),
  );
  // For scripts that wait for the day of the move.
  if (found.unanswered.length > 0) process.exitCode = 1;
  if (json) return printJson({ ...found, noAddresses: strays });
  const rows = found.unanswered.map(({ path, status, to, why }) => [path, status === 0 ? '' : String(status), to, why]);
  const columns = ['ADDRESS', 'STATUS', 'LEADS TO', 'WHY'];
  if (csv) {
    const { writeCsv } = await import('@/lib/statistics/csv');
    return print(writeCsv(columns, rows).trimEnd());
  }
  const { asked, answering, redirected, untried } = found;
  print(
    `${answering.toLocaleString('en')} of ${counted(asked, 'old address', 'old addresses')} answer at ${found.site}, ${redirected.toLocaleString('en')} of them after one redirect.`,
  );
  if (untried > 0) print(`${counted(untried, 'further address', 'further addresses')} were not tried.`);
  print(...strayLines(strays));
  if (rows.length > 0) print(...table([columns, ...rows]));
}

function strayLines(strays: readonly Stray[]) {
  if (strays.length === 0) return [];
  const more = strays.length > MAX_STRAYS ? [`  and ${strays.length - MAX_STRAYS} more; --json prints them all`] : [];
  return [
    `${counted(strays.length, 'entry is no address and was', 'entries are no addresses and were')} not asked:`,
    ...strays.slice(0, MAX_STRAYS).map(({ line, text }) => `  line ${line}: ${text}`),
    ...more,
  ];
}
