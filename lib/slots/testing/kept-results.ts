import 'server-only';
import type { Tx } from '@/lib/database/db';

/** How long code can be tested, and how long its result waits for the code to be saved. */
export const TEST_MINUTES = 30;

/** Tests that began before this are over. */
export function oldestTest(now: Date) {
  return new Date(now.getTime() - TEST_MINUTES * 60_000);
}

/** The newest result of this content, which a version of it takes over; nothing if it was not tested. */
export async function resultOfContent(tx: Tx, { slotId, hash }: { slotId: string; hash: string }, now = new Date()) {
  const test = await tx.codeTest.findFirst({
    where: { slotId, hash, result: { not: null }, createdAt: { gt: oldestTest(now) } },
    orderBy: { createdAt: 'desc' },
    select: { result: true, createdAt: true },
  });
  return test?.result ? { testResult: test.result, testedAt: test.createdAt } : {};
}
