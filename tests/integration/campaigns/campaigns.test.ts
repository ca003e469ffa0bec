import { beforeEach, expect, test } from 'vitest';
import { db } from '@/lib/database/db';
import {
  archiveCampaign,
  createReportLink,
  revokeReportLink,
  saveCampaign,
  unarchiveCampaign,
} from '@/lib/campaigns/editing';
import { readCampaignFigures, readCampaignReport } from '@/lib/campaigns/figures';
import {
  findCampaign,
  findReported,
  listAdvertisers,
  listCampaignChoices,
  listCampaigns,
} from '@/lib/campaigns/queries';
import { reportFile } from '@/lib/campaigns/report-file';
import { reportToken } from '@/lib/campaigns/report-link';
import { goalSchema } from '@/lib/slots/line-item';
import { saveLineItem, switchLineItem } from '@/lib/slots/line-items';
import { findLineItem } from '@/lib/slots/queries';
import { addLineItem, codeDraft, fillSlot, removeLineItems, textDraft } from '../../factories/slots';
import { actorWith } from '../../factories/users';

const now = new Date('2026-11-28T12:30Z');
const range = { from: '2026-11-01', until: '2026-11-28' };
const autumn = { name: 'Autumn', advertiser: 'Chandler', contactEmail: '' };

beforeEach(async () => {
  await removeLineItems();
  await db.campaign.deleteMany();
  await db.slotStatistic.deleteMany();
});

async function createCampaign(more: Partial<typeof autumn> = {}) {
  const actor = await actorWith('ads');
  const { id } = await saveCampaign(actor, { id: null, ...autumn, ...more });
  return { actor, id };
}

async function tokenOf(id: string) {
  const campaign = await findCampaign(id);
  return (campaign && reportToken(campaign)) ?? '';
}

type Counted = { item?: { id: string; slotId: string }; period?: string; bucket: string; device?: string };

async function count(
  { item, period = 'day', bucket, device = 'mobile' }: Counted,
  counts: Partial<Record<'eligible' | 'served' | 'viewable' | 'clicks', number>>,
) {
  const { id = 'other', slotId = 'header-slot' } = item ?? {};
  const creativeId = item ? ((await findLineItem(slotId, id))?.creative?.id ?? '') : 'other';
  const row = { slotId, creativeId, period, bucket, device, eligible: 9, served: 0, viewable: 0, clicks: 0 };
  await db.slotStatistic.create({ data: { ...row, ...counts } });
}

test('a campaign is added, changed, and listed with its advertiser', async () => {
  const { actor, id } = await createCampaign();
  await saveCampaign(actor, { id, name: ' Winter\n sale ', advertiser: 'Chandler', contactEmail: 'Ida@Example.org' });
  await createCampaign({ name: 'Spring', advertiser: 'Sailmaker' });

  expect((await listCampaigns({ isArchived: false })).map(({ name }) => name)).toEqual(['Spring', 'Winter sale']);
  expect(await findCampaign(id)).toMatchObject({ contactEmail: 'ida@example.org', reportNonce: null });
  expect(await listAdvertisers()).toEqual(['Sailmaker', 'Chandler']);
});

test.each([
  [{ name: ' \u200b ' }, 'name', /Give the campaign a name/],
  [{ name: 'x'.repeat(81) }, 'name', /at most 80/],
  [{ advertiser: '' }, 'advertiser', /Enter who advertises/],
  [{ contactEmail: 'nobody' }, 'contactEmail', /valid e-mail address/],
])('%j is refused in a sentence, and nothing changes', async (wrong, field, sentence) => {
  const { actor, id } = await createCampaign();
  const save = saveCampaign(actor, { id, ...autumn, ...wrong });
  await expect(save).rejects.toMatchObject({ code: 'invalid', fields: { [field]: sentence } });
  expect(await findCampaign(id)).toMatchObject(autumn);
});

test('those who may not edit slots change no campaign and read no figures', async () => {
  const { actor: owner, id } = await createCampaign();
  await createReportLink(owner, id);
  const before = await findCampaign(id);
  for (const role of ['reader', 'moderator', 'author', 'editor'] as const) {
    const actor = await actorWith(role);
    const tries = [
      () => saveCampaign(actor, { id, ...autumn, name: 'Mine' }),
      () => archiveCampaign(actor, id),
      () => unarchiveCampaign(actor, id),
      () => createReportLink(actor, id),
      () => revokeReportLink(actor, id),
      () => readCampaignFigures(actor, [id]),
    ];
    for (const attempt of tries) await expect(attempt()).rejects.toMatchObject({ code: 'forbidden' });
  }
  expect(await findCampaign(id)).toEqual(before);
});

test('what concerns a campaign that is gone says so', async () => {
  const actor = await actorWith('ads');
  const tries = [
    () => saveCampaign(actor, { id: 'gone', ...autumn }),
    () => archiveCampaign(actor, 'gone'),
    () => unarchiveCampaign(actor, 'gone'),
    () => createReportLink(actor, 'gone'),
    () => revokeReportLink(actor, 'gone'),
  ];
  for (const attempt of tries) await expect(attempt()).rejects.toMatchObject({ code: 'not_found' });
});

test('an archived campaign shows nothing any more, keeps its report, and takes no new line item', async () => {
  const { actor, id } = await createCampaign();
  await fillSlot('header', textDraft());
  const own = await addLineItem('header', textDraft(), { campaignId: id });
  const other = await addLineItem('header', textDraft({ headline: 'Other' }));
  await createReportLink(actor, id);

  expect(await archiveCampaign(actor, id)).toEqual({ disabled: 1 });

  expect(await findLineItem(own.slotId, own.id)).toMatchObject({ enabled: false });
  expect(await findLineItem(other.slotId, other.id)).toMatchObject({ enabled: true });
  expect(await listCampaigns({ isArchived: false })).toEqual([]);
  expect((await listCampaigns({ isArchived: true })).map((each) => each.id)).toEqual([id]);
  expect(await findReported(await tokenOf(id))).toMatchObject({ id });
  expect((await listCampaignChoices(null)).map((each) => each.id)).toEqual([]);
  expect((await listCampaignChoices(id)).map((each) => each.id)).toEqual([id]);
  await expect(archiveCampaign(actor, id)).rejects.toMatchObject({ code: 'not_found' });
  const late = addLineItem('header', textDraft({ headline: 'Late' }), { campaignId: id });
  await expect(late).rejects.toMatchObject({ fields: { campaign: /archived or no longer exists/ } });
  const kept = { slotId: own.slotId, id: own.id, version: 3, settings: { ...own.settings, weight: 2 } };
  await expect(saveLineItem(actor, kept)).resolves.toMatchObject({ id: own.id });
  const enable = () => switchLineItem(actor, { slotId: own.slotId, lineItemId: own.id, enabled: true });
  await expect(enable()).rejects.toMatchObject({ code: 'conflict', message: /“Autumn” is archived/ });

  await unarchiveCampaign(actor, id);
  expect(await findLineItem(own.slotId, own.id)).toMatchObject({ enabled: false, campaignId: id });
  await enable();
  expect(await findLineItem(own.slotId, own.id)).toMatchObject({ enabled: true });
  await addLineItem('header', textDraft({ headline: 'Late' }), { campaignId: id });
});

test('a report opens by its link alone, and never again once that is revoked', async () => {
  const { actor, id } = await createCampaign();
  const { id: other } = await createCampaign({ name: 'Other' });
  for (const none of ['', id, `${id}.`, `${id}.null`, `\0.x`, '.'.repeat(100_000)])
    expect(await findReported(none)).toBeNull();

  await createReportLink(actor, id);
  await createReportLink(actor, other);
  const token = await tokenOf(id);
  expect(await findReported(token)).toMatchObject({ id });
  const signature = token.slice(id.length);
  for (const forged of [
    `${token}x`,
    token.slice(0, -1),
    `${other}${signature}`,
    `${token}.${signature}`,
    `.${token}`,
  ]) {
    expect(await findReported(forged)).toBeNull();
  }
  await createReportLink(actor, id);
  expect(await tokenOf(id)).toBe(token);

  await revokeReportLink(actor, id);
  expect(await findReported(token)).toBeNull();
  await createReportLink(actor, id);
  expect(await findReported(token)).toBeNull();
  expect(await findReported(await tokenOf(id))).toMatchObject({ id });
});

test('a report has the days and line items of its campaign, of every version, and of no other', async () => {
  const { actor, id } = await createCampaign();
  const { id: others } = await createCampaign({ name: 'Other' });
  await fillSlot('header', textDraft());
  const goal = goalSchema.parse({ kind: 'clicks', amount: 10, pace: 'fast' });
  const one = await addLineItem('header', textDraft(), { name: '-1+1', campaignId: id, goal });
  const two = await addLineItem('header', codeDraft('<b>2</b>'), { name: 'Code', campaignId: id });
  const foreign = await addLineItem('header', textDraft({ headline: 'Foreign' }), { campaignId: others });
  await count({ item: one, bucket: '2026-11-26' }, { served: 8, viewable: 4, clicks: 2 });
  await count({ item: one, bucket: '2026-11-26', device: 'desktop' }, { served: 2 });
  await count({ item: one, bucket: '2026-10-31' }, { served: 100 });
  await count({ item: one, period: 'month', bucket: '2025-10' }, { served: 5 });
  await count({ item: two, period: 'hour', bucket: '2026-11-27T22' }, { served: 3 });
  await count({ item: two, period: 'hour', bucket: '2026-11-27T23' }, { served: 4 });
  await count({ item: foreign, bucket: '2026-11-26' }, { served: 500 });
  await count({ bucket: '2026-11-26' }, { served: 900 });
  const creative = textDraft({ headline: 'A second version' });
  await saveLineItem(actor, { slotId: one.slotId, id: one.id, version: 2, settings: one.settings, creative });
  await count({ item: one, bucket: '2026-11-26' }, { served: 1 });

  const report = await readCampaignReport(id, { range, timeZone: 'Europe/Vienna', now });

  expect(report.days.map(({ day, served }) => [day, served])).toEqual([
    ['2026-11-26', 11],
    ['2026-11-27', 3],
    ['2026-11-28', 4],
  ]);
  expect(report.total).toMatchObject({ served: 18, viewable: 4, clicks: 2 });
  expect(report.items).toMatchObject([
    { item: { name: '-1+1', slot: { name: 'Header' } }, counts: { served: 11 }, total: { served: 116 } },
    { item: { name: 'Code' }, counts: { served: 7 }, progress: null, isEstimated: true, state: 'Active' },
  ]);
  expect(report.items[0]).toMatchObject({
    progress: { kind: 'clicks', reached: 2, amount: 10, due: null },
    isEstimated: false,
  });
  const csv = reportFile(report, 'en');
  expect(csv).toContain(`"2026-11-26","'-1+1","Header",11,4,36.36,2,18.18\r\n`);
  expect(csv).not.toContain('500');

  const figures = await readCampaignFigures(actor, [id, others], now);
  expect(figures.get(others)).toMatchObject([{ total: { served: 500, eligible: 9 } }]);
  expect(figures.get(id)?.map(({ total }) => total.served)).toEqual([116, 7]);
});

test('a campaign without line items has an empty report', async () => {
  const { id } = await createCampaign();
  expect(await readCampaignReport(id, { range, timeZone: 'UTC', now })).toEqual({
    items: [],
    total: { eligible: 0, served: 0, viewable: 0, clicks: 0 },
    days: [],
  });
});

test('a line item that is behind pace says so in the list', async () => {
  const { actor, id } = await createCampaign();
  await fillSlot('header', textDraft());
  const creative = { ...textDraft(), startsAt: new Date('2026-11-18T12:30Z'), endsAt: new Date('2026-12-08T12:30Z') };
  const goal = goalSchema.parse({ kind: 'impressions', amount: 1_000 });
  const item = await addLineItem('header', creative, { campaignId: id, goal });
  await count({ item, bucket: '2026-11-26' }, { served: 100 });
  const [figures] = (await readCampaignFigures(actor, [id], now)).get(id) ?? [];
  expect(figures?.progress).toEqual({
    kind: 'impressions',
    reached: 100,
    amount: 1_000,
    due: 500,
    startsAt: new Date('2026-11-18T12:30Z'),
  });
});
