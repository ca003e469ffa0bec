import 'server-only';
import { setPageSlots } from '@/components/slots/page-slots';
import { cacheTags } from '@/lib/caching/cache-tags';
import { cachedRead } from '@/lib/caching/cached-read';
import { readSettings } from '@/lib/settings/queries';
import { nextChange, planSlots, type PageContext } from '@/lib/slots/placement-rules';
import { listSlots, type LiveSlot } from '@/lib/slots/queries';

/** Chooses the slots of the current page, which expires when a slot next starts or ends. */
export async function readPageSlots(page: PageContext) {
  const [slots, { showPlaceholders }] = await Promise.all([
    cachedRead<LiveSlot[]>({
      key: 'slots',
      tags: [cacheTags.slots],
      load: listSlots,
      expiresAt: (slots) => nextChange(slots, new Date()),
      atBuild: [],
    }),
    readSettings(),
  ]);
  setPageSlots({ plan: planSlots(slots, page, new Date()), showPlaceholders });
}
