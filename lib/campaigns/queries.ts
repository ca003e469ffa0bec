import 'server-only';
import { readDb } from '@/lib/database/db';
import type { Prisma } from '@/prisma/generated/sqlite/client';
import { MAX_CAMPAIGNS } from './campaign';
import { campaignIn, isReportToken } from './report-link';

const MAX_ADVERTISERS = 50;

const shown = {
  id: true,
  name: true,
  advertiser: true,
  contactEmail: true,
  reportNonce: true,
  archivedAt: true,
} satisfies Prisma.CampaignSelect;

export type CampaignRow = Prisma.CampaignGetPayload<{ select: typeof shown }>;

/** The newest campaigns that are archived, or are not. */
export async function listCampaigns({ isArchived }: { isArchived: boolean }): Promise<CampaignRow[]> {
  return readDb.campaign.findMany({
    where: { archivedAt: isArchived ? { not: null } : null },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    take: MAX_CAMPAIGNS,
    select: shown,
  });
}

export async function findCampaign(id: string): Promise<CampaignRow | null> {
  return readDb.campaign.findUnique({ where: { id }, select: shown });
}

export type CampaignChoice = { id: string; name: string; advertiser: string };

/** What a line item can belong to: every campaign in use, and the one that it has. */
export async function listCampaignChoices(present: string | null): Promise<CampaignChoice[]> {
  const choice = { id: true, name: true, advertiser: true } as const;
  const [current, own] = await Promise.all([
    readDb.campaign.findMany({
      where: { archivedAt: null },
      orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
      take: MAX_CAMPAIGNS,
      select: choice,
    }),
    present && readDb.campaign.findUnique({ where: { id: present }, select: choice }),
  ]);
  return own && !current.some(({ id }) => id === own.id) ? [own, ...current] : current;
}

/** The names of those who advertised, for the form. */
export async function listAdvertisers(): Promise<string[]> {
  const rows = await readDb.campaign.findMany({
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    take: MAX_CAMPAIGNS,
    select: { advertiser: true },
  });
  return [...new Set(rows.map(({ advertiser }) => advertiser))].slice(0, MAX_ADVERTISERS);
}

/** The campaign of a report's address; null if it was forged or revoked. */
export async function findReported(token: string): Promise<CampaignRow | null> {
  const campaign = await findCampaign(campaignIn(token));
  return campaign && isReportToken(token, campaign) ? campaign : null;
}
