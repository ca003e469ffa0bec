import 'server-only';
import { createHash } from 'node:crypto';
import { createReadStream, statSync } from 'node:fs';
import { hostname } from 'node:os';
import { basename } from 'node:path';
import { db } from '@/lib/database/db';
import { AppError } from '@/lib/platform/errors';
import { newId } from '@/lib/platform/ids';
import { folderEntries } from '../archives/folder-entries';
import type { ImportReport } from '../report/report';

export type BatchStatus = 'running' | 'done' | 'failed' | 'undone';

export type RunningReport = {
  running: { done: number; total: number; at: string; process: string };
  dryRun?: boolean;
};

/** An import without a heartbeat for this long counts as stopped (ms). */
const HEARTBEAT_TIMEOUT_MS = 30_000;
const HEARTBEAT_INTERVAL_MS = 5_000;
/** How long a process may take to start before its heartbeat is expected (ms). */
const START_TIMEOUT_MS = 90_000;
const thisProcess = `${hostname()}:${process.pid}`;

export type OpenBatch = { id: string; isResumed: boolean };

type BatchInput = { source: string; files: readonly string[]; createdById: string | null; batchId: string | null };

/** Starts an import or resumes an interrupted one. Refuses while another runs: both would create the same rows. */
export async function openBatch({ source, files, createdById, batchId }: BatchInput): Promise<OpenBatch> {
  const fileHash = await hashFiles(files);
  const running = await db.importBatch.findMany({
    where: { status: 'running' },
    orderBy: { createdAt: 'desc' },
    select: { id: true, fileHash: true, report: true },
  });
  const others = running.filter(({ id }) => id !== batchId);
  const alive = others.find(({ report }) => isAlive(report));
  if (alive) throw new AppError('conflict', `Another import (${alive.id}) is running: wait until it is done.`);
  const cutOff = others.find((batch) => batch.fileHash === fileHash);
  if (cutOff && !batchId) return { id: cutOff.id, isResumed: true };
  const id = batchId ?? newId();
  const fileName = files
    .map((file) => basename(file))
    .join(', ')
    .slice(0, 300);
  const facts = { source: source.split(':')[0] ?? source, fileHash, status: 'running', report: runningReport(0, 0) };
  if (batchId) await db.importBatch.update({ where: { id }, data: facts });
  else await db.importBatch.create({ data: { id, fileName, createdById, createdAt: new Date(), ...facts } });
  return { id, isResumed: batchId !== null };
}

/** Stores progress, which is also the heartbeat; one that comes after the end changes nothing. */
export async function storeProgress(id: string, done: number, total: number) {
  await db.importBatch.updateMany({
    where: { id, status: 'running' },
    data: { report: runningReport(done, total) },
  });
}

/** Sends heartbeats during long work without progress. */
export async function whileAlive<T>(
  id: string | null,
  work: () => Promise<T>,
  { done, total }: { done: number; total: number } = { done: 0, total: 0 },
): Promise<T> {
  if (id === null) return work();
  const timer = setInterval(() => void storeProgress(id, done, total).catch(() => {}), HEARTBEAT_INTERVAL_MS);
  try {
    return await work();
  } finally {
    clearInterval(timer);
  }
}

export async function closeBatch(id: string, status: BatchStatus, report: ImportReport | { failure: string }) {
  await db.importBatch.update({
    where: { id },
    data: { status, report: JSON.stringify(report), finishedAt: new Date() },
  });
}

/** The report while the process starts. */
export function beganReport(facts: { dryRun: boolean }) {
  return JSON.stringify({ ...(JSON.parse(runningReport(0, 0, START_TIMEOUT_MS)) as RunningReport), ...facts });
}

/** Throws if the path is not a file. */
export function requireFile(file: string) {
  if (isFolder(file)) throw new AppError('invalid', `${file} is a folder: give the file itself.`);
}

/** Throws if the path is neither a file nor a folder. */
export function requireExport(path: string) {
  isFolder(path);
}

function isFolder(path: string) {
  try {
    return statSync(path).isDirectory();
  } catch {
    throw new AppError('not_found', `There is no file ${path}.`);
  }
}

export function isAlive(report: string) {
  const running = (JSON.parse(report) as Partial<RunningReport>).running;
  if (!running || Date.now() - Date.parse(running.at) > HEARTBEAT_TIMEOUT_MS) return false;
  const [host, pid] = running.process.split(':');
  return host !== hostname() || isRunning(Number(pid));
}

function runningReport(done: number, total: number, ahead = 0) {
  const at = new Date(Date.now() + ahead).toISOString();
  const report: RunningReport = { running: { done, total, at, process: thisProcess } };
  return JSON.stringify(report);
}

/** Whether a process on this machine is alive. */
export function isRunning(pid: number) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // EPERM: the process exists, under another account.
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

async function hashFiles(files: readonly string[]) {
  const hash = createHash('sha256');
  for (const file of files) {
    const isFolder = statSync(file).isDirectory();
    for await (const chunk of isFolder ? factsOf(file) : createReadStream(file)) hash.update(chunk as Buffer | string);
  }
  return hash.digest('hex');
}

async function* factsOf(folder: string) {
  for await (const { name, size } of folderEntries(folder)) yield `${name} ${size}\n`;
}
