import { PageHeader } from '@/components/admin/page-header';
import { SlotTabs } from '@/components/slots/slot-tabs';
import { adminText } from '@/components/text/server';
import { CampaignList } from '@/components/campaigns/campaign-list';
import { readCampaignFigures } from '@/lib/campaigns/figures';
import { listCampaigns } from '@/lib/campaigns/queries';
import { paths } from '@/lib/web/paths';
import { only } from '@/lib/web/search-params';
import { guardPage } from '../../../guard';
import { pageTitle } from '../../../page-title';
import '../slots.css';
import './campaigns.css';

export const generateMetadata = pageTitle('Campaigns');

export default async function CampaignsPage({ searchParams }: PageProps<'/admin/slots/campaigns'>) {
  const isArchived = only((await searchParams).state) === 'archived';
  const actor = await guardPage('slots.edit', paths.admin.campaigns(isArchived ? 'archived' : ''));
  const t = await adminText();
  const campaigns = await listCampaigns({ isArchived });
  const figures = await readCampaignFigures(
    actor,
    campaigns.map(({ id }) => id),
  );
  return (
    <div className="slot-page" key={String(isArchived)}>
      <SlotTabs current="campaigns" />
      <PageHeader
        title={isArchived ? t('Archived campaigns') : t('Campaigns')}
        lead={t('What advertisers bought: line items of one or several slots, with a report of their own.')}
      >
        <a className="button" href={paths.admin.campaigns(isArchived ? '' : 'archived')}>
          {isArchived ? t('In use') : t('Archived')}
        </a>
        <a className="button button--primary" href={paths.admin.campaign('new')}>
          {t('New campaign')}
        </a>
      </PageHeader>
      <CampaignList campaigns={campaigns} figures={figures} isArchived={isArchived} />
    </div>
  );
}
