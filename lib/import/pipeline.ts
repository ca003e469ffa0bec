import 'server-only';
import { requireCapability } from '@/lib/auth/guards';
import { waitLongerForLocks } from '@/lib/database/sqlite-commits';
import { publish } from '@/lib/events/emit';
import { newId } from '@/lib/platform/ids';
import { explainError } from '@/lib/database/error-messages';
import { isFile, mediaFolderIn, MediaFolders } from './archives/media-folders';
import { openFiles } from './archives/opening';
import type { Importer, ImportSource } from './importer';
import { refuseOtherFormats } from './other-formats';
import { importSource } from './pipeline/import-source';
import type { BatchInput, ImportActor, ImportInput, OpenedInput, Progress } from './pipeline/run';
import { Scratch } from './reading/scratch';
import { requireAddressLists } from './report/address-lists';
import { addProblem, emptyReport, type ImportReport } from './report/report';
import { closeBatch, openBatch, requireExport, requireFile, whileAlive } from './running/batches';
import { removeExport } from './running/receiving';

type Started = { importer: Importer; createdById: string | null; onProgress: Progress };

/** Imports export files in constant memory, fifty items per transaction. Idempotent and resumable. */
export async function runImport(
  actor: ImportActor,
  importer: Importer,
  input: ImportInput,
  onProgress: Progress = () => {},
): Promise<ImportReport> {
  const createdById = idOf(actor);
  const { batchId = null } = input;
  try {
    const report = await importFiles({ ...input, batchId }, { importer, createdById, onProgress });
    const { batch, source } = report;
    if (batch !== null) await publish({ type: 'import.finished', actorId: createdById, batchId: batch, source });
    return report;
  } catch (error) {
    if (batchId) await closeBatch(batchId, 'failed', failureOf(error));
    throw error;
  }
}

function idOf(actor: ImportActor) {
  if (actor === 'operator') return null;
  return 'startedBy' in actor ? actor.startedBy : requireCapability(actor, 'import.run').id;
}

function failureOf(error: unknown) {
  return { failure: explainError(error, 'It stopped because of an error') };
}

async function importFiles(input: BatchInput, started: Started) {
  waitLongerForLocks();
  const { importer } = started;
  const { batchId, mediaDir = null, addresses = [] } = input;
  const archive = mediaDir !== null && isFile(mediaDir) ? [mediaDir] : [];
  const given = [...input.files, ...archive];
  for (const file of given) requireExport(file);
  for (const file of addresses) requireFile(file);
  const isFolder = mediaDir !== null && archive.length === 0;
  const folder = isFolder ? [mediaFolderIn(mediaDir, importer.media?.folders ?? [])] : [];
  await requireAddressLists(addresses);
  const opened = await whileAlive(batchId, () => openFiles(given, importer));
  const scratch = new Scratch();
  try {
    await refuseOtherFormats(opened.exports, importer);
    const folders = new MediaFolders([...folder, ...(opened.uploads ? [opened.uploads] : [])]);
    const { oldUrl, options = {} } = input;
    const request = { options, oldUrl, scratch, uploads: opened.uploads };
    const source = await whileAlive(batchId, () => importer.open(opened.exports, request));
    return await importOpened(source, { ...input, opened, folders, scratch }, started);
  } finally {
    scratch.close();
    await opened.close();
  }
}

async function importOpened(source: ImportSource, input: OpenedInput, started: Started) {
  const { importer, createdById, onProgress } = started;
  const name = `${importer.id}:${source.site.baseUrl}`;
  const report = emptyReport(name, input.dryRun);
  report.remarks = [...source.remarks];
  if (input.pulledUntil) report.pulledUntil = input.pulledUntil;
  for (const problem of source.notes) addProblem(report.notes, problem);
  for (const line of [...source.leftOut, ...input.opened.leftOut]) addProblem(report.failed, line);
  const run = { report, input, importer, onProgress, shown: { done: 0, total: 0 } };
  if (input.dryRun) {
    await importSource(source, { ...run, batchId: newId() });
    if (input.batchId) await closeBatch(input.batchId, 'done', report);
    return report;
  }
  const opening = { source: name, files: input.files, createdById, batchId: input.batchId };
  const batch = await whileAlive(input.batchId, () => openBatch(opening));
  report.batch = batch.id;
  try {
    await importSource(source, { ...run, batchId: batch.id });
  } catch (error) {
    await closeBatch(batch.id, 'failed', failureOf(error));
    throw error;
  }
  await closeBatch(batch.id, 'done', report);
  // Exports contain personal data and are no longer needed.
  if (input.batchId) await removeExport(input.batchId);
  return report;
}
