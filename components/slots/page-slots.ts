import 'server-only';
import { cache, type ReactNode } from 'react';
import { emptyPlan, type Plan } from '@/lib/slots/placement-rules';
import type { ReadableSlot } from '@/lib/slots/queries';
import type { ConsentAsker } from '@/lib/slots/consent';
import type { LearnedHeights } from '@/lib/statistics/learned-heights';
import type { CountedPage } from '@/lib/statistics/page-view';

/** The slots of one page, how empty ones look, what the page is counted as, and the version of what is chosen from. */
export type PageSlots = {
  plan: Plan<ReadableSlot>;
  showPlaceholders: boolean;
  counted?: CountedPage | null;
  manifest?: string;
  consent?: ConsentAsker;
  /** Readers can hide and report pasted code. */
  slotReports?: boolean;
  /** In which readers are addressed. */
  language?: string;
  /** Of content in boxes that may grow. */
  heights?: LearnedHeights;
  /** What stands in the box of a slot for its managers, on a page of their own. */
  explain?: (slotId: string) => ReactNode;
};

export const noSlots: PageSlots = { plan: emptyPlan(), showPlaceholders: false };

const ofThisRendering = cache((): { slots: PageSlots | null } => ({ slots: null }));

/** The slots of the current page, set once per rendering. */
export function setPageSlots(slots: PageSlots) {
  ofThisRendering().slots = slots;
}

export function pageSlots(): PageSlots {
  const { slots } = ofThisRendering();
  if (!slots) throw new Error('A page calls setPageSlots before a part of it asks for its slots.');
  return slots;
}
