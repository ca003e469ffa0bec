import { newId } from '@/lib/platform/ids';
import type { Rule } from '../action-calls';
import { fresh, type Visitor } from '../test-site';

const actions = 'app/(admin)/admin/slots/campaigns/[id]/actions.ts';
const selling: Visitor[] = ['ads', 'admin', 'owner'];

async function aCampaign(reportNonce: string | null = null) {
  const { db } = await import('@/lib/database/db');
  const row = { id: newId(), name: 'Autumn', advertiser: 'Chandler', reportNonce, createdAt: new Date() };
  return db.campaign.create({ data: row, select: { id: true } });
}

export const campaignActions: Record<string, Rule> = {
  [`${actions}#saveCampaignAction`]: {
    may: selling,
    send: () => ({ fields: { id: '', name: 'Mine', advertiser: 'Chandler', contactEmail: '' } }),
  },
  [`${actions}#archiveCampaignAction`]: {
    may: selling,
    send: async () => ({ fields: { id: (await aCampaign()).id, intent: 'archive' } }),
  },
  [`${actions}#linkReportAction`]: {
    may: selling,
    send: async () => ({ fields: { id: (await aCampaign(newId())).id, intent: 'revoke' } }),
  },
  'app/(admin)/admin/slots/media-kit/actions.ts#saveMediaKitAction': {
    may: selling,
    send: () => ({ fields: { mediaKitText: fresh(), mediaKitContact: '' } }),
  },
};

export const campaignHandlers: Record<string, Rule> = {
  'GET /preview/reports/[token]/report.csv': {
    may: [],
    send: () => ({ at: '/preview/reports/none.none/report.csv' }),
  },
};
