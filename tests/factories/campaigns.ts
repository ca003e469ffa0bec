import { createReportLink, saveCampaign } from '@/lib/campaigns/editing';
import { findCampaign } from '@/lib/campaigns/queries';
import { reportToken } from '@/lib/campaigns/report-link';
import { db } from '@/lib/database/db';
import type { CreativeDraft } from '@/lib/slots/creative';
import type { Placement } from '@/lib/slots/placements';
import { findLineItem } from '@/lib/slots/queries';
import { hourOf } from '@/lib/statistics/tally';
import { addLineItem } from './slots';
import { actorWith } from './users';

const HOUR_MS = 60 * 60 * 1000;

/** A campaign whose report has a link. */
export async function createCampaign({ name = 'Autumn', advertiser = 'Chandler' } = {}) {
  const actor = await actorWith('ads');
  const { id } = await saveCampaign(actor, { id: null, name, advertiser, contactEmail: '' });
  await createReportLink(actor, id);
  const campaign = await findCampaign(id);
  return { id, token: (campaign && reportToken(campaign)) ?? '' };
}

type Sale = { campaignId: string; name: string; creative: CreativeDraft; served: number };

/** A line item of a campaign, of whose impressions three quarters were viewable and one in a hundred was clicked. */
export async function sellLineItem(placement: Placement, { campaignId, name, creative, served }: Sale) {
  const item = await addLineItem(placement, creative, { campaignId, name });
  const creativeId = (await findLineItem(item.slotId, item.id))?.creative?.id ?? '';
  const hours = Array.from({ length: 20 }, (_, index) => hourOf(Date.now() - (1 + index * 24) * HOUR_MS));
  await db.slotStatistic.createMany({
    data: hours.map((bucket, index) => {
      const growth = 0.6 + 0.8 * (index / (hours.length - 1));
      const shown = 100 * Math.round((served / 100 / hours.length) * growth);
      const counts = { eligible: 2 * shown, served: shown, viewable: 0.75 * shown, clicks: shown / 100 };
      return { slotId: item.slotId, creativeId, period: 'hour', bucket, device: 'desktop', ...counts };
    }),
  });
  return item;
}
