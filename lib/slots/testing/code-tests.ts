import 'server-only';
import { randomBytes } from 'node:crypto';
import type { Actor } from '@/lib/auth/actor';
import { requireCapability } from '@/lib/auth/guards';
import { db, readDb, transaction } from '@/lib/database/db';
import { AppError } from '@/lib/platform/errors';
import { env } from '@/lib/platform/env';
import { contentOf, hashContent, isolationOf, type CreativeDraft } from '@/lib/slots/creative';
import { validCreative } from '@/lib/slots/versions';
import { oldestTest } from './kept-results';
import { combineRuns, parseJson, parseTestResult, runsSchema, type TestResult } from './test-result';

/** Of one person; older ones go. */
const MAX_TESTS = 5;

type Tested = { slotId: string; code: string; level: number; hash: string };

/** Keeps code as it was typed for a test by this person alone; nothing of it is published. Returns the test's id. */
export async function startCodeTest(
  actor: Actor,
  { slotId, creative }: { slotId: string; creative: CreativeDraft | null },
) {
  const editor = requireCapability(actor, 'slots.edit');
  if (creative?.kind !== 'code') {
    const sentence = 'Paste the code that is to be tested.';
    throw new AppError('invalid', sentence, { fields: { code: sentence } });
  }
  const content = contentOf(validCreative(creative));
  const { code, level } = content;
  return addTest(editor, { slotId, code, level, hash: hashContent(content) });
}

/** A test of this person in this slot; null if it is over, or somebody else’s. */
export async function findCodeTest(actor: Actor, { id, slotId }: { id: string; slotId: string }, now = new Date()) {
  const editor = requireCapability(actor, 'slots.edit');
  const row = await readDb.codeTest.findFirst({
    where: { id, slotId, userId: editor.id, createdAt: { gt: oldestTest(now) } },
    select: { level: true, code: true, hash: true, result: true },
  });
  if (!row) return null;
  const saved = await readDb.creative.findFirst({
    where: { slotId, hash: row.hash },
    orderBy: { version: 'desc' },
    select: { version: true },
  });
  return {
    code: row.code,
    ...isolationsOf(row.level),
    result: parseTestResult(row.result),
    /** Null: not saved yet. */
    version: saved?.version ?? null,
  };
}

/** The code of a test's frames, for whoever knows its id. */
export async function findTestFrame(id: string, now = new Date()) {
  const where = { id, createdAt: { gt: oldestTest(now) } };
  const row = await readDb.codeTest.findFirst({ where, select: { code: true, level: true, slotId: true } });
  if (!row) return null;
  const slot = await readDb.slot.findUnique({ where: { id: row.slotId }, select: { label: true } });
  return { code: row.code, label: slot?.label ?? '', isolation: isolationsOf(row.level).testedIn };
}

/**
 * Keeps what the test page saw, with every version of this content. It informs staff: what a frame says of
 * itself may be forged, and nothing is allowed because of it.
 */
export async function keepTestResult(actor: Actor, { id, runs }: { id: string; runs: string }, now = new Date()) {
  const editor = requireCapability(actor, 'slots.edit');
  const parsed = runsSchema.safeParse(parseJson(runs));
  if (!parsed.success) {
    throw new AppError('invalid', 'These results cannot be right, so they were not kept. Please run the test again.');
  }
  await transaction(async (tx) => {
    const where = { id, userId: editor.id, createdAt: { gt: oldestTest(now) } };
    const test = await tx.codeTest.findFirst({ where, select: { slotId: true, level: true, hash: true } });
    if (!test) throw new AppError('not_found', 'This test is over. Please start it again.');
    const { slotId, level, hash } = test;
    const result = JSON.stringify(combineRuns(parsed.data, isolationsOf(level).testedIn));
    await tx.codeTest.update({ where: { id }, data: { result }, select: { id: true } });
    await tx.creative.updateMany({ where: { slotId, hash }, data: { testResult: result, testedAt: now } });
  });
}

/** Removes code that was only kept for a test. */
export async function deleteOldCodeTests(now = new Date()) {
  await db.codeTest.deleteMany({ where: { createdAt: { lte: oldestTest(now) } } });
}

async function addTest({ id: userId }: Actor, tested: Tested) {
  const id = randomBytes(16).toString('hex');
  return transaction(async (tx) => {
    if ((await tx.slot.count({ where: { id: tested.slotId } })) === 0) {
      throw new AppError('not_found', 'This slot no longer exists.');
    }
    const former = await tx.codeTest.findMany({
      where: { userId },
      orderBy: { createdAt: 'desc' },
      skip: MAX_TESTS - 1,
      select: { id: true },
    });
    await tx.codeTest.deleteMany({ where: { id: { in: former.map((test) => test.id) } } });
    await tx.codeTest.create({ data: { id, userId, ...tested, createdAt: new Date() }, select: { id: true } });
    return { id };
  });
}

/** Where it runs for readers, and in a test: never in the page itself, which is a page of staff. */
function isolationsOf(level: number) {
  const found = isolationOf({ kind: 'code', level });
  const isolation = found === 'inline' ? 'sandboxed' : found;
  const testedIn: TestResult['isolation'] =
    isolation !== 'sandboxed' && env().adsFrameOrigin ? 'isolated-origin' : 'sandboxed';
  return { isolation, testedIn };
}
