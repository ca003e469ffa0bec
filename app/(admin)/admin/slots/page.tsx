import { BulkForm } from '@/components/admin/bulk-form';
import { ListShortcuts } from '@/components/admin/list-shortcuts';
import { PageHeader } from '@/components/admin/page-header';
import { PageMap } from '@/components/slots/page-map';
import { NewSlot } from '@/components/slots/slot-management';
import { adminText } from '@/components/text/server';
import { SlotTabs } from '@/components/slots/slot-tabs';
import { findAnswer } from '@/lib/actions/form-answer';
import { paths } from '@/lib/web/paths';
import { getSettings } from '@/lib/settings/queries';
import { countReported } from '@/lib/slots/reader-reports';
import { listSlots } from '@/lib/slots/queries';
import { countText } from '@/lib/text/capped-count';
import { pageTitle } from '../../page-title';
import { guardPage } from '../../guard';
import { createSlotAction, runSlotBulkAction } from './actions';
import './slots.css';

export const generateMetadata = pageTitle('Ad slots');

export default async function SlotsPage() {
  await guardPage('slots.edit', paths.admin.slots());
  const t = await adminText();
  const [slots, { showPlaceholders }, reports] = await Promise.all([listSlots(), getSettings(), countReported()]);
  return (
    <>
      <SlotTabs current="slots" reports={reports > 0 ? countText(reports, t.language) : ''} />
      <PageHeader
        title={t('Ad slots')}
        lead={
          showPlaceholders
            ? t(
                'Open a slot to add content. Empty slots show “Put your ad code here” to everyone, as chosen in the settings.',
              )
            : t('Open a slot to add content. Only staff can see empty slots.')
        }
      >
        <a className="button" href={paths.slotsOnPage()}>
          {t('See slots on the site')}
        </a>
      </PageHeader>
      <BulkForm
        action={runSlotBulkAction}
        answer={await findAnswer()}
        buttons={
          <>
            <button className="button" name="intent" value="on">
              {t('Enable')}
            </button>
            <button className="button" name="intent" value="off">
              {t('Disable')}
            </button>
          </>
        }
      >
        <PageMap slots={slots} now={new Date()} />
      </BulkForm>
      <NewSlot action={createSlotAction} />
      <ListShortcuts />
    </>
  );
}
