import type { Listed } from './choice';
import { allowedOn } from './conditions';
import { consents, type Consent } from './consent';
import { forEveryone, type Caps, type Condition, type Goal } from './line-item';
import { tiers, type Tier } from './line-item-names';
import { isPaced } from './pacing';
import type { PageContext } from './placement-rules';

type Content = {
  kind: string;
  isolation?: string;
  evaluates?: boolean;
  consent?: Consent;
  startsAt: Date | null;
  endsAt: Date | null;
};
export type PlannableItem = {
  id: string;
  enabled: boolean;
  isReadable: boolean;
  tier: Tier;
  weight: number;
  conditions: readonly Condition[];
  caps: Caps;
  goal: Goal;
  creative: Content | null;
};
export type WithItems = { lineItems: readonly PlannableItem[] };
type CreativeOf<Slot extends WithItems> = Slot['lineItems'][number]['creative'];
/** What a reader's browser chooses from, and what stands there without JavaScript. */
export type Rotation<Creative> = {
  listed: Listed[];
  fallback: Creative | null;
  hasFrames: boolean;
  hasInPageCode: boolean;
  /** Some of it runs text as code. */
  evaluates: boolean;
  hasText: boolean;
  needs: Consent[];
};
export type Planned<Slot extends WithItems> = {
  slot: Slot;
  /** Null in an empty slot, and where the reader's browser chooses. */
  creative: CreativeOf<Slot>;
  rotation: Rotation<CreativeOf<Slot>> | null;
  isFilled: boolean;
};

/** Line items that are on and have content. */
export function filledItems<Slot extends WithItems>({ lineItems }: Slot) {
  type Item = Slot['lineItems'][number];
  return (lineItems as readonly Item[]).filter(
    (item): item is Item & { creative: NonNullable<Item['creative']> } => item.enabled && item.creative !== null,
  );
}

/** What a slot shows on a page: one content, or several to choose from; null if none may be shown there. */
export function planContent<Slot extends WithItems>(slot: Slot, page: PageContext, now: Date): Planned<Slot> | null {
  const filled = filledItems(slot);
  if (filled.length === 0) return { slot, creative: null, rotation: null, isFilled: false };
  const eligible = filled.flatMap((item) => {
    const allowed = item.isReadable && mayShow(item.creative, page, now) && allowedOn(item.conditions, page);
    return allowed ? [{ item, ...allowed }] : [];
  });
  const [only, ...others] = eligible;
  if (!only) return null;
  if (others.length === 0 && only.alternatives === null && !needsChoice(only.item)) {
    return { slot, creative: only.item.creative, rotation: null, isFilled: true };
  }
  const has = (test: (creative: Content) => boolean) => eligible.some(({ item }) => test(item.creative));
  const rotation = {
    listed: eligible.map(({ item: { id }, alternatives }) => ({ id, alternatives })),
    fallback: fallbackOf(eligible),
    hasFrames: has(({ kind, isolation }) => kind === 'code' && isolation !== 'in-page'),
    hasInPageCode: has(({ isolation }) => isolation === 'in-page'),
    evaluates: has(({ evaluates }) => evaluates === true),
    hasText: has(({ kind }) => kind === 'text'),
    needs: consents.filter((need) => need !== 'none' && has(({ consent }) => consent === need)),
  };
  return { slot, creative: null, rotation, isFilled: true };
}

/** Its first content by tier that needs no choice, or its first. */
export function firstOf<Slot extends WithItems>({ slot, rotation }: Planned<Slot>): CreativeOf<Slot> {
  const first = slot.lineItems.find(({ id }) => id === rotation?.listed[0]?.id);
  return rotation?.fallback ?? first?.creative ?? null;
}

export type ItemChange = { id: string; enabled?: boolean; kind?: string | null; conditions?: readonly Condition[] };

const newItem = { ...forEveryone, enabled: true, tier: 'network' as const, weight: 1, creative: null };

/** The line items as if all they show were due, and one of them as it will be: what is measured is shown some day. */
export function dueItems(items: readonly PlannableItem[], change: ItemChange | null = null): PlannableItem[] {
  const isNew = change !== null && items.every(({ id }) => id !== change.id);
  const present = isNew ? [...items, { ...newItem, id: change.id }] : items;
  return present.map((item) => {
    const { kind = item.creative?.kind ?? null, ...changed } = item.id === change?.id ? change : {};
    return { ...item, ...changed, creative: kind === null ? null : { kind, startsAt: null, endsAt: null } };
  });
}

/** Whether a line item is chosen in the reader's browser even where it is alone. */
export function needsChoice({ caps, goal }: Pick<PlannableItem, 'caps' | 'goal'>) {
  return isPaced(goal) || caps.page + caps.session + caps.day > 0;
}

type Eligible<Creative> = {
  item: Pick<PlannableItem, 'tier' | 'caps' | 'goal'> & { creative: Creative };
  alternatives: number[] | null;
};

// Without JavaScript there is no choice: the first that needs neither a script nor a reader's facts.
function fallbackOf<Creative extends Content>(eligible: readonly Eligible<Creative>[]) {
  const plain = eligible.filter(
    ({ item, alternatives }) => item.creative.kind !== 'code' && alternatives === null && !needsChoice(item),
  );
  return plain.toSorted((a, b) => tiers.indexOf(a.item.tier) - tiers.indexOf(b.item.tier))[0]?.item.creative ?? null;
}

function mayShow(creative: Content, page: PageContext, now: Date) {
  if (page.mode === 'own' && creative.kind === 'code') return false;
  return (creative.startsAt ?? now) <= now && (!creative.endsAt || creative.endsAt > now);
}
