import 'server-only';
import { readDb } from '@/lib/database/db';
import { lineItemColumns, toLineItem } from './queries';

/** The line items of campaigns with what they show, and all that they have shown; the first added first. */
export async function listCampaignItems(campaignIds: readonly string[]) {
  const rows = await readDb.lineItem.findMany({
    where: { campaignId: { in: [...campaignIds] } },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
    select: {
      ...lineItemColumns,
      slot: { select: { name: true, enabled: true, width: true, height: true, mobileWidth: true, mobileHeight: true } },
      creatives: { select: { id: true, kind: true } },
    },
  });
  return rows.map(({ slot, creatives, ...row }) => ({ ...toLineItem(row), slot, creatives }));
}
export type CampaignItem = Awaited<ReturnType<typeof listCampaignItems>>[number];
