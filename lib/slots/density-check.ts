import 'server-only';
import { AppError } from '@/lib/platform/errors';
import { getSettings } from '@/lib/settings/queries';
import { densityProblem } from './density-rules';
import { listOutlinePosts } from './outline-posts';
import { listSlots, type LiveSlot } from './queries';
import { dueItems, filledItems, type ItemChange } from './planned-items';
import type { BoxSizes, Position, SlotSettings } from './slot';

type Change = {
  slotId: string;
  /** Absent: as they are. */
  settings?: SlotSettings;
  /** Whether it is switched on; absent: as it is. */
  enabled?: boolean;
  /** The line item that changes, and how; nothing to check while none shows anything. */
  item?: ItemChange;
  /** The slots of its placement in the order that they will have; absent: as they are. */
  order?: readonly string[];
};

/** Throws if the site refuses slots over the bound of the Better Ads Standards and a recent article would be. */
export async function refuseDensity(change: Change) {
  const { refusesDenseSlots } = await getSettings();
  const sentence = refusesDenseSlots ? await findDensityProblem(change) : null;
  if (sentence) throw new AppError('invalid', sentence, change.settings && { fields: { mobileHeight: sentence } });
}

/** What is too much about a slot with what it may show, measured on recent articles; null if nothing is. */
export async function findDensityProblem({ slotId, settings, enabled, item, order }: Change): Promise<string | null> {
  const [slots, articles] = await Promise.all([listSlots(), listOutlinePosts()]);
  const changed = inOrder(slots, order).flatMap((slot) => {
    if (slot.id !== slotId) return slot;
    const readable = settings ?? (slot.isReadable ? slot : null);
    const lineItems = dueItems(slot.lineItems, item);
    if (!readable || filledItems({ lineItems }).length === 0) return [];
    return { ...slot, ...readable, isReadable: true as const, enabled: enabled ?? slot.enabled, lineItems };
  });
  return densityProblem(changed.map(grown), slotId, articles);
}

function inOrder(slots: readonly LiveSlot[], order: readonly string[] = []) {
  const moved = slots
    .filter(({ id }) => order.includes(id))
    .toSorted((a, b) => order.indexOf(a.id) - order.indexOf(b.id));
  return slots.map((slot) => (order.includes(slot.id) ? (moved.shift() ?? slot) : slot));
}

// With the height that it may have some day.
function grown<Slot extends BoxSizes & { position?: Position }>(slot: Slot): Slot {
  const growsTo = slot.position?.growsTo ?? 0;
  const { height, mobileHeight } = slot;
  const least = (present: number) => present && Math.max(present, growsTo);
  return { ...slot, height: least(height), mobileHeight: least(mobileHeight) };
}
