import type { ReactNode } from 'react';
import type { FixedPlacement, RepeatedPlacement } from '@/lib/slots/placements';
import { boxesBetween, hasSlotAtEnd, type PageContent } from '@/lib/slots/placement-rules';
import { pageSlots } from './page-slots';
import { SlotBox } from './slot-box';

type Props = {
  placement: FixedPlacement;
  /** Makes it a landmark outside <main>. */
  isApart?: boolean;
};

/** The slots of one placement. */
export function SlotArea({ placement, isApart = false }: Props) {
  const { plan, showPlaceholders, ...rules } = pageSlots();
  return plan[placement].map((planned) => (
    <SlotBox key={planned.slot.id} {...{ planned, showPlaceholders, rules, isApart }} />
  ));
}

/** Slots after a block, thread or post, by its index from 0; -1 is before the first. */
export function slotsBetween(placement: RepeatedPlacement, content: PageContent): Map<number, ReactNode> {
  const { plan, showPlaceholders, ...rules } = pageSlots();
  return new Map(
    boxesBetween(plan[placement], content, { hasSlotAtEnd: hasSlotAtEnd(plan) }).map(({ planned, after, ordinal }) => [
      after - 1,
      <SlotBox key={planned.slot.id} {...{ planned, showPlaceholders, rules, ordinal }} />,
    ]),
  );
}
