import { createHash } from 'node:crypto';
import { offsetAt } from '@/lib/time/site-time';
import type { Candidate } from './choice';
import { readerPart } from './conditions';
import { creativeHtml } from './creative-html';
import { filledItems, needsChoice } from './planned-items';
import type { LiveLineItem, LiveSlot, ShownCreative } from './queries';
import { tiers } from './line-item-names';

/** What a browser puts into a box; `id` is what it is counted as, `code` the name of pasted code. */
export type Show = { id: string; html: string; code?: string };
export type ManifestItem = Candidate & { show: Show };
/** `offset`: of the site's clock from UTC, in minutes. */
export type Manifest = { offset: number; items: Record<string, ManifestItem> };

/** Long enough for browsers to have it in time, short enough to keep a campaign from becoming known. */
const AHEAD_MS = 60_000;
const MINUTE_MS = 60_000;

/** What readers' browsers choose from. What has not begun is left out, and so is what pages print themselves. */
export function manifestOf(
  slots: readonly LiveSlot[],
  { now, zone, shares = new Map() }: { now: Date; zone: string; shares?: ReadonlyMap<string, number> },
): Manifest {
  const items = slots.flatMap((slot) =>
    rotatingItems(slot).flatMap((item) => {
      const show = isOpen(item.creative, now) ? showOf(item.creative, slot) : null;
      return show ? [[item.id, { ...candidateOf(item, shares.get(item.id)), show }] as const] : [];
    }),
  );
  return { offset: offsetAt(now.getTime(), zone) / MINUTE_MS, items: Object.fromEntries(items) };
}

/** Names the present choice in the manifest's address, so that a change of it is seen at once. */
export function manifestVersion(slots: readonly LiveSlot[], now: Date) {
  const facts = slots.flatMap((slot) =>
    rotatingItems(slot).map(({ id, version, creative }) => [
      id,
      version,
      creative.id,
      slot.version,
      isOpen(creative, now),
    ]),
  );
  return createHash('sha256').update(JSON.stringify(facts)).digest('hex').slice(0, 12);
}

type FilledItem = LiveLineItem & { creative: ShownCreative };

/** The line items of a slot among which browsers may have to choose. */
export function rotatingItems(slot: LiveSlot): FilledItem[] {
  if (!slot.enabled || !slot.isReadable) return [];
  const items = filledItems(slot).filter(({ isReadable }) => isReadable);
  const isAlone = items.length === 1 && items.every((item) => item.conditions.length === 0 && !needsChoice(item));
  return isAlone ? [] : items;
}

function isOpen({ startsAt, endsAt }: ShownCreative, now: Date) {
  const hasEnded = endsAt !== null && endsAt <= now;
  return !hasEnded && (startsAt === null || startsAt.getTime() - AHEAD_MS <= now.getTime());
}

function candidateOf(
  { tier, weight, conditions, caps, competitor, arm, creative }: FilledItem,
  share?: number,
): Candidate {
  return {
    tier: tiers.indexOf(tier),
    weight,
    ...(conditions.length > 0 ? { when: conditions.map((condition) => readerPart(condition) ?? {}) } : {}),
    ...(caps.page + caps.session + caps.day > 0 ? { caps } : {}),
    ...(competitor ? { competitor } : {}),
    ...(share === undefined ? {} : { share }),
    ...(creative.startsAt ? { from: creative.startsAt.getTime() } : {}),
    ...(creative.endsAt ? { until: creative.endsAt.getTime() } : {}),
    ...(creative.kind === 'code' ? { isCode: true } : {}),
    ...(creative.isolation === 'in-page' ? { isInPage: true } : {}),
    ...(arm ? { arm } : {}),
    ...(creative.consent === 'none' ? {} : { consent: creative.consent }),
  };
}

function showOf(creative: ShownCreative, slot: LiveSlot): Show | null {
  const html = creativeHtml(creative, slot);
  return html === null
    ? null
    : { id: creative.id, html, ...(creative.kind === 'code' ? { code: creative.frame } : {}) };
}
