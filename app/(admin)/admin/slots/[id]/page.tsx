import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { PageHeader } from '@/components/admin/page-header';
import { StatusBadge } from '@/components/admin/status-badge';
import { SlotSwitch, SlotVersions } from '@/components/slots/slot-actions';
import { LineItemList } from '@/components/slots/line-item-list';
import { BudgetNotice } from '@/components/slots/budget-notice';
import { PauseNotice } from '@/components/slots/pause-notice';
import { ReportNotice } from '@/components/slots/report-notice';
import { SlotContents } from '@/components/slots/slot-contents';
import { SlotForm } from '@/components/slots/slot-form';
import { FormAnswer } from '@/components/ui/form-answer';
import { SlotManagement } from '@/components/slots/slot-management';
import { TestResults } from '@/components/slots/test-results';
import { UnreadableNotice } from '@/components/slots/unreadable-notice';
import { findAnswer } from '@/lib/actions/form-answer';
import { can } from '@/lib/auth/actor';
import { env } from '@/lib/platform/env';
import { SlotHealthSection } from '@/components/statistics/slot-health';
import { ArmComparison } from '@/components/statistics/arm-comparison';
import { SlotStatistics } from '@/components/statistics/slot-statistics';
import { readProgress } from '@/lib/statistics/delivery';
import { listFiltered } from '@/lib/statistics/queries';
import { readSlotHealth } from '@/lib/statistics/slot-health';
import { readSlotFigures } from '@/lib/statistics/slot-queries';
import { paths } from '@/lib/web/paths';
import { getSettings } from '@/lib/settings/queries';
import { listBudgetPauses } from '@/lib/slots/over-budget';
import { isShipped, placementFacts } from '@/lib/slots/placements';
import {
  findSlot,
  findVersion,
  listSlots,
  listVersions,
  nameVersions,
  namesInRules,
  type LiveSlot,
} from '@/lib/slots/queries';
import { listPauses } from '@/lib/slots/behaviour';
import { listReports } from '@/lib/slots/reports';
import { slotStateOf } from '@/lib/slots/slot';
import { filledForm } from '@/lib/slots/slot-form';
import { only } from '@/lib/web/search-params';
import { shortMoment, zoneAt } from '@/lib/time/site-time';
import { guardPage } from '../../../guard';
import { deleteSlotAction, moveSlotAction, renameSlotAction } from '../actions';
import { restoreVersionAction, saveSlotAction, switchSlotAction } from './actions';
import { switchLineItemAction } from './line-items/[item]/actions';
import { SlotOutline } from './slot-outline';
import '../slots.css';
import '../../status/status.css';

type Props = PageProps<'/admin/slots/[id]'>;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const slot = await findSlot((await params).id);
  return { title: slot?.name ?? 'Ad slots' };
}

export default async function SlotPage({ params, searchParams }: Props) {
  const { id } = await params;
  const actor = await guardPage('slots.edit', paths.admin.slot(id));
  const slot = await findSlot(id);
  if (!slot) notFound();
  const settings = slot.isReadable ? slot : { ...slot, ...slot.remains };
  const { timeZone } = await getSettings();
  const [shown, versions, named, names, reports, figures, filtered, progress, slots, pauses, overBudget, health] =
    await Promise.all([
      slot.creative && findVersion(slot.id, slot.creative.id),
      listVersions(slot.id),
      nameVersions(slot.id),
      namesInRules([settings.rules]),
      slot.creative ? listReports(slot.creative.id) : [],
      readSlotFigures(actor, id, { timeZone }),
      listFiltered(actor, id, { timeZone }),
      readProgress(actor, slot.lineItems, { timeZone }),
      listSlots(),
      listPauses(slot.id),
      listBudgetPauses(slot.id),
      readSlotHealth(actor, { slotId: id }, { timeZone }),
    ]);
  const { placement, name } = slot;
  const hasFrameOrigin = env().adsFrameOrigin !== null;
  const mayTrust = can(actor, 'slots.trusted-code');
  return (
    <div className="slot-page">
      <p className="slot-back">
        <a href={paths.admin.slots()}>Ad slots</a>
      </p>
      <SlotHeader slot={slot} />
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
        zone={zoneAt(new Date(), timeZone)}
        code={{ hasFrameOrigin, mayTrust }}
      />
      <LineItemList slotId={slot.id} lineItems={slot.lineItems} progress={progress} now={new Date()} />
      <SlotStatistics
        slotId={slot.id}
        figures={figures}
        filtered={filtered}
        names={named.names}
        isEstimated={named.hasCode}
      />
      {slot.isReadable && <SlotOutline slot={slot} slots={slots} wanted={only((await searchParams).post)} />}
      <ArmComparison lineItems={slot.lineItems} figures={figures} />
      {shown?.kind === 'code' && <TestResults shown={shown} box={settings} {...{ timeZone, hasFrameOrigin }} />}
      {named.hasCode && <SlotHealthSection {...{ health, timeZone }} pauses={overBudget} names={named.names} />}
      <Versions slot={slot} versions={versions} timeZone={timeZone} mayTrust={mayTrust} />
      <SlotManagement
        slot={{ id: slot.id, name, isShipped: isShipped(slot) }}
        order={slots.filter((each) => each.placement === placement).map((each) => ({ id: each.id, name: each.name }))}
        actions={{ rename: renameSlotAction, move: moveSlotAction, remove: deleteSlotAction }}
      />
    </div>
  );
}

type VersionsProps = {
  slot: LiveSlot;
  versions: Awaited<ReturnType<typeof listVersions>>;
  timeZone: string;
  mayTrust: boolean;
};

function Versions({ slot, versions, timeZone, mayTrust }: VersionsProps) {
  if (versions.length === 0) return null;
  return (
    <section className="slot-versions" aria-labelledby="versions">
      <h2 id="versions">Versions</h2>
      <SlotVersions
        action={restoreVersionAction}
        slotId={slot.id}
        liveId={slot.creative?.id ?? ''}
        mayTrust={mayTrust}
        versions={versions.map((version) => ({
          id: version.id,
          version: version.version,
          kind: version.kind,
          isInPage: version.isInPage,
          tested: version.tested,
          summary: version.summary,
          by: version.by,
          when: shortMoment(version.createdAt, { timeZone }),
        }))}
      />
    </section>
  );
}

function SlotHeader({ slot }: { slot: LiveSlot }) {
  const state = slotStateOf(slot);
  return (
    <PageHeader
      title={slot.name}
      lead={
        <>
          <StatusBadge tone={state === 'Active' ? 'live' : 'quiet'}>{state}</StatusBadge> ·{' '}
          <span>{placementFacts[slot.placement].where}</span>
        </>
      }
    >
      <SlotSwitch action={switchSlotAction} slotId={slot.id} isOn={slot.enabled} />
    </PageHeader>
  );
}
