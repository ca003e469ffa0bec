import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { PageHeader } from '@/components/admin/page-header';
import { StatusBadge } from '@/components/admin/status-badge';
import { SlotSwitch } from '@/components/slots/slot-actions';
import { LineItemList } from '@/components/slots/line-item-list';
import { BudgetNotice } from '@/components/slots/budget-notice';
import { PauseNotice } from '@/components/slots/pause-notice';
import { ReportNotice } from '@/components/slots/report-notice';
import { SlotContents } from '@/components/slots/slot-contents';
import { SlotForm } from '@/components/slots/slot-form';
import { adminText, useText } from '@/components/text/server';
import { FormAnswer } from '@/components/ui/form-answer';
import { SlotManagement } from '@/components/slots/slot-management';
import { SlotViews } from '@/components/slots/slot-views';
import { TestResults } from '@/components/slots/test-results';
import { UnreadableNotice } from '@/components/slots/unreadable-notice';
import { VersionSection } from '@/components/slots/version-section';
import { findAnswer } from '@/lib/actions/form-answer';
import { can } from '@/lib/auth/actor';
import { env } from '@/lib/platform/env';
import { readProgress } from '@/lib/statistics/delivery';
import { paths } from '@/lib/web/paths';
import { getSettings } from '@/lib/settings/queries';
import { listBudgetPauses } from '@/lib/slots/over-budget';
import { isShipped, placementFacts } from '@/lib/slots/placements';
import { findSlot, findVersion, listSlots, listVersions, namesInRules, type LiveSlot } from '@/lib/slots/queries';
import { listPauses } from '@/lib/slots/behaviour';
import { listReports } from '@/lib/slots/reports';
import { slotStateOf } from '@/lib/slots/slot';
import { filledForm } from '@/lib/slots/slot-form';
import { only } from '@/lib/web/search-params';
import { zoneIn } from '@/lib/time/site-time';
import { guardPage } from '../../../guard';
import { deleteSlotAction, moveSlotAction, renameSlotAction } from '../actions';
import { restoreVersionAction, saveSlotAction, switchSlotAction } from './actions';
import { switchLineItemAction } from './line-items/[item]/actions';
import { SlotOutline } from './slot-outline';
import '../slots.css';

type Props = PageProps<'/admin/slots/[id]'>;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const slot = await findSlot((await params).id);
  const t = await adminText();
  return { title: slot?.name ?? t('Ad slots') };
}

export default async function SlotPage({ params, searchParams }: Props) {
  const { id } = await params;
  const actor = await guardPage('slots.edit', paths.admin.slot(id));
  const slot = await findSlot(id);
  if (!slot) notFound();
  const settings = slot.isReadable ? slot : { ...slot, ...slot.remains };
  const { timeZone } = await getSettings();
  const t = await adminText();
  const [shown, versions, names, reports, progress, slots, pauses, overBudget] = await Promise.all([
    slot.creative && findVersion(slot.id, slot.creative.id),
    listVersions(slot.id),
    namesInRules([settings.rules]),
    slot.creative ? listReports(slot.creative.id) : [],
    readProgress(actor, slot.lineItems, { timeZone }),
    listSlots(),
    listPauses(slot.id),
    listBudgetPauses(slot.id),
  ]);
  const { placement, name } = slot;
  const hasFrameOrigin = env().adsFrameOrigin !== null;
  const mayTrust = can(actor, 'slots.trusted-code');
  return (
    <div className="slot-page">
      <p className="slot-back">
        <a href={paths.admin.slots()}>{t('Ad slots')}</a>
      </p>
      <SlotHeader slot={slot} />
      <SlotViews slotId={slot.id} current="slot" />
      <FormAnswer state={await findAnswer()} />
      <SlotContents placement={placement} />
      <PauseNotice pauses={pauses} timeZone={timeZone} action={switchLineItemAction} />
      <BudgetNotice slotId={slot.id} pauses={overBudget} timeZone={timeZone} action={switchLineItemAction} />
      <ReportNotice reports={reports} timeZone={timeZone} />
      {!slot.isReadable && <UnreadableNotice problems={slot.problems} />}
      <SlotForm
        action={saveSlotAction}
        slot={{ id: slot.id, placement, name }}
        stored={filledForm(settings, shown, { names, timeZone })}
        shown={slot.creative}
        zone={zoneIn(new Date(), timeZone)}
        code={{ hasFrameOrigin, mayTrust }}
      />
      <LineItemList slotId={slot.id} lineItems={slot.lineItems} progress={progress} now={new Date()} />
      {slot.isReadable && <SlotOutline slot={slot} slots={slots} wanted={only((await searchParams).post)} />}
      {shown?.kind === 'code' && <TestResults shown={shown} box={settings} {...{ timeZone, hasFrameOrigin }} />}
      <VersionSection
        action={restoreVersionAction}
        slotId={slot.id}
        liveId={slot.creative?.id ?? ''}
        {...{ versions, timeZone, mayTrust }}
      />
      <SlotManagement
        slot={{ id: slot.id, name, isShipped: isShipped(slot) }}
        order={slots.filter((each) => each.placement === placement).map((each) => ({ id: each.id, name: each.name }))}
        actions={{ rename: renameSlotAction, move: moveSlotAction, remove: deleteSlotAction }}
      />
    </div>
  );
}

function SlotHeader({ slot }: { slot: LiveSlot }) {
  const t = useText();
  const state = slotStateOf(slot);
  return (
    <PageHeader
      title={slot.name}
      lead={
        <>
          <StatusBadge tone={state === 'Active' ? 'live' : 'quiet'}>{t(state)}</StatusBadge> ·{' '}
          <span>{t(placementFacts[slot.placement].where)}</span>
        </>
      }
    >
      <SlotSwitch action={switchSlotAction} slotId={slot.id} isOn={slot.enabled} />
    </PageHeader>
  );
}
