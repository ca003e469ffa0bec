import type { Actor } from '@/lib/auth/actor';
import type { CreativeDraft } from '@/lib/slots/creative';
import { keepTestResult, startCodeTest } from '@/lib/slots/testing/code-tests';
import type { Observed } from '@/lib/slots/testing/test-result';

const calls = { writes: 0, focus: 0, scrolls: 0, entries: 0, popups: 0, dialogs: 0, storage: 0 };
const costs = { requests: 1, bytes: 1_000, hidden: 0, longTasks: 0, longTaskMs: 0, shift: 0 };

/** What the test page sends of one run. */
export function testRuns(more: Partial<Observed> = {}) {
  const observed = { ...calls, ...costs, hosts: [], errors: [], refused: [], width: 300, height: 250, ...more };
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
