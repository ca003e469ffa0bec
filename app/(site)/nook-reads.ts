import 'server-only';
import type { Nooks } from '@/components/slots/nooks';
import { cacheTags } from '@/lib/cache-tags';
import { cachedRead } from '@/lib/caching/cached-read';
import { readSettings } from '@/lib/settings/queries';
import { nextChange, planSlots, type PageContext } from '@/lib/slots/planning';
import { listSlots, type LiveSlot } from '@/lib/slots/queries';

/** The slots of a page. What starts or ends by the clock makes the page stale at that moment. */
export async function readNooks(page: PageContext): Promise<Nooks> {
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
  return { plan: planSlots(slots, page, new Date()), showPlaceholders };
}
