import 'server-only';
import type { PublicPost } from '@/lib/posts/listing/queries';
import type { Text } from '@/components/text/text';
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
  t: Text;
};

/** The slots that a page does not have, and why, in the words of the admin. */
export async function listMissing({ slots, plan, explanations, post, t }: Page) {
  const reasons = await Promise.all(
    slots.map(async (slot) => {
      const { refusal = null, lineItems = [] } = explanations.get(slot.id) ?? {};
      if (refusal) return t.said(refusal);
      const isPlanned = plan[slot.placement].some((planned) => planned.slot.id === slot.id);
      if (!isPlanned) return lineItems.map(({ name, sentence }) => `${name}: ${t.said(sentence)}`).join(' ');
      const why = post && slot.isReadable ? await whyNotOnPost({ slot, slots }, post) : null;
      return why && t.said(why);
    }),
  );
  return slots.flatMap(({ id, name }, index) => {
    const why = reasons[index];
    return why ? [{ id, name, why }] : [];
  });
}
