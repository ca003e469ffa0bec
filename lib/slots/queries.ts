import 'server-only';
import { readDb } from '@/lib/database/db';
import { shownImage, toImage } from '@/lib/images/queries';
import { log } from '@/lib/platform/log';
import type { Prisma } from '@/prisma/generated/sqlite/client';
import { isolationOf, shortHash, type CreativeKind } from './creative';
import { isPlacement, placementFacts, type Placement } from './placements';
import { parseStored, type Rules } from './slot';

const shown = {
  id: true,
  kind: true,
  level: true,
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

const live = { ...settingsFields, creative: { select: shown } } satisfies Prisma.SlotSelect;

/** Contains no pasted code: pages carry the frame's URL only. */
export type ShownCreative = NonNullable<LiveSlot['creative']>;
export type LiveSlot = ReturnType<typeof toSlot>;
export type ReadableSlot = Extract<LiveSlot, { isReadable: true }>;

/** Every slot with its current content, in page order. */
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

/** One version with its pasted code, for slot managers. */
export async function findVersion(slotId: string, id: string) {
  const row = await readDb.creative.findFirst({
    where: { slotId, id },
    select: { ...shown, code: true, mediaId: true, createdAt: true },
  });
  return row && { ...toCreative(row), code: row.code, mediaId: row.mediaId, createdAt: row.createdAt };
}

export async function listVersions(slotId: string) {
  const rows = await readDb.creative.findMany({
    where: { slotId },
    orderBy: { version: 'desc' },
    take: 50,
    select: {
      id: true,
      version: true,
      kind: true,
      hash: true,
      headline: true,
      alt: true,
      code: true,
      createdAt: true,
      createdById: true,
      startsAt: true,
      endsAt: true,
    },
  });
  const authors = await namesOf(rows.map((row) => row.createdById));
  return rows.map(({ code, createdById, ...row }) => ({
    ...row,
    summary: row.headline || row.alt || code.replace(/\s+/g, ' ').trim().slice(0, 80),
    by: authors.get(createdById ?? '') ?? '',
  }));
}

/** The code of a frame and its slot's label, or null if no version has this id and hash. */
export async function findFrameCode(id: string, hash: string): Promise<{ code: string; label: string } | null> {
  const row = await readDb.creative.findFirst({
    where: { id, kind: 'code', hash: { startsWith: hash } },
    select: { code: true, hash: true, slot: { select: { label: true } } },
  });
  return row && shortHash(row.hash) === hash ? { code: row.code, label: row.slot.label } : null;
}

/** The names of tags and users in a slot's rules. */
export async function namesInRules(rules: Rules) {
  const [tags, authors] = await Promise.all([
    readDb.tag.findMany({
      where: { id: { in: [...rules.onlyTags, ...rules.notTags] } },
      select: { id: true, name: true },
    }),
    readDb.user.findMany({
      where: { id: { in: [...rules.onlyAuthors, ...rules.notAuthors] } },
      select: { id: true, name: true },
    }),
  ]);
  return new Map([...tags, ...authors].map(({ id, name }) => [id, name]));
}

function toSlot({ position, rules, ...row }: Prisma.SlotGetPayload<{ select: typeof live }>) {
  const stored = parseStored(position, rules);
  if (!stored.isReadable) {
    const { problems } = stored;
    log.error(
      { event: 'slot_unreadable', slot: row.id, problems },
      'the rules of a slot cannot be read: it is not shown',
    );
  }
  return {
    ...row,
    placement: row.placement as Placement,
    ...stored,
    creative: row.creative && toCreative(row.creative),
  };
}

function toCreative({ level, ...row }: Prisma.CreativeGetPayload<{ select: typeof shown }>) {
  const kind = row.kind as CreativeKind;
  return {
    ...row,
    kind,
    isolation: isolationOf({ kind, level }),
    frame: `${row.id}-${shortHash(row.hash)}`,
    media: toImage(row.media),
  };
}

async function namesOf(ids: (string | null)[]) {
  const rows = await readDb.user.findMany({
    where: { id: { in: [...new Set(ids.filter((id) => id !== null))] } },
    select: { id: true, name: true },
  });
  return new Map(rows.map(({ id, name }) => [id, name]));
}
