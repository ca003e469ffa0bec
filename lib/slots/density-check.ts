import 'server-only';
import { AppError } from '@/lib/platform/errors';
import { getSettings } from '@/lib/settings/queries';
import { densityProblem } from './density-rules';
import { listOutlinePosts } from './outline-posts';
import { listSlots } from './queries';
import { dueItems, filledItems, type ItemChange } from './planned-items';
import type { SlotSettings } from './slot';

type Change = {
  slotId: string;
  /** Absent: as they are. */
  settings?: SlotSettings;
  /** Whether it is switched on; absent: as it is. */
  enabled?: boolean;
  /** The line item that changes, and how; nothing to check while none shows anything. */
  item?: ItemChange;
};

/** Throws if the site refuses slots over the bound of the Better Ads Standards and a recent article would be. */
export async function refuseDensity(change: Change) {
  const { refusesDenseSlots } = await getSettings();
  const sentence = refusesDenseSlots ? await findDensityProblem(change) : null;
  if (sentence) throw new AppError('invalid', sentence, change.settings && { fields: { mobileHeight: sentence } });
}

/** What is too much about a slot with what it may show, measured on recent articles; null if nothing is. */
export async function findDensityProblem({ slotId, settings, enabled, item }: Change): Promise<string | null> {
  const [slots, articles] = await Promise.all([listSlots(), listOutlinePosts()]);
  const changed = slots.flatMap((slot) => {
    if (slot.id !== slotId) return slot;
    const readable = settings ?? (slot.isReadable ? slot : null);
    const lineItems = dueItems(slot.lineItems, item);
    if (!readable || filledItems({ lineItems }).length === 0) return [];
    return { ...slot, ...readable, isReadable: true as const, enabled: enabled ?? slot.enabled, lineItems };
  });
  return densityProblem(changed, slotId, articles);
}
