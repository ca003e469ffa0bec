import type { Metadata } from 'next';
import { PageHeader } from '@/components/admin/page-header';
import { PageMap } from '@/components/slots/page-map';
import { NewSlot } from '@/components/slots/slot-management';
import { paths } from '@/lib/web/paths';
import { getSettings } from '@/lib/settings/queries';
import { listSlots } from '@/lib/slots/queries';
import { guardPage } from '../../guard';
import { createSlotAction } from './actions';
import './slots.css';

export const metadata: Metadata = { title: 'Ad slots' };

export default async function SlotsPage() {
  await guardPage('slots.edit', paths.admin.slots());
  const [slots, { showPlaceholders }] = await Promise.all([listSlots(), getSettings()]);
  return (
    <>
      <PageHeader
        title="Ad slots"
        lead={
          showPlaceholders
            ? 'Open a slot to add content. Empty slots show “Put your ad code here” to everyone, as chosen in the settings.'
            : 'Open a slot to add content. Only staff can see empty slots.'
        }
      />
      <PageMap slots={slots} now={new Date()} />
      <NewSlot action={createSlotAction} />
    </>
  );
}
