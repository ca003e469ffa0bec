import { newId } from '@/lib/platform/ids';
import type { Rule } from '../action-calls';
import { allVisitors, fresh, type TestSite, type Visitor } from '../test-site';

const slots = 'app/(admin)/admin/slots/[id]/actions.ts';
const lineItems = 'app/(admin)/admin/slots/[id]/line-items/[item]/actions.ts';
const selling: Visitor[] = ['ads', 'admin', 'owner'];

async function aSlot() {
  const { db } = await import('@/lib/database/db');
  const select = { id: true, enabled: true, version: true };
  return db.slot.findUniqueOrThrow({ where: { id: 'header-slot' }, select });
}

const allSlots = 'app/(admin)/admin/slots/actions.ts';

async function anAddedSlot() {
  const { db } = await import('@/lib/database/db');
  const id = newId();
  const sizes = { width: 1, height: 1, mobileWidth: 1, mobileHeight: 1 };
  const row = { id, placement: 'footer', name: id, ...sizes, createdAt: new Date() };
  const lineItems = { create: { id, name: id, createdAt: row.createdAt } };
  await db.slot.create({ data: { ...row, lineItems }, select: { id: true } });
  return id;
}

async function anAddedItem() {
  const { db } = await import('@/lib/database/db');
  const [lineItemId, { id: slotId }] = [newId(), await aSlot()];
  const row = { id: lineItemId, slotId, name: lineItemId, sortOrder: 1, createdAt: new Date() };
  await db.lineItem.create({ data: row, select: { id: true } });
  return { slotId, lineItemId };
}

export const slotActions: Record<string, Rule> = {
  [`${allSlots}#createSlotAction`]: {
    may: selling,
    send: () => ({ fields: { name: newId(), placement: 'footer' } }),
  },
  [`${allSlots}#renameSlotAction`]: {
    may: selling,
    send: async () => ({ fields: { slotId: await anAddedSlot(), name: newId() } }),
  },
  [`${allSlots}#moveSlotAction`]: {
    may: selling,
    send: async () => ({ fields: { slotId: await anAddedSlot(), way: 'down' } }),
  },
  [`${allSlots}#deleteSlotAction`]: {
    may: selling,
    send: async () => ({ fields: { slotId: await anAddedSlot() } }),
  },
  [`${allSlots}#runSlotBulkAction`]: {
    may: selling,
    send: async () => {
      const { id, enabled } = await aSlot();
      return { fields: { id, intent: enabled ? 'off' : 'on' } };
    },
  },
  [`${slots}#saveSlotAction`]: {
    may: [],
    elsewhere: selling,
    send: async () => {
      const { id, version } = await aSlot();
      return {
        fields: { id, version: String(version), kind: 'code', code: '<b>mine</b>', width: '300', height: '250' },
      };
    },
  },
  [`${slots}#switchSlotAction`]: {
    may: selling,
    send: async () => {
      const { id, enabled } = await aSlot();
      return { fields: { slotId: id, intent: enabled ? 'off' : 'on' } };
    },
  },
  [`${slots}#restoreVersionAction`]: {
    may: [],
    send: async () => ({ fields: { slotId: (await aSlot()).id, creativeId: newId() } }),
  },
  [`${lineItems}#saveLineItemAction`]: {
    may: selling,
    send: async () => {
      const { id: slotId } = await aSlot();
      return { fields: { slotId, id: '', version: '1', name: 'Mine', tier: 'house', weight: '1' } };
    },
  },
  'app/(admin)/admin/slots/[id]/test/[test]/actions.ts#keepTestAction': {
    may: selling,
    send: async (testSite, visitor) => {
      const { testRuns } = await import('../../factories/code-tests');
      return { fields: { test: await aCodeTest(testSite, visitor), runs: testRuns() } };
    },
  },
  [`${lineItems}#deleteLineItemAction`]: {
    may: selling,
    send: async () => ({ fields: await anAddedItem() }),
  },
  [`${lineItems}#switchLineItemAction`]: {
    may: selling,
    send: async () => {
      const { id } = await aSlot();
      const { enabled } = await aLineItem(id);
      return { fields: { slotId: id, lineItemId: id, intent: enabled ? 'off' : 'on' } };
    },
  },
};

/** A test of this visitor’s own code, or of the owner’s. */
async function aCodeTest({ users }: TestSite, visitor: Visitor) {
  const { db } = await import('@/lib/database/db');
  const { id: userId } = visitor === 'anonymous' ? users.owner : users[visitor];
  const facts = { slotId: 'header-slot', level: 1, code: '<b>tested</b>', hash: fresh(), createdAt: new Date() };
  return (await db.codeTest.create({ data: { id: fresh(), userId, ...facts }, select: { id: true } })).id;
}

async function aLineItem(id: string) {
  const { db } = await import('@/lib/database/db');
  return db.lineItem.findUniqueOrThrow({ where: { id }, select: { enabled: true } });
}

/** Code in a slot of its own, so that each visitor’s report is the first. */
async function aFrame() {
  const { db } = await import('@/lib/database/db');
  const { id: slotId } = await aSlot();
  const id = newId();
  const last = await db.creative.aggregate({ where: { slotId }, _max: { version: true } });
  const version = (last._max.version ?? 0) + 1;
  const facts = { kind: 'code', level: 1, code: '<b>theirs</b>', hash: 'a'.repeat(64), createdAt: new Date() };
  await db.creative.create({ data: { id, slotId, version, ...facts } });
  return { id, frame: `${id}-${'a'.repeat(16)}` };
}

export const reportActions: Record<string, Rule> = {
  'app/(admin)/admin/slots/import/actions.ts#importAdsAction': {
    may: selling,
    send: async () => {
      const { adInserterExport } = await import('../../factories/ad-settings');
      return { fields: { text: adInserterExport({ 1: { code: `<b>${fresh()}</b>`, name: 'Theirs' } }) } };
    },
  },
  'app/(live)/comments/report/[frame]/actions.ts#reportSlotAction': {
    may: allVisitors,
    send: async () => ({ fields: { frame: (await aFrame()).frame, reason: 'broken', page: '/' } }),
  },
  'app/(admin)/admin/slots/reports/actions.ts#handleReportsAction': {
    may: selling,
    send: async () => {
      const { db } = await import('@/lib/database/db');
      const { id: creativeId } = await aFrame();
      const report = { day: '2026-01-01', reader: fresh(), reason: 'broken', page: '/', createdAt: new Date() };
      await db.readerReport.create({ data: { creativeId, ...report } });
      return { fields: { creativeId, act: 'dismiss' } };
    },
  },
};

const sellers = 'app/(admin)/admin/slots/sellers/actions.ts';

export const sellerActions: Record<string, Rule> = {
  [`${sellers}#addSellerAction`]: {
    may: selling,
    send: () => ({
      fields: { file: 'ads.txt', domain: 'google.com', account: `pub-${fresh()}`, relationship: 'DIRECT' },
    }),
  },
  [`${sellers}#removeSellerAction`]: {
    may: [],
    send: () => ({ fields: { file: 'ads.txt', number: '1', text: 'no' } }),
  },
  [`${sellers}#changeOwnershipAction`]: {
    may: selling,
    send: () => ({ fields: { file: 'app-ads.txt', owner: `own-${fresh()}.example.com`, manager: '' } }),
  },
  [`${sellers}#saveSellerFileAction`]: {
    may: [],
    elsewhere: selling,
    send: () => ({ fields: { file: 'ads.txt', before: 'not this', text: `# ${fresh()}` } }),
  },
};
