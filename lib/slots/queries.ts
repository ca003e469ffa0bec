import 'server-only';
import { readDb } from '@/lib/database/db';
import { shownImage, toImage } from '@/lib/images/queries';
import { env } from '@/lib/platform/env';
import { frameOriginOf } from '@/lib/platform/frame-origin';
import { log } from '@/lib/platform/log';
import type { Prisma } from '@/prisma/generated/sqlite/client';
import { consentOf } from './consent';
import { IN_PAGE_LEVEL, isolationOf, shortHash, type CreativeKind } from './creative';
import { evaluatesText } from './networks/recognition';
import { parseStoredSettings } from './line-item';
import { isPlacement, placementFacts, type Placement } from './placements';
import { parseStored, type Rules } from './slot';
import { summarise } from './testing/summary';
import { parseTestResult } from './testing/test-result';

const shown = {
  id: true,
  kind: true,
  level: true,
  network: true,
  consent: true,
  version: true,
  hash: true,
  linkUrl: true,
  alt: true,
  headline: true,
  text: true,
  callToAction: true,
  startsAt: true,
  endsAt: true,
  media: { select: shownImage },
} satisfies Prisma.CreativeSelect;

const settingsFields = {
  id: true,
  placement: true,
  name: true,
  enabled: true,
  width: true,
  height: true,
  mobileWidth: true,
  mobileHeight: true,
  position: true,
  rules: true,
  label: true,
  version: true,
} satisfies Prisma.SlotSelect;

export const lineItemColumns = {
  id: true,
  slotId: true,
  campaignId: true,
  name: true,
  tier: true,
  weight: true,
  enabled: true,
  conditions: true,
  caps: true,
  goal: true,
  competitor: true,
  arm: true,
  version: true,
  creative: { select: shown },
} satisfies Prisma.LineItemSelect;

const live = {
  ...settingsFields,
  lineItems: { orderBy: [{ sortOrder: 'asc' }, { id: 'asc' }], select: lineItemColumns },
} satisfies Prisma.SlotSelect;

/** Contains no pasted code: pages carry the frame's URL only. */
export type ShownCreative = NonNullable<LiveLineItem['creative']>;
export type LiveLineItem = ReturnType<typeof toLineItem>;
export type LiveSlot = ReturnType<typeof toSlot>;
export type ReadableSlot = Extract<LiveSlot, { isReadable: true }>;

/** Every slot with its line items and their current content, in page order. */
export async function listSlots(): Promise<LiveSlot[]> {
  const rows = await readDb.slot.findMany({ orderBy: [{ sortOrder: 'asc' }, { id: 'asc' }], select: live });
  return rows
    .filter((row) => isPlacement(row.placement))
    .map(toSlot)
    .toSorted((a, b) => placementFacts[a.placement].order - placementFacts[b.placement].order);
}

export async function findSlot(id: string): Promise<LiveSlot | null> {
  const row = await readDb.slot.findUnique({ where: { id }, select: live });
  return row && toSlot(row);
}

/** A line item of a slot, or null. */
export async function findLineItem(slotId: string, id: string): Promise<LiveLineItem | null> {
  const row = await readDb.lineItem.findFirst({ where: { slotId, id }, select: lineItemColumns });
  return row && toLineItem(row);
}

/** One version with its pasted code, for slot managers. */
export async function findVersion(slotId: string, id: string) {
  const row = await readDb.creative.findFirst({
    where: { slotId, id },
    select: { ...shown, code: true, mediaId: true, createdAt: true, testResult: true, testedAt: true },
  });
  if (!row) return null;
  const { testResult, ...content } = row;
  const { code, mediaId, createdAt, testedAt } = content;
  return { ...toCreative(content), code, mediaId, createdAt, testedAt, test: parseTestResult(testResult) };
}

/** The versions of a line item, newest first. */
export async function listVersions(lineItemId: string) {
  const rows = await readDb.creative.findMany({
    where: { lineItemId },
    orderBy: { version: 'desc' },
    take: 50,
    select: {
      id: true,
      version: true,
      kind: true,
      level: true,
      hash: true,
      headline: true,
      alt: true,
      code: true,
      createdAt: true,
      createdById: true,
      startsAt: true,
      endsAt: true,
      testResult: true,
      testedAt: true,
    },
  });
  const authors = await namesOf(rows.map((row) => row.createdById));
  return rows.map(({ code, level, createdById, testResult, ...row }) => ({
    ...row,
    tested: testedIn(testResult),
    isInPage: row.kind === 'code' && level === IN_PAGE_LEVEL,
    summary: row.headline || row.alt || code.replace(/\s+/g, ' ').trim().slice(0, 80),
    by: authors.get(createdById ?? '') ?? '',
  }));
}

/** What the versions of a slot are called, and which are pasted code. */
export async function nameVersions(slotId: string) {
  const rows = await readDb.creative.findMany({
    where: { slotId },
    orderBy: { version: 'desc' },
    take: 200,
    select: { id: true, version: true, kind: true, lineItem: { select: { id: true, name: true } } },
  });
  const nameOf = ({ version, lineItem }: (typeof rows)[number]) =>
    lineItem && lineItem.id !== slotId ? `Version ${version}, ${lineItem.name}` : `Version ${version}`;
  return {
    names: new Map(rows.map((row) => [row.id, nameOf(row)])),
    /** The ids of those that are pasted code. */
    code: new Set(rows.flatMap(({ id, kind }) => (kind === 'code' ? id : []))),
  };
}

/** The code that slots show now: whose it is, and what readers must allow for it. */
export async function listLiveCode() {
  const rows = await readDb.lineItem.findMany({
    where: { enabled: true, slot: { is: { enabled: true } }, creative: { is: { kind: 'code' } } },
    orderBy: [{ slot: { sortOrder: 'asc' } }, { slotId: 'asc' }, { sortOrder: 'asc' }, { id: 'asc' }],
    select: { slot: { select: { name: true } }, creative: { select: { network: true, consent: true } } },
  });
  return rows.map(({ slot: { name }, creative }) => ({
    name,
    network: creative?.network ?? null,
    consent: consentOf({ kind: 'code', consent: creative?.consent ?? null }),
  }));
}

/** The code of a frame and its slot's label, or null if no version has this id and hash. */
export async function findFrameCode(id: string, hash: string) {
  const row = await readDb.creative.findFirst({
    where: { id, kind: 'code', hash: { startsWith: hash } },
    select: { code: true, level: true, hash: true, slot: { select: { label: true } } },
  });
  if (!row || shortHash(row.hash) !== hash) return null;
  return { code: row.code, label: row.slot.label, isolation: isolationOf({ kind: 'code', level: row.level }) };
}

/** The code of a version that runs in the page, or null unless a line item shows it now: only then was it approved. */
export async function findInPageCode(id: string, hash: string): Promise<string | null> {
  const row = await readDb.creative.findFirst({
    where: { id, kind: 'code', level: IN_PAGE_LEVEL, hash: { startsWith: hash }, liveOn: { isNot: null } },
    select: { code: true, hash: true },
  });
  return row && shortHash(row.hash) === hash ? row.code : null;
}

type Named = Pick<Rules, 'onlyTags' | 'notTags' | 'onlyAuthors' | 'notAuthors'>;

/** The names of tags and users in the rules of a slot, or the conditions of a line item. */
export async function namesInRules(rules: readonly Named[]) {
  const tagIds = rules.flatMap(({ onlyTags, notTags }) => [...onlyTags, ...notTags]);
  const authorIds = rules.flatMap(({ onlyAuthors, notAuthors }) => [...onlyAuthors, ...notAuthors]);
  const [tags, authors] = await Promise.all([
    readDb.tag.findMany({ where: { id: { in: tagIds } }, select: { id: true, name: true } }),
    readDb.user.findMany({ where: { id: { in: authorIds } }, select: { id: true, name: true } }),
  ]);
  return new Map([...tags, ...authors].map(({ id, name }) => [id, name]));
}

function toSlot({ position, rules, lineItems, ...row }: Prisma.SlotGetPayload<{ select: typeof live }>) {
  const stored = parseStored(position, rules);
  if (!stored.isReadable) {
    const { problems } = stored;
    log.error(
      { event: 'slot_unreadable', slot: row.id, problems },
      'the rules of a slot cannot be read: it is not shown',
    );
  }
  const items = lineItems.map(toLineItem);
  return {
    ...row,
    placement: row.placement as Placement,
    ...stored,
    lineItems: items,
    /** Of the first line item, which is edited with the slot. */
    creative: items.find(({ id }) => id === row.id)?.creative ?? null,
  };
}

export function toLineItem({
  tier,
  arm,
  conditions,
  caps,
  goal,
  ...row
}: Prisma.LineItemGetPayload<{ select: typeof lineItemColumns }>) {
  const stored = parseStoredSettings({ tier, arm, conditions, caps, goal });
  if (!stored.isReadable) {
    log.error(
      { event: 'line_item_unreadable', lineItem: row.id },
      'the conditions of a line item cannot be read: it is not shown',
    );
  }
  return { ...row, ...stored, creative: row.creative && toCreative(row.creative) };
}

function toCreative({ level, network, consent, ...row }: Prisma.CreativeGetPayload<{ select: typeof shown }>) {
  const kind = row.kind as CreativeKind;
  const chosen = isolationOf({ kind, level });
  const { adsFrameOrigin } = env();
  // Without the second origin there is only the frame that has none.
  const isolation = chosen === 'isolated-origin' && !adsFrameOrigin ? 'sandboxed' : chosen;
  return {
    ...row,
    kind,
    isolation,
    consent: consentOf({ kind, consent }),
    evaluates: isolation === 'in-page' && evaluatesText(network ?? ''),
    frame: `${row.id}-${shortHash(row.hash)}`,
    frameOrigin: isolation === 'isolated-origin' ? frameOriginOf(adsFrameOrigin ?? '', row.id) : '',
    media: toImage(row.media),
  };
}

function testedIn(testResult: string | null) {
  const result = parseTestResult(testResult);
  return result ? summarise(result) : '';
}

async function namesOf(ids: (string | null)[]) {
  const rows = await readDb.user.findMany({
    where: { id: { in: [...new Set(ids.filter((id) => id !== null))] } },
    select: { id: true, name: true },
  });
  return new Map(rows.map(({ id, name }) => [id, name]));
}
