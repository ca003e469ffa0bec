import type { Command } from 'commander';
import { exportFormats } from '@/lib/export/formats';
import type { ExportFormat } from '@/lib/export/export-format';
import { registerStaticCopy } from './export-static';
import { print, printJson, withProgress } from '../terminal';

type Options = { withEmails?: true; json?: true };

export function registerExportCommands(program: Command) {
  const group = program.command('export').description('write the whole site to a file that other systems can read');
  for (const format of exportFormats) {
    group
      .command(format.id)
      .description(`${format.label}. ${format.description} It leaves out: ${format.leavesOut}`)
      .argument(
        '<file>',
        `the .${format.extension} file to write; an existing one is replaced once the new one is complete; - writes to standard output`,
      )
      .option('--with-emails', 'include the e-mail addresses of those who wrote: keep such a file safe')
      .option('--json', 'print what was written as JSON')
      .action((file: string, options: Options) => exportFile(format, file, options));
  }
  registerStaticCopy(group);
}

async function exportFile(format: ExportFormat, file: string, { withEmails, json }: Options) {
  const { exportSite, exportToFile } = await import('@/lib/export/exporting');
  if (file === '-') {
    await exportSite(format, process.stdout, { withEmails: withEmails === true });
    return;
  }
  const report = await withProgress('Exporting', (onProgress) =>
    exportToFile(format, file, { withEmails: withEmails === true, onProgress }),
  );
  if (json) return printJson(report);
  const { counts, bytes, notes } = report;
  const what = Object.entries(counts).map(([kind, count]) => `${count.toLocaleString('en')} ${kind}`);
  print(`Wrote ${what.join(', ')} to ${report.file} (${(bytes / 1024 / 1024).toFixed(1)} MB).`, ...notes);
}
