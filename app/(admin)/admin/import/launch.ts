import { spawn } from 'node:child_process';
import type { ImportJob } from '@/lib/import/running/start-import';
import { log } from '@/lib/platform/log';
import { toolMemoryFlags, typescriptFlags } from '@/lib/runtime/node-flags.mjs';

const tool = [...toolMemoryFlags, ...typescriptFlags, 'cli/main.ts'];

/** Runs an import with the command-line tool, in a separate process. */
export function launchImport({
  importer,
  batchId,
  startedBy,
  files,
  addresses,
  oldUrl,
  fetchFiles,
  dryRun,
}: ImportJob) {
  const options = [
    '--batch',
    batchId,
    '--started-by',
    startedBy,
    ...(dryRun ? ['--dry-run'] : []),
    ...(fetchFiles ? ['--fetch-files'] : []),
    ...(oldUrl ? ['--old-url', oldUrl] : []),
    ...addresses.flatMap((file) => ['--addresses', file]),
  ];
  const child = spawn(process.execPath, [...tool, 'import', importer, ...files, ...options], {
    cwd: process.cwd(),
    stdio: 'ignore',
    env: { ...process.env, NODE_OPTIONS: '', NODE_ENV: 'production' },
  });
  child.on('error', (error) => log.error({ event: 'import_not_started', batch: batchId, error }, 'import not started'));
  child.on('exit', (code) => {
    if (code !== 0) log.warn({ event: 'import_failed', batch: batchId, code }, 'import failed');
  });
  child.unref();
}
