import { expect, test } from 'vitest';
import { db } from '@/lib/database/db';
import { storeSettings } from '@/lib/settings/queries';
import { countReport } from '@/lib/slots/reports';
import {
  countReported,
  deleteOldReaderReports,
  handleReports,
  listReported,
  readerReportForm,
  reportSlot,
} from '@/lib/slots/reader-reports';
import { switchLineItem } from '@/lib/slots/line-items';
import { findLineItem, findSlot } from '@/lib/slots/queries';
import { addLineItem, codeDraft, fillSlot, removeLineItems, textDraft } from '../../factories/slots';
import { actorWith } from '../../factories/users';

async function aFrame(code: string) {
  const { id, creativeId } = await fillSlot('post-end', codeDraft(code));
  const slot = await findSlot(id);
  return { slotId: id, creativeId: creativeId ?? '', frame: slot?.creative?.frame ?? '' };
}

const report = (frame: string, reason: string, page = '/a-post') => readerReportForm.parse({ frame, reason, page });

test('reports of readers wait in a queue, one a day for each reader and version', async () => {
  const { frame, creativeId, slotId } = await aFrame('<b>queue</b>');
  await reportSlot(report(frame, 'offensive'), '203.0.113.1');
  await reportSlot(report(frame, 'broken'), '203.0.113.1');
  await reportSlot(report(frame, 'broken', '/other'), '203.0.113.2');
  await reportSlot(report(frame, 'broken'), '2001:db8:1:2::1');
  await reportSlot(report(frame, 'covers'), '2001:db8:1:2::2');
  const tomorrow = new Date(Date.now() + 24 * 60 * 60 * 1000);
  await reportSlot(report(frame, 'broken'), '203.0.113.1', tomorrow);

  const [reported, ...others] = await listReported(await actorWith('ads'));
  expect(others).toEqual([]);
  expect(reported).toMatchObject({
    creativeId,
    slot: { id: slotId, enabled: true, isLive: true },
    count: 4,
    reasons: [
      { reason: 'offensive', count: 1 },
      { reason: 'broken', count: 3 },
    ],
  });
  expect(reported?.pages.toSorted()).toEqual(['/a-post', '/other']);
  expect(await countReported()).toBe(4);
  const rows = await db.readerReport.findMany();
  expect(JSON.stringify(rows)).not.toMatch(/203\.0\.113|2001:db8/);
});

test('whoever runs the site dismisses reports, or pauses the slot with them', async () => {
  const actor = await actorWith('ads');
  const { frame, creativeId, slotId } = await aFrame('<b>dismissed</b>');
  await db.readerReport.deleteMany();
  await reportSlot(report(frame, 'broken'), '203.0.113.1');
  await handleReports(actor, { creativeId, pauses: false });
  expect([await countReported(), (await findSlot(slotId))?.enabled]).toEqual([0, true]);
  await reportSlot(report(frame, 'broken'), '203.0.113.2');
  await handleReports(actor, { creativeId, pauses: true });
  expect([await countReported(), (await findSlot(slotId))?.enabled]).toEqual([0, false]);
  for (const role of ['reader', 'author', 'editor', 'moderator'] as const) {
    const attempt = handleReports(await actorWith(role), { creativeId, pauses: true });
    await expect(attempt).rejects.toMatchObject({ code: 'forbidden' });
    await expect(listReported(await actorWith(role))).rejects.toMatchObject({ code: 'forbidden' });
  }
  await expect(handleReports(actor, { creativeId: 'none', pauses: true })).rejects.toMatchObject({ code: 'not_found' });
  await db.slot.update({ where: { id: slotId }, data: { enabled: true } });
});

test('a slot is paused by itself only if the settings say so, and the audit log says why', async () => {
  const { frame, creativeId, slotId } = await aFrame('<b>paused</b>');
  for (const client of ['203.0.113.1', '203.0.113.2', '203.0.113.3']) await reportSlot(report(frame, 'broken'), client);
  expect((await findSlot(slotId))?.enabled).toBe(true);
  await storeSettings({ pauseAtReports: 4 });
  await reportSlot(report(frame, 'broken'), '203.0.113.3');
  expect((await findSlot(slotId))?.enabled).toBe(true);
  await reportSlot(report(frame, 'broken'), '203.0.113.4');
  expect((await findSlot(slotId))?.enabled).toBe(false);
  const entry = await db.auditEntry.findFirst({ where: { subjectId: slotId }, orderBy: { id: 'desc' } });
  expect(entry).toMatchObject({ action: 'slot.switch-off', actorId: null });
  expect(entry?.data).toContain('4');

  // Enabled again by a person, it stays so until somebody reports it again.
  await db.slot.update({ where: { id: slotId }, data: { enabled: true } });
  await handleReports(await actorWith('ads'), { creativeId, pauses: false });
  await reportSlot(report(frame, 'broken'), '203.0.113.5');
  expect((await findSlot(slotId))?.enabled).toBe(true);

  // Reports on an earlier version say nothing about the present one.
  await fillSlot('post-end', codeDraft('<b>better</b>'));
  await storeSettings({ pauseAtReports: 1 });
  await reportSlot(report(frame, 'broken'), '203.0.113.6');
  expect((await findSlot(slotId))?.enabled).toBe(true);
  await storeSettings({ pauseAtReports: 0 });
});

test('what shows another version by now is not disabled for reports on an earlier one', async () => {
  const actor = await actorWith('ads');
  const { frame, creativeId, slotId } = await aFrame('<b>replaced soon</b>');
  await db.readerReport.deleteMany();
  await reportSlot(report(frame, 'broken'), '203.0.113.1');
  await fillSlot('post-end', codeDraft('<b>the present one</b>'));

  await expect(handleReports(actor, { creativeId, pauses: true })).rejects.toMatchObject({
    code: 'conflict',
    message: expect.stringContaining('no longer shown, so nothing was disabled') as string,
  });
  expect([await countReported(), (await findSlot(slotId))?.enabled]).toEqual([1, true]);
  await handleReports(actor, { creativeId, pauses: false });
  expect([await countReported(), (await findSlot(slotId))?.enabled]).toEqual([0, true]);
});

test('where line items take turns, the one that was reported is disabled, and the slot goes on', async () => {
  const actor = await actorWith('ads');
  const { slotId } = await aFrame('<b>first</b>');
  const theirs = await addLineItem('post-end', codeDraft('<b>theirs</b>'), { name: 'Theirs' });
  const shown = async () => (await findLineItem(slotId, theirs.id))!;
  const { frame = '', id: creativeId = '' } = (await shown()).creative ?? {};
  await db.readerReport.deleteMany();
  await reportSlot(report(frame, 'broken'), '203.0.113.1');
  expect(await listReported(actor)).toMatchObject([{ creativeId, lineItem: 'Theirs', slot: { isLive: true } }]);

  expect(await handleReports(actor, { creativeId, pauses: true })).toEqual({ name: 'End of the article: Theirs' });
  expect([(await shown()).enabled, (await findSlot(slotId))?.enabled]).toEqual([false, true]);
  await switchLineItem(actor, { slotId, lineItemId: theirs.id, enabled: true });
  await storeSettings({ pauseAtReports: 1 });
  await reportSlot(report(frame, 'broken'), '203.0.113.2');
  expect([(await shown()).enabled, (await findSlot(slotId))?.enabled]).toEqual([false, true]);
  const entry = await db.auditEntry.findFirst({ where: { subjectId: slotId }, orderBy: { id: 'desc' } });
  expect(entry).toMatchObject({ action: 'slot.switch-off-line-item', actorId: null });
  await storeSettings({ pauseAtReports: 0 });
  await removeLineItems();
});

test('what names no pasted code is not taken', async () => {
  const { frame } = await aFrame('<b>known</b>');
  const { id, creativeId } = await fillSlot('footer', textDraft());
  const inert = `${creativeId}-${(await findSlot(id))?.creative?.frame.slice(-16)}`;
  for (const unknown of [inert, frame.replace(/.$/, (last) => (last === '0' ? '1' : '0'))]) {
    await expect(reportSlot(report(unknown, 'broken'), '203.0.113.9')).rejects.toMatchObject({ code: 'not_found' });
  }
  expect(readerReportForm.safeParse({ frame, reason: 'dull', page: '/' }).success).toBe(false);
  for (const page of ['/x?a=b', '//evil.example/', '/\\evil.example', 'https://evil.example/', '/a b']) {
    expect(readerReportForm.parse({ frame, reason: 'broken', page })).toMatchObject({ page: '/' });
  }
  expect(await countReport(JSON.stringify({ frame, reason: 'covers', page: '/x' }), '203.0.113.9')).toBe(true);
  expect(await countReport(JSON.stringify({ frame, reason: 'focus' }), '203.0.113.9')).toBe(true);
  expect(await countReport('{', '203.0.113.9')).toBe(false);
});

test('reports are forgotten after three months', async () => {
  const { frame } = await aFrame('<b>old</b>');
  const now = new Date();
  const old = new Date(now.getTime() - 91 * 24 * 60 * 60 * 1000);
  await reportSlot(report(frame, 'broken'), '203.0.113.1', old);
  await reportSlot(report(frame, 'broken'), '203.0.113.1', now);
  await deleteOldReaderReports(now);
  expect(await db.readerReport.count({ where: { creativeId: frame.slice(0, 36) } })).toBe(1);
});
