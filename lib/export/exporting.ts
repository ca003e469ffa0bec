import 'server-only';
import { createWriteStream, existsSync, statSync } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { Readable, type Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { snapshot } from '@/lib/database/db';
import { env } from '@/lib/platform/env';
import { AppError } from '@/lib/platform/errors';
import { flush } from '@/lib/platform/fsync';
import type { ExportFormat, ExportReport } from './export-format';

const MAX_NOTES = 200;

export type Exporting = {
  withEmails?: boolean;
  onProgress?: (done: number, total: number) => void;
};

/** Writes the site in a format, as of one moment, in constant memory. */
export async function exportSite(format: ExportFormat, sink: Writable, given: Exporting = {}): Promise<ExportReport> {
  const { withEmails = false, onProgress = () => {} } = given;
  const report: ExportReport = { counts: {}, notes: [] };
  await snapshot(async (tx) => {
    const total = (await tx.post.count()) + (await tx.comment.count());
    let done = 0;
    const count = (kind: string, by = 1) => {
      report.counts[kind] = (report.counts[kind] ?? 0) + by;
      if (['posts', 'pages', 'comments'].includes(kind)) onProgress((done += by), total);
    };
    const note = (sentence: string) => {
      if (report.notes.length < MAX_NOTES) report.notes.push(sentence);
    };
    const chunks = format.write({ tx, now: new Date(), withEmails, siteUrl: env().siteUrl, count, note });
    await pipeline(Readable.from(chunks), sink);
  });
  return report;
}

/** Writes an export to a file, which appears once it is complete. Mode 0600: it holds what is hidden on the site. */
export async function exportToFile(
  format: ExportFormat,
  file: string,
  given: Exporting = {},
): Promise<ExportReport & { file: string; bytes: number }> {
  const path = resolve(file);
  requireWritablePath(path);
  const draft = `${path}.part`;
  try {
    const report = await exportSite(format, createWriteStream(draft, { mode: 0o600 }), given);
    await flush(draft);
    await rename(draft, path);
    return { ...report, file: path, bytes: statSync(path).size };
  } catch (error) {
    await rm(draft, { force: true });
    throw aboutTarget(error, path) ?? error;
  }
}

// Nothing else is written during an export: a write error concerns its file.
function aboutTarget(error: unknown, path: string) {
  const { code = '', path: refused = '' } = error as NodeJS.ErrnoException;
  if (/^(?:ENOSPC|EDQUOT|EFBIG)$/.test(code))
    return new AppError('storage_full', `The disk that holds ${path} is full: free some space, or name another place.`);
  if (!refused.startsWith(path)) return null;
  return new AppError(
    'invalid',
    `${path} cannot be written (${code}): give this account the right to, or name another place.`,
  );
}

function requireWritablePath(path: string) {
  if (existsSync(path) && statSync(path).isDirectory())
    throw new AppError('invalid', `${path} is a folder: give the name of the file to write.`);
  if (!existsSync(dirname(path))) throw new AppError('not_found', `There is no folder ${dirname(path)}.`);
}
