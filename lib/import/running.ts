import 'server-only';
import { spawn } from 'node:child_process';
import type { Actor } from '@/lib/auth/actor';
import { requireCapability } from '@/lib/auth/guards';
import { reader, transaction } from '@/lib/db';
import { AppError } from '@/lib/errors';
import { emit } from '@/lib/events/emit';
import { log } from '@/lib/log';
import { beganReport, isAlive } from './batches';
import { findReceived, type ReceivedFiles } from './receiving';

/** As scripts/masthead.mjs starts the tool: the heap stays small whatever the machine would allow. */
const FLAT_MEMORY = [
  '--max-semi-space-size=4',
  '--max-old-space-size=208',
  '--heap-growing-percent=20',
  '--optimize-for-size',
];

export type StartInput = { id: string; fileName: string; dryRun: boolean };

/** Imports what was received, in a process of its own: the site answers as quickly as before. */
export async function startImport(actor: Actor, { id, fileName, dryRun }: StartInput) {
  requireCapability(actor, 'import.run');
  const received = await findReceived(id);
  if (!received)
    throw new AppError('not_found', 'The files of this import are no longer here. Please upload them again.');
  const { oldUrl } = received;
  if (oldUrl && !/^https?:\/\/[^\s/]+/.test(oldUrl)) {
    throw new AppError('invalid', 'The old address must look like https://blog.example.org, or be left empty.');
  }
  const running = await reader.importBatch.findMany({ where: { status: 'running' }, select: { report: true } });
  if (running.some(({ report }) => isAlive(report))) {
    throw new AppError('conflict', 'Another import is running. Please wait until it is done.');
  }
  const facts = { status: 'running', report: beganReport({ dryRun }) };
  await transaction(async (tx) => {
    await tx.importBatch.upsert({
      where: { id },
      create: { id, source: 'wordpress', fileName, createdById: actor.id, createdAt: new Date(), ...facts },
      update: facts,
    });
    emit(tx, { type: 'import.started', actorId: actor.id, batchId: id, fileName, isDryRun: dryRun });
  });
  launch(id, { ...received, dryRun });
}

/** Takes up an import that was tried, cut off or failed, with the files that are still here, or tries it once more. */
export async function continueImport(actor: Actor, { id, dryRun }: { id: string; dryRun: boolean }) {
  requireCapability(actor, 'import.run');
  const batch = await reader.importBatch.findUnique({ where: { id }, select: { fileName: true } });
  if (!batch) throw new AppError('not_found', 'There is no such import.');
  await startImport(actor, { id, fileName: batch.fileName, dryRun });
}

/** Whether the uploaded files of a batch are still here. */
export async function canContinue(id: string) {
  return (await findReceived(id)) !== null;
}

function launch(id: string, { files, addresses, oldUrl, dryRun }: ReceivedFiles & { dryRun: boolean }) {
  const lists = addresses.flatMap((file) => ['--addresses', file]);
  const options = [...(dryRun ? ['--dry-run'] : []), ...(oldUrl ? ['--old-url', oldUrl] : []), ...lists];
  const args = [
    ...FLAT_MEMORY,
    '--conditions=react-server',
    '--import',
    './server/typescript.mjs',
    'cli/main.ts',
    'import',
    'wordpress',
    ...files,
  ];
  const child = spawn(process.execPath, [...args, '--batch', id, ...options], {
    cwd: process.cwd(),
    stdio: 'ignore',
    env: { ...process.env, NODE_OPTIONS: '', NODE_ENV: 'production' },
  });
  child.on('error', (error) => log.error({ event: 'import_not_started', batch: id, error }, 'import not started'));
  child.on('exit', (code) => {
    if (code !== 0) log.warn({ event: 'import_failed', batch: id, code }, 'import failed');
  });
  child.unref();
}
