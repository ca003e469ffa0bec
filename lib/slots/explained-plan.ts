import { explainChoice, type Explanation } from './explaining';
import type { Manifest } from './manifest';
import { planSlots, type PageContext, type Plan } from './placement-rules';
import { placements } from './placements';
import type { LiveSlot, ReadableSlot } from './queries';
import type { ReaderFacts } from './choice';

type Reader = { page: PageContext; facts: ReaderFacts; seed: string; manifest: Manifest };
type Explained = { plan: Plan<ReadableSlot>; explanations: Map<string, Explanation> };

/** The slots of a page as this reader gets them, with the reasons: every choice is made, nothing is left to a browser. */
export function explainPlan(slots: readonly LiveSlot[], reader: Reader): Explained {
  const explanations = new Map(slots.map((slot) => [slot.id, explainChoice(slot, reader)]));
  const plan = planSlots(slots, reader.page, new Date(reader.facts.now)) as Plan<ReadableSlot>;
  for (const placement of placements) {
    plan[placement] = plan[placement].map((planned) => {
      if (!planned.rotation) return planned;
      const chosen = explanations.get(planned.slot.id)?.lineItems.find(({ isChosen }) => isChosen);
      const item = planned.slot.lineItems.find(({ id }) => id === chosen?.id);
      return { ...planned, creative: item?.creative ?? null, rotation: null };
    });
  }
  return { plan, explanations };
}
