import { devices } from './article-geometry';
import { DENSITY_LIMIT, outlineOf, percent, stickyHeight, type OutlineArticle } from './article-outline';
import { planSlots, type PageContext, type PlannableSlot } from './placement-rules';
import type { BoxSizes } from './slot';

type MeasuredSlot = PlannableSlot & { id: string; name: string; label: string };
type MeasuredArticle = { name: string; article: OutlineArticle; context: PageContext };

/** Why a slot is too large or too frequent for the Better Ads Standards, with the worst article; null if it is not. */
export function densityProblem(
  slots: readonly MeasuredSlot[],
  slotId: string,
  articles: readonly MeasuredArticle[],
): string | null {
  const slot = slots.find(({ id }) => id === slotId);
  if (!slot?.enabled) return null;
  if (slot.placement === 'sticky-footer') return stickyProblem(slot);
  const dense = articles
    .map(({ name, ...measured }) => ({ name, density: densityWith(slots, slotId, measured) }))
    .filter(({ density }) => density > DENSITY_LIMIT)
    .toSorted((one, other) => other.density - one.density);
  const [worst, ...others] = dense;
  if (!worst) return null;
  const more =
    others.length === 0
      ? ''
      : `, and too much of ${others.length === 1 ? 'one other article' : `${others.length} other articles`}`;
  return `With “${slot.name}”, slots take ${percent(worst.density)} of the height of “${worst.name}” on phones${more}. The Better Ads Standards allow ${percent(DENSITY_LIMIT)}: give the slot a smaller height, fewer positions, longer distances or a higher minimum word count.`;
}

/** The part of an article's height on phones that slots take, if this slot is among them; else 0. */
function densityWith(
  slots: readonly MeasuredSlot[],
  slotId: string,
  { article, context }: Omit<MeasuredArticle, 'name'>,
): number {
  const { mobile } = outlineOf(article, planSlots(slots, context, new Date()));
  return mobile.parts.some((part) => part.kind === 'slot' && part.id === slotId) ? mobile.density : 0;
}

function stickyProblem(slot: BoxSizes & { name: string }): string | null {
  const heights = { desktop: slot.height, mobile: slot.mobileHeight };
  const device = devices.find((each) => heights[each] > stickyHeight(each));
  if (!device) return null;
  const where = device === 'mobile' ? 'on phones' : 'on desktop';
  return `“${slot.name}” stays at the edge of the window, of which the Better Ads Standards allow ${percent(DENSITY_LIMIT)}. Give it a height of at most ${stickyHeight(device)} pixels ${where}.`;
}
