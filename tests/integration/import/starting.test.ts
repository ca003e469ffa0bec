import { Readable } from 'node:stream';
import { expect, test } from 'vitest';
import { readDb } from '@/lib/database/db';
import { wordpress } from '@/lib/import/importers/wordpress/importer';
import { runImport } from '@/lib/import/pipeline';
import { findImport } from '@/lib/import/queries';
import { closeBatch, storeProgress } from '@/lib/import/running/batches';
import { receiveExport } from '@/lib/import/running/receiving';
import { continueImport, startImport, type ImportJob } from '@/lib/import/running/start-import';
import { undoImport } from '@/lib/import/running/undoing';
import { actorWith } from '../../factories/users';
import { wxr, wxrItem } from '../../factories/wxr';

async function receive(fields: Record<string, string> = {}) {
  const form = new FormData();
  form.append('file', new File([wxr(wxrItem({ id: '901', name: 'started' }))], 'export.xml'));
  for (const [name, value] of Object.entries(fields)) form.append(name, value);
  const request = new Request('http://localhost/', { method: 'POST', body: form });
  const { headers } = request;
  return receiveExport({ headers, body: Readable.toWeb(Readable.from([Buffer.from(await request.arrayBuffer())])) });
}

const auditOf = async (id: string) => {
  const entries = await readDb.auditEntry.findMany({ where: { subjectId: id }, orderBy: { createdAt: 'asc' } });
  return entries.map(({ action, actorId }) => [action, actorId]);
};

test('an import is started for a person by whatever starts processes, and the audit log names them to the end', async () => {
  const owner = await actorWith('owner');
  const jobs: ImportJob[] = [];
  const launch = (job: ImportJob) => void jobs.push(job);
  const { id, fileName } = await receive({ oldUrl: 'https://old-harbour.example' });

  await startImport(owner, { id, fileName, dryRun: true }, launch);
  const [trial] = jobs;
  expect(trial).toMatchObject({ importer: 'wordpress', batchId: id, startedBy: owner.id, dryRun: true, addresses: [] });
  expect(trial).toMatchObject({ oldUrl: 'https://old-harbour.example' });
  expect(await readDb.importBatch.findUniqueOrThrow({ where: { id } })).toMatchObject({
    source: 'wordpress',
    createdById: owner.id,
  });
  const { startedBy, ...input } = trial!;
  await runImport({ startedBy }, wordpress, input);
  expect(await auditOf(id)).toEqual([['import.dry-run', owner.id]]);

  const other = await actorWith('admin');
  await continueImport(other, { id, dryRun: false }, launch);
  expect(jobs[1]).toMatchObject({ batchId: id, startedBy: other.id, dryRun: false });
  await runImport({ startedBy: other.id }, wordpress, { ...input, dryRun: false });
  expect(await auditOf(id)).toEqual([
    ['import.dry-run', owner.id],
    ['import.start', other.id],
    ['import.run', other.id],
  ]);
  await undoImport(other, id);
});

test('progress that is stored after the end leaves the report as it is', async () => {
  const { id, fileName } = await receive();
  await startImport(await actorWith('owner'), { id, fileName, dryRun: false }, () => {});
  await storeProgress(id, 3, 4);
  expect(await findImport(id)).toMatchObject({ state: { status: 'running', done: 3, total: 4 } });
  await closeBatch(id, 'failed', { failure: 'The file ends too early.' });
  await storeProgress(id, 4, 4);
  expect(await findImport(id)).toMatchObject({ state: { status: 'failed', failure: 'The file ends too early.' } });
});

test('who may not import starts nothing', async () => {
  const { id, fileName } = await receive();
  const jobs: ImportJob[] = [];
  const launch = (job: ImportJob) => void jobs.push(job);
  await expect(startImport(await actorWith('editor'), { id, fileName, dryRun: false }, launch)).rejects.toThrow(
    'Your role does not allow this.',
  );
  const owner = await actorWith('owner');
  await expect(startImport(owner, { id: 'gone', fileName, dryRun: false }, launch)).rejects.toThrow(
    'The files of this import are no longer here. Please upload them again.',
  );
  expect(jobs).toEqual([]);
});
