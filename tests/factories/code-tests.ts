import type { Actor } from '@/lib/auth/actor';
import type { CreativeDraft } from '@/lib/slots/creative';
import { keepTestResult, startCodeTest } from '@/lib/slots/testing/code-tests';
import type { Observed } from '@/lib/slots/testing/test-result';
import { nothingSeen } from './seen-of-code';

/** What the test page sends of one run. */
export function testRuns(more: Partial<Observed> = {}) {
  const observed = { ...nothingSeen, requests: 1, bytes: 1_000, width: 300, height: 250, ...more };
  return JSON.stringify([{ frame: { width: 320, height: 250 }, observed, page: { focus: 0, entries: 0 } }]);
}

/** A test of this code that found this. */
export async function testCode(
  actor: Actor,
  { slotId, creative }: { slotId: string; creative: CreativeDraft },
  more: Partial<Observed> = {},
) {
  const { id } = await startCodeTest(actor, { slotId, creative });
  await keepTestResult(actor, { id, runs: testRuns(more) });
  return id;
}
