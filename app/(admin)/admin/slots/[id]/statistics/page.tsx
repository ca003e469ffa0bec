import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { PageHeader } from '@/components/admin/page-header';
import { SlotViews } from '@/components/slots/slot-views';
import { ArmComparison } from '@/components/statistics/arm-comparison';
import { SlotHealthSection } from '@/components/statistics/slot-health';
import { SlotStatistics } from '@/components/statistics/slot-statistics';
import { adminText } from '@/components/text/server';
import { getSettings } from '@/lib/settings/queries';
import { listBudgetPauses } from '@/lib/slots/over-budget';
import { findSlot, nameVersions } from '@/lib/slots/queries';
import { listFiltered } from '@/lib/statistics/queries';
import { readSlotHealth } from '@/lib/statistics/slot-health';
import { readSlotFigures } from '@/lib/statistics/slot-queries';
import { paths } from '@/lib/web/paths';
import { guardPage } from '../../../../guard';
import '../../slots.css';
import '../../../status/status.css';

type Props = PageProps<'/admin/slots/[id]/statistics'>;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [t, slot] = await Promise.all([adminText(), findSlot((await params).id)]);
  return { title: slot ? t('Statistics of “{name}”', { name: slot.name }) : t('Slot statistics') };
}

/** What one slot showed in the last thirty days, how its test stands, and what its code costs readers. */
export default async function OneSlotStatisticsPage({ params }: Props) {
  const { id } = await params;
  const actor = await guardPage('slots.edit', paths.admin.slotFigures(id));
  const [t, slot, { timeZone }] = await Promise.all([adminText(), findSlot(id), getSettings()]);
  if (!slot) notFound();
  const [{ names, code }, figures, filtered, overBudget, health] = await Promise.all([
    nameVersions(id),
    readSlotFigures(actor, id, { timeZone }),
    listFiltered(actor, id, { timeZone }),
    listBudgetPauses(id),
    readSlotHealth(actor, { slotId: id }, { timeZone }),
  ]);
  return (
    <div className="slot-page">
      <p className="slot-back">
        <a href={paths.admin.slots()}>{t('Ad slots')}</a>
      </p>
      <PageHeader title={t('Statistics of “{name}”', { name: slot.name })} lead={t('The last 30 days')} />
      <SlotViews slotId={id} current="statistics" />
      <SlotStatistics slotId={id} figures={figures} filtered={filtered} names={names} code={code} />
      <ArmComparison lineItems={slot.lineItems} figures={figures} />
      {code.size > 0 && <SlotHealthSection {...{ health, timeZone, names }} pauses={overBudget} />}
    </div>
  );
}
