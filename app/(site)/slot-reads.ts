import 'server-only';
import { setPageSlots } from '@/components/slots/page-slots';
import { cacheTags } from '@/lib/caching/cache-tags';
import { cachedRead } from '@/lib/caching/cached-read';
import { readSettings } from '@/lib/settings/queries';
import { nextChange, planSlots, type PageContext } from '@/lib/slots/placement-rules';
import { listSlots, type LiveSlot } from '@/lib/slots/queries';

/** Decides which slots the page that is being rendered has. What starts or ends by the clock makes the page stale then. */
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
