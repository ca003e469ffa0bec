import 'server-only';
import { setPageSlots } from '@/components/slots/page-slots';
import { cacheTags } from '@/lib/caching/cache-tags';
import { cachedRead } from '@/lib/caching/cached-read';
import { readSettings } from '@/lib/settings/queries';
import { manifestVersion } from '@/lib/slots/manifest';
import { nextChange, planSlots, type PageContext } from '@/lib/slots/placement-rules';
import { listSlots, type LiveSlot } from '@/lib/slots/queries';
import { readLearnedHeights, type LearnedHeights } from '@/lib/statistics/learned-heights';
import { countedPage } from '@/lib/statistics/page-view';

const HEIGHTS_MS = 60 * 60 * 1000;

/** Chooses the slots of the current page, which expires when a slot next starts or ends, and what it is counted as. */
export async function readPageSlots(page: PageContext, postId: string | null = null) {
  const [slots, { showPlaceholders, countsReaders, consent, slotReports, language }] = await Promise.all([
    cachedRead<LiveSlot[]>({
      key: 'slots',
      tags: [cacheTags.slots],
      load: listSlots,
      expiresAt: (slots) => nextChange(slots, new Date()),
      atBuild: [],
    }),
    readSettings(),
  ]);
  const counted = countsReaders ? countedPage(page.type, postId) : null;
  const now = new Date();
  const manifest = manifestVersion(slots, now);
  const heights = await readHeights(slots);
  setPageSlots({
    plan: planSlots(slots, page, now),
    showPlaceholders,
    counted,
    manifest,
    consent,
    slotReports,
    language,
    heights,
  });
}

// Asked only for slots that may grow: others keep their height.
async function readHeights(slots: readonly LiveSlot[]) {
  const growing = slots.filter((slot) => slot.isReadable && slot.position.growsTo > 0);
  if (growing.length === 0) return {};
  return cachedRead<LearnedHeights>({
    key: 'slot-heights',
    tags: [cacheTags.slots],
    load: () => readLearnedHeights(growing),
    expiresAt: () => Date.now() + HEIGHTS_MS,
    atBuild: {},
  });
}
