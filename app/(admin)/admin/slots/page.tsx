import type { Metadata } from 'next';
import { PageHeader } from '@/components/admin/page-header';
import { PageMap } from '@/components/slots/page-map';
import { NewSlot } from '@/components/slots/slot-management';
import { paths } from '@/lib/web/paths';
import { getSettings } from '@/lib/settings/queries';
import { countReported } from '@/lib/slots/reader-reports';
import { listSlots } from '@/lib/slots/queries';
import { countText } from '@/lib/text/capped-count';
import { guardPage } from '../../guard';
import { createSlotAction } from './actions';
import './slots.css';

export const metadata: Metadata = { title: 'Ad slots' };

export default async function SlotsPage() {
  await guardPage('slots.edit', paths.admin.slots());
  const [slots, { showPlaceholders }, reports] = await Promise.all([listSlots(), getSettings(), countReported()]);
  return (
    <>
      <PageHeader
        title="Ad slots"
        lead={
          showPlaceholders
            ? 'Open a slot to add content. Empty slots show “Put your ad code here” to everyone, as chosen in the settings.'
            : 'Open a slot to add content. Only staff can see empty slots.'
        }
      >
        <a className="button" href={paths.slotsOnPage()}>
          See slots on the site
        </a>
        <a className="button" href={paths.admin.allSlotStatistics()}>
          Statistics
        </a>
        <a className="button" href={paths.admin.campaigns()}>
          Campaigns
        </a>
        <a className="button" href={paths.admin.mediaKit()}>
          Media kit
        </a>
        <a className="button" href={paths.admin.slotReports()}>
          {reports > 0 ? `Reader reports (${countText(reports)})` : 'Reader reports'}
        </a>
        <a className="button" href={paths.admin.importSlots()}>
          Import
        </a>
        <a className="button" href={paths.admin.sellers()}>
          ads.txt
        </a>
      </PageHeader>
      <PageMap slots={slots} now={new Date()} />
      <NewSlot action={createSlotAction} />
    </>
  );
}
