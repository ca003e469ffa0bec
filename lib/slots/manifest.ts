import { createHash } from 'node:crypto';
import { imageSources, type ImageSources } from '@/lib/images/sources';
import { paths } from '@/lib/web/paths';
import type { Candidate } from './choice';
import { readerPart } from './conditions';
import { filledItems, needsChoice } from './planned-items';
import type { LiveLineItem, LiveSlot, ShownCreative } from './queries';
import { tiers } from './line-item-names';

/** What a browser needs to draw a content; `id` is what it is counted as. */
export type Show = { id: string } & (
  | { kind: 'frame'; src: string; isApart: boolean }
  | ({ kind: 'image'; href: string; alt: string; width: number; height: number; sizes: string } & ImageSources)
  | { kind: 'text'; href: string; headline: string; text: string; action: string }
);
export type ManifestItem = Candidate & { show: Show };
export type Manifest = { zone: string; items: Record<string, ManifestItem> };

/** Long enough for browsers to have it in time, short enough to keep a campaign from becoming known. */
const AHEAD_MS = 60_000;

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
  return { zone, items: Object.fromEntries(items) };
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
  const items = filledItems(slot).filter(({ isReadable, creative }) => isReadable && creative.isolation !== 'in-page');
  const isAlone = items.length === 1 && items.every((item) => item.conditions.length === 0 && !needsChoice(item));
  return isAlone ? [] : items;
}

function isOpen({ startsAt, endsAt }: ShownCreative, now: Date) {
  const hasEnded = endsAt !== null && endsAt <= now;
  return !hasEnded && (startsAt === null || startsAt.getTime() - AHEAD_MS <= now.getTime());
}

function candidateOf({ tier, weight, conditions, caps, competitor, creative }: FilledItem, share?: number): Candidate {
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
    ...(creative.consent === 'none' ? {} : { consent: creative.consent }),
  };
}

function showOf(creative: ShownCreative, slot: LiveSlot): Show | null {
  const { id, kind, linkUrl: href, alt, headline, text, callToAction: action, media } = creative;
  if (kind === 'text') return { id, kind, href, headline, text, action };
  if (kind === 'code') {
    const isApart = creative.isolation === 'isolated-origin';
    return { id, kind: 'frame', src: paths.slotFrame(creative.frame, creative.frameOrigin), isApart };
  }
  const width = slot.width || slot.mobileWidth;
  const sources = media && imageSources(media.variants.filter((variant) => variant.width <= MAX_DENSITY * width));
  if (!media || !sources) return null;
  return { id, kind, href, alt, width: media.width, height: media.height, sizes: `${width}px`, ...sources };
}

const MAX_DENSITY = 3;
