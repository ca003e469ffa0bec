import 'server-only';
import type { Actor } from '@/lib/auth/actor';
import { requireCapability } from '@/lib/auth/guards';
import { readDb, transaction } from '@/lib/database/db';
import { AppError } from '@/lib/platform/errors';
import { emit } from '@/lib/events/emit';
import { importers } from '../importers/registry';
import { recogniseImporter } from '../recognition';
import { beganReport, isAlive } from './batches';
import { findReceived, saveChoices, type ImportChoices, type ReceivedFiles } from './receiving';

export type StartInput = { id: string; fileName: string; dryRun: boolean };

export type ImportJob = ReceivedFiles & { importer: string; batchId: string; startedBy: string; dryRun: boolean };

export type Launch = (job: ImportJob) => void;

/** Imports the received files in a separate process, so that the site stays responsive. */
export async function startImport(actor: Actor, { id, fileName, dryRun }: StartInput, launch: Launch) {
  requireCapability(actor, 'import.run');
  const received = await findReceived(id);
  if (!received)
    throw new AppError('not_found', 'The files of this import are no longer here. Please upload them again.');
  const { oldUrl, options } = received;
  if (oldUrl && !/^https?:\/\/[^\s/]+/.test(oldUrl)) {
    throw new AppError('invalid', 'The old address must look like https://blog.example.org, or be left empty.');
  }
  const running = await readDb.importBatch.findMany({ where: { status: 'running' }, select: { report: true } });
  if (running.some(({ report }) => isAlive(report))) {
    throw new AppError('conflict', 'Another import is running. Please wait until it is done.');
  }
  const importer = await recogniseImporter(received.files, importers);
  for (const { name, problemWith } of importer.options) {
    const problem = options[name] ? problemWith(options[name]) : null;
    if (problem) throw new AppError('invalid', `${name}: ${problem}`, { fields: { [name]: problem } });
  }
  const facts = { status: 'running', report: beganReport({ dryRun }) };
  await transaction(async (tx) => {
    await tx.importBatch.upsert({
      where: { id },
      create: { id, source: importer.id, fileName, createdById: actor.id, createdAt: new Date(), ...facts },
      update: facts,
    });
    emit(tx, { type: 'import.started', actorId: actor.id, batchId: id, fileName, isDryRun: dryRun });
  });
  launch({ ...received, importer: importer.id, batchId: id, startedBy: actor.id, dryRun });
}

/** What was chosen for an import whose files are here, and the options that its system has; null without files. */
export async function findChoices(actor: Actor, id: string) {
  requireCapability(actor, 'import.run');
  const [received, batch] = await Promise.all([
    findReceived(id),
    readDb.importBatch.findUnique({ where: { id }, select: { source: true } }),
  ]);
  if (!received || !batch) return null;
  const { oldUrl, fetchFiles, authors, options } = received;
  const importer = importers.find((one) => one.id === batch.source.split(':')[0]);
  return { choices: { oldUrl, fetchFiles, authors, options }, options: importer?.options ?? [] };
}

type ContinueInput = Omit<StartInput, 'fileName'> & { choices?: ImportChoices };

/** Continues or repeats an import with the files still here, after a dry run, interruption or failure. */
export async function continueImport(actor: Actor, { id, dryRun, choices }: ContinueInput, launch: Launch) {
  requireCapability(actor, 'import.run');
  const batch = await readDb.importBatch.findUnique({ where: { id }, select: { fileName: true } });
  if (!batch) throw new AppError('not_found', 'This import does not exist.');
  if (choices && (await canContinue(id))) await saveChoices(id, choices);
  await startImport(actor, { id, fileName: batch.fileName, dryRun }, launch);
}

/** Whether uploaded files of a batch are still here. */
export async function canContinue(id: string) {
  return (await findReceived(id)) !== null;
}
