import { beforeAll, expect, test } from 'vitest';
import { db } from '@/lib/database/db';
import { addLineItem, codeDraft, fillSlot, removeLineItems, textDraft } from '../../factories/slots';
import { testRuns } from '../../factories/code-tests';
import { findVersion, listVersions } from '@/lib/slots/queries';
import {
  deleteOldCodeTests,
  findCodeTest,
  findTestFrame,
  keepTestResult,
  startCodeTest,
} from '@/lib/slots/testing/code-tests';
import { createDefaultSlots } from '@/lib/slots/default-slots';
import { actorWith } from '../../factories/users';

beforeAll(() => createDefaultSlots());

const slotId = 'post-end-slot';
const runs = testRuns({ hosts: ['a.example'], writes: 1 });
const later = (minutes: number) => new Date(Date.now() + minutes * 60_000);

async function aTest(code: string) {
  const actor = await actorWith('ads');
  const { id } = await startCodeTest(actor, { slotId, creative: codeDraft(code) });
  return { actor, id };
}

test('unsaved code is tested by whoever typed it, and its result comes with the version when it is saved', async () => {
  await fillSlot('post-end', null);
  const versions = await db.creative.count();
  const { actor, id } = await aTest('<b>unsaved</b>');
  expect(await findCodeTest(actor, { id, slotId })).toMatchObject({
    code: '<b>unsaved</b>',
    isolation: 'sandboxed',
    testedIn: 'sandboxed',
    result: null,
    version: null,
  });
  expect(await findTestFrame(id)).toMatchObject({ code: '<b>unsaved</b>', label: 'Advertisement' });
  expect(await db.creative.count()).toBe(versions);

  await keepTestResult(actor, { id, runs });
  expect(await findCodeTest(actor, { id, slotId })).toMatchObject({ result: { hosts: ['a.example'], writes: 1 } });
  const { creativeId } = await fillSlot('post-end', codeDraft('<b>unsaved</b>'));
  expect(await findVersion(slotId, creativeId ?? '')).toMatchObject({ test: { writes: 1 } });
  const [newest] = await listVersions(slotId);
  expect(newest?.tested).toBe(
    'Asked 1 host: a.example. 1 kB. Called document.write once. Never took the keyboard focus.',
  );

  // What was tested is this content, and no other.
  const other = await fillSlot('post-end', codeDraft('<b>other</b>'));
  expect(await findVersion(slotId, other.creativeId ?? '')).toMatchObject({ test: null, testedAt: null });
});

test('code that is saved already keeps its result with every version of it, and a new test replaces it', async () => {
  const { creativeId } = await fillSlot('post-end', codeDraft('<b>saved</b>'));
  const { actor, id } = await aTest('<b>saved</b>');
  expect((await findCodeTest(actor, { id, slotId }))?.version).not.toBeNull();
  await keepTestResult(actor, { id, runs });
  await keepTestResult(actor, { id, runs: testRuns({ writes: 4 }) });
  expect(await findVersion(slotId, creativeId ?? '')).toMatchObject({ test: { writes: 4 } });
});

test('a line item keeps the result of its own code', async () => {
  await fillSlot('post-end', codeDraft('<b>first</b>'));
  const { actor, id } = await aTest('<b>second</b>');
  await keepTestResult(actor, { id, runs });
  const item = await addLineItem('post-end', codeDraft('<b>second</b>'));
  expect((await listVersions(item.id))[0]?.tested).toContain('a.example');
  await removeLineItems();
});

test('in-page code is tested in a frame, because a page of the admin never runs it', async () => {
  const owner = await actorWith('owner');
  const { id } = await startCodeTest(owner, { slotId, creative: codeDraft('<b>in the page</b>', 'in-page') });
  expect(await findCodeTest(owner, { id, slotId })).toMatchObject({ isolation: 'in-page', testedIn: 'sandboxed' });
  expect((await findTestFrame(id))?.isolation).toBe('sandboxed');
});

test('a test belongs to one person and one slot, and is over after half an hour', async () => {
  const { actor, id } = await aTest('<b>mine</b>');
  const other = await actorWith('owner');
  expect(await findCodeTest(other, { id, slotId })).toBeNull();
  expect(await findCodeTest(actor, { id, slotId: 'header-slot' })).toBeNull();
  await expect(keepTestResult(other, { id, runs })).rejects.toMatchObject({ code: 'not_found' });
  expect(await findCodeTest(actor, { id, slotId }, later(31))).toBeNull();
  expect(await findTestFrame(id, later(31))).toBeNull();
  await expect(keepTestResult(actor, { id, runs }, later(31))).rejects.toMatchObject({ code: 'not_found' });
  await deleteOldCodeTests(later(29));
  expect(await db.codeTest.count({ where: { id } })).toBe(1);
  await deleteOldCodeTests(later(31));
  expect(await db.codeTest.count({ where: { id } })).toBe(0);
});

test('one person has five tests at most', async () => {
  const actor = await actorWith('ads');
  const start = (at: number) => startCodeTest(actor, { slotId, creative: codeDraft(`<b>${at}</b>`) });
  const ids: string[] = [];
  for (let at = 0; at < 7; at += 1) ids.push((await start(at)).id);
  const kept = await db.codeTest.findMany({ where: { userId: actor.id }, select: { id: true } });
  expect(kept.map((row) => row.id).toSorted()).toEqual(ids.slice(2).toSorted());
});

test('nobody without the right tests code, and nothing but code of an existing slot is tested', async () => {
  const actor = await actorWith('ads');
  const { id } = await startCodeTest(actor, { slotId, creative: codeDraft('<b>theirs</b>') });
  for (const role of ['reader', 'author', 'editor', 'moderator'] as const) {
    const other = await actorWith(role);
    const forbidden = { code: 'forbidden' };
    await expect(startCodeTest(other, { slotId, creative: codeDraft('x') })).rejects.toMatchObject(forbidden);
    await expect(findCodeTest(other, { id, slotId })).rejects.toMatchObject(forbidden);
    await expect(keepTestResult(other, { id, runs })).rejects.toMatchObject(forbidden);
  }
  for (const creative of [null, textDraft()]) {
    await expect(startCodeTest(actor, { slotId, creative })).rejects.toMatchObject({
      message: 'Paste the code that is to be tested.',
    });
  }
  const large = codeDraft('x'.repeat(100_001));
  await expect(startCodeTest(actor, { slotId, creative: large })).rejects.toMatchObject({ code: 'invalid' });
  const elsewhere = startCodeTest(actor, { slotId: 'none', creative: codeDraft('<b>x</b>') });
  await expect(elsewhere).rejects.toMatchObject({ code: 'not_found' });
});

test('results that cannot be right are refused, and those before them stay', async () => {
  const { actor, id } = await aTest('<b>hostile</b>');
  await keepTestResult(actor, { id, runs });
  for (const forged of ['', '{', '[]', '{"runs":[]}', testRuns({ writes: -1 }), testRuns({ hosts: ['<b>'] })]) {
    await expect(keepTestResult(actor, { id, runs: forged })).rejects.toMatchObject({
      message: 'These results cannot be right, so they were not kept. Please run the test again.',
    });
  }
  expect(await findCodeTest(actor, { id, slotId })).toMatchObject({ result: { writes: 1 } });
});
