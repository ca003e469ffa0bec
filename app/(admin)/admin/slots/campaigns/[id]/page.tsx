import { notFound } from 'next/navigation';
import { PageHeader } from '@/components/admin/page-header';
import { StatusBadge } from '@/components/admin/status-badge';
import { CampaignFields, CampaignSwitch, ReportLink } from '@/components/campaigns/campaign-forms';
import { CampaignItems } from '@/components/campaigns/campaign-items';
import { adminText } from '@/components/text/server';
import { FormAnswer } from '@/components/ui/form-answer';
import { findAnswer } from '@/lib/actions/form-answer';
import type { Actor } from '@/lib/auth/actor';
import { readCampaignFigures } from '@/lib/campaigns/figures';
import { findCampaign, listAdvertisers, type CampaignRow } from '@/lib/campaigns/queries';
import { reportToken } from '@/lib/campaigns/report-link';
import { env } from '@/lib/platform/env';
import { paths } from '@/lib/web/paths';
import { guardPage } from '../../../../guard';
import { pageTitle } from '../../../../page-title';
import { archiveCampaignAction, linkReportAction, saveCampaignAction } from './actions';
import '../../slots.css';
import '../campaigns.css';

type Props = PageProps<'/admin/slots/campaigns/[id]'>;

export const generateMetadata = pageTitle('Campaign');

export default async function CampaignPage({ params }: Props) {
  const { id } = await params;
  const actor = await guardPage('slots.edit', paths.admin.campaign(id));
  const campaign = id === 'new' ? null : await findCampaign(id);
  if (id !== 'new' && !campaign) notFound();
  const [t, advertisers] = await Promise.all([adminText(), listAdvertisers()]);
  return (
    <div className="slot-page campaign-page">
      <p className="slot-back">
        <a href={paths.admin.campaigns()}>{t('Campaigns')}</a>
      </p>
      <PageHeader
        title={campaign?.name ?? t('New campaign')}
        lead={
          campaign?.archivedAt ? (
            <StatusBadge tone="quiet">{t('Archived')}</StatusBadge>
          ) : (
            (campaign?.advertiser ?? undefined)
          )
        }
      >
        {campaign && (
          <CampaignSwitch action={archiveCampaignAction} id={campaign.id} isArchived={campaign.archivedAt !== null} />
        )}
      </PageHeader>
      <FormAnswer state={await findAnswer()} />
      {campaign && <Figures actor={actor} campaign={campaign} />}
      <section className="section" aria-labelledby="details">
        <header>
          <h2 id="details">{campaign ? t('Name and contact') : t('Who advertises')}</h2>
          <p>{t('Line items are given to a campaign in their own form.')}</p>
        </header>
        <CampaignFields
          action={saveCampaignAction}
          stored={campaign ?? { id: '', name: '', advertiser: '', contactEmail: '' }}
          advertisers={advertisers}
        />
      </section>
    </div>
  );
}

async function Figures({ actor, campaign }: { actor: Actor; campaign: CampaignRow }) {
  const t = await adminText();
  const figures = (await readCampaignFigures(actor, [campaign.id])).get(campaign.id) ?? [];
  const token = reportToken(campaign);
  return (
    <>
      <section className="campaign-part" aria-labelledby="items">
        <h2 id="items">{t('Line items')}</h2>
        <CampaignItems figures={figures} />
      </section>
      <section className="campaign-part" aria-labelledby="report">
        <h2 id="report">{t('Report for the advertiser')}</h2>
        <p className="quiet">
          {t(
            'Anyone with the link sees the figures and the content of these line items, without an account, and nothing else.',
          )}
        </p>
        <ReportLink
          action={linkReportAction}
          id={campaign.id}
          address={token && env().siteUrl + paths.campaignReport(token)}
        />
      </section>
    </>
  );
}
