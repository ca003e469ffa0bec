import 'server-only';
import { readSettings } from '@/lib/settings/queries';
import { manifestOf, rotatingItems, type Manifest } from '@/lib/slots/manifest';
import { isPaced, shareNow } from '@/lib/slots/pacing';
import { listSlots } from '@/lib/slots/queries';
import { readDelivery } from './delivery';

/** What readers' browsers choose from at a moment, with the pace of what was sold. */
export async function readManifest(now = new Date()): Promise<Manifest> {
  const [slots, { timeZone }] = await Promise.all([listSlots(), readSettings()]);
  const paced = slots.flatMap(rotatingItems).filter(({ goal }) => isPaced(goal));
  const delivered = await readDelivery(paced, { timeZone, now });
  const shares = paced.flatMap((item) => {
    const delivery = delivered.get(item.id);
    return delivery
      ? [[item.id, shareNow({ ...item, ...item.creative, goal: item.goal }, delivery, now)] as const]
      : [];
  });
  return manifestOf(slots, { now, zone: timeZone, shares: new Map(shares) });
}
