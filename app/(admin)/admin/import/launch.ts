import { importers } from '@/lib/import/importers/registry';
import type { ImportJob } from '@/lib/import/running/start-import';
import { log } from '@/lib/platform/log';
import { startTool } from '../tool';

/** Runs an import with the command-line tool, in a separate process. */
export function launchImport(job: ImportJob) {
  const { importer, batchId, startedBy, files, addresses, oldUrl, fetchFiles, authors, dryRun } = job;
  const options = [
    '--batch',
    batchId,
    '--started-by',
    startedBy,
    ...(dryRun ? ['--dry-run'] : []),
    ...(fetchFiles ? ['--fetch-files'] : []),
    ...(oldUrl ? ['--old-url', oldUrl] : []),
    ...authors.map((line) => `--author=${line}`),
    ...ownOptions(job),
    ...addresses.flatMap((file) => ['--addresses', file]),
  ];
  const child = startTool(['import', importer, ...files, ...options], 'ignore');
  child.on('error', (error) => log.error({ event: 'import_not_started', batch: batchId, error }, 'import not started'));
  child.on('exit', (code) => {
    if (code !== 0) log.warn({ event: 'import_failed', batch: batchId, code }, 'import failed');
  });
  child.unref();
}

// Joined by "=", so that no value is taken for an option.
function ownOptions({ importer, options }: Pick<ImportJob, 'importer' | 'options'>) {
  const known = importers.find(({ id }) => id === importer)?.options ?? [];
  return known.flatMap(({ name, flag }) => (options[name] ? [`${flag.split(' ')[0]}=${options[name]}`] : []));
}
