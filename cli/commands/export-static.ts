import { createWriteStream } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { Command } from 'commander';
import { staticCopy } from '@/lib/export/formats';
import type { ExportReport } from '@/lib/export/export-format';
import type { Files } from '@/lib/export/static/static-copy';
import { print, printJson } from '../terminal';

type Options = { to: string; json?: true };

export function registerStaticCopy(group: Command) {
  group
    .command(staticCopy.id)
    .description(`${staticCopy.label}. ${staticCopy.description} It leaves out: ${staticCopy.leavesOut}`)
    .requiredOption('--to <place>', 'the new folder or the .zip file to write; - writes a zip to standard output')
    .option('--json', 'print what was written as JSON')
    .action(exportStatic);
}

async function exportStatic({ to, json }: Options) {
  const { openStaticPages } = await import('@/server/rendering/static-pages');
  const { copySite } = await import('@/lib/export/static/copying');
  const { intoFolder, intoZip } = await import('@/lib/export/static/sinks');
  const pages = await openStaticPages();
  try {
    let report: ExportReport = { counts: {}, notes: [] };
    const write = async (files: Files) => {
      report = await copySite(pages, files);
    };
    if (to === '-') return await intoZip(process.stdout, write);
    if (to.endsWith('.zip')) await whole(to, (draft) => intoZip(createWriteStream(draft), write));
    else await intoFolder(to, write);
    if (json) return printJson({ ...report, place: resolve(to) });
    const what = Object.entries(report.counts).map(([kind, count]) => `${count.toLocaleString('en')} ${kind}`);
    print(`Wrote ${what.join(', ')} to ${resolve(to)}.`, ...report.notes);
  } finally {
    await pages.close();
  }
}

/** The file has its name once it is complete. */
async function whole(file: string, write: (draft: string) => Promise<void>) {
  const draft = `${file}.part`;
  try {
    await write(draft);
    await rename(draft, file);
  } finally {
    await rm(draft, { force: true });
  }
}
