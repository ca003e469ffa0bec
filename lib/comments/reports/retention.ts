import 'server-only';
import { db, type Tx } from '@/lib/database/db';

const DAY_MS = 24 * 60 * 60 * 1000;
/** How long a report can be linked to an address, and how long its receipt can be read after a decision. */
const ADDRESS_DAYS = 30;
const DECIDED_DAYS = 365;

/** Removes hashes of addresses after a month, and decided reports after a year. */
export async function deleteOldCommentReports(now = new Date()) {
  const [month, year] = [ADDRESS_DAYS, DECIDED_DAYS].map((days) => new Date(now.getTime() - days * DAY_MS));
  await db.$executeRaw`
    UPDATE "CommentReport" SET "reporter" = "id" WHERE "createdAt" < ${month} AND "reporter" LIKE 'address:%'`;
  await db.commentReport.deleteMany({ where: { createdAt: { lt: year! }, status: { not: 'open' } } });
}

/** Leaves what a person reported, and neither who they are nor their words. */
export async function anonymiseReportsOf(userId: string, tx: Tx) {
  await tx.$executeRaw`
    UPDATE "CommentReport" SET "reporter" = "id", "reporterId" = NULL, "text" = '' WHERE "reporterId" = ${userId}`;
}
