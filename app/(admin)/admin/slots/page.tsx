import type { Metadata } from 'next';
import { PageHeader } from '@/components/admin/page-header';
import { PageMap } from '@/components/slots/page-map';
import { NewSlot } from '@/components/slots/slot-management';
import { FormAnswer } from '@/components/ui/form-answer';
import { SlotTabs } from '@/components/slots/slot-tabs';
import { findAnswer } from '@/lib/actions/form-answer';
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
      <SlotTabs current="slots" reports={reports > 0 ? countText(reports) : ''} />
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
      </PageHeader>
      <FormAnswer state={await findAnswer()} />
      <PageMap slots={slots} now={new Date()} />
      <NewSlot action={createSlotAction} />
    </>
  );
}
