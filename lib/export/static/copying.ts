import 'server-only';
import { readDb } from '@/lib/database/db';
import { env } from '@/lib/platform/env';
import type { ExportReport } from '../export-format';
import { writeStaticCopy, type Files, type Pages } from './static-copy';

const MAX_NOTES = 200;

/** Copies the public site into files and says what was written. Pages are read one by one while the site runs. */
export async function copySite(pages: Pages, files: Files): Promise<ExportReport> {
  const report: ExportReport = { counts: {}, notes: [] };
  const count = (kind: string, by = 1) => {
    report.counts[kind] = (report.counts[kind] ?? 0) + by;
  };
  const note = (sentence: string) => {
    if (report.notes.length < MAX_NOTES) report.notes.push(sentence);
  };
  // Pages read through the same connection, so none of it may be kept for a snapshot.
  await writeStaticCopy(
    { tx: readDb, now: new Date(), withEmails: false, siteUrl: env().siteUrl, count, note },
    pages,
    files,
  );
  return report;
}
