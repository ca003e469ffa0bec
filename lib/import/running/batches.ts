import 'server-only';
import { createHash } from 'node:crypto';
import { createReadStream, statSync } from 'node:fs';
import { hostname } from 'node:os';
import { basename } from 'node:path';
import { db } from '@/lib/database/db';
import { AppError } from '@/lib/platform/errors';
import { newId } from '@/lib/platform/ids';
import type { ImportReport } from '../report/report';

export type BatchStatus = 'running' | 'done' | 'failed' | 'undone';

/** The report of an import that is running. */
export type RunningReport = {
  running: { done: number; total: number; at: string; process: string };
  dryRun?: boolean;
};

/** An import without a sign of life for this long counts as stopped (ms). */
const HEARTBEAT_TIMEOUT_MS = 30_000;
const HEARTBEAT_INTERVAL_MS = 5_000;
/** A busy machine may take so long, ms, to start the process of an import. Until then nobody tells that it is alive. */
const STARTING_FOR = 90_000;
const thisProcess = `${hostname()}:${process.pid}`;

export type OpenBatch = { id: string; isResumed: boolean };

type BatchInput = { source: string; files: readonly string[]; createdById: string | null; batchId: string | null };

/**
 * Begins an import, or takes up the one of the same files that was cut off. Refuses while another one is running: two
 * would give the same rows twice.
 */
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

/** Stores the progress, which also shows that the process is alive. */
export async function storeProgress(id: string, done: number, total: number) {
  await db.importBatch.update({ where: { id }, data: { report: runningReport(done, total) } });
}

/** Runs long work without progress reports, and records meanwhile that the process is alive. */
export async function whileAlive<T>(id: string | null, work: () => Promise<T>, done = 0): Promise<T> {
  if (id === null) return work();
  const timer = setInterval(() => void storeProgress(id, done, done).catch(() => {}), HEARTBEAT_INTERVAL_MS);
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

/** The report of an import whose process is only being started. */
export function beganReport(facts: { dryRun: boolean }) {
  return JSON.stringify({ ...(JSON.parse(runningReport(0, 0, STARTING_FOR)) as RunningReport), ...facts });
}

/** Refuses what is no file. */
export function requireFile(file: string) {
  try {
    if (statSync(file).isFile()) return;
  } catch {
    throw new AppError('not_found', `There is no file ${file}.`);
  }
  throw new AppError('invalid', `${file} is a folder: give the export file itself.`);
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

/** Whether a process of this machine is there. */
export function isRunning(pid: number) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // Another account's process may not be asked, and is there.
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

async function hashFiles(files: readonly string[]) {
  const hash = createHash('sha256');
  for (const file of files) for await (const chunk of createReadStream(file)) hash.update(chunk as Buffer);
  return hash.digest('hex');
}
