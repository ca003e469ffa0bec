import 'server-only';
import type { PublicPost } from '@/lib/posts/listing/queries';
import type { Explanation } from '@/lib/slots/explaining';
import type { PageContext, Plan } from '@/lib/slots/placement-rules';
import type { LiveSlot, ReadableSlot } from '@/lib/slots/queries';
import { whyNotOnPost } from '../why-not';

type Page = {
  slots: LiveSlot[];
  plan: Plan<ReadableSlot>;
  explanations: ReadonlyMap<string, Explanation>;
  page: PageContext;
  post: PublicPost | null;
};

/** The slots that a page does not have, and why. */
export async function listMissing({ slots, plan, explanations, post }: Page) {
  const reasons = await Promise.all(
    slots.map(async (slot) => {
      const { refusal = null, lineItems = [] } = explanations.get(slot.id) ?? {};
      if (refusal) return refusal;
      const isPlanned = plan[slot.placement].some((planned) => planned.slot.id === slot.id);
      if (!isPlanned) return lineItems.map(({ name, sentence }) => `${name}: ${sentence}`).join(' ');
      return post && slot.isReadable ? whyNotOnPost({ slot, slots }, post) : null;
    }),
  );
  return slots.flatMap(({ id, name }, index) => {
    const why = reasons[index];
    return why ? [{ id, name, why }] : [];
  });
}
