import { useText } from '#text';
import { z } from 'zod';
import { PageHeader } from '@/components/admin/page-header';
import { SlotTabs } from '@/components/slots/slot-tabs';
import { AllSlotStatistics } from '@/components/statistics/all-slot-statistics';
import { adminText } from '@/components/text/server';
import { Select } from '@/components/ui/field';
import { getSettings } from '@/lib/settings/queries';
import { listSlots, nameVersions } from '@/lib/slots/queries';
import { readSlotHealth } from '@/lib/statistics/slot-health';
import { readFigures, type SlotFilter } from '@/lib/statistics/slot-queries';
import { paths } from '@/lib/web/paths';
import { guardPage } from '../../../guard';
import { pageTitle } from '../../../page-title';
import '../slots.css';
import '../../status/status.css';

type Props = PageProps<'/admin/slots/statistics'>;

export const generateMetadata = pageTitle('Slot statistics');

const asked = z.object({
  slot: z.string().max(64).catch(''),
  version: z.string().max(64).catch(''),
  device: z.enum(['', 'desktop', 'mobile']).catch(''),
});

/** What became of all slots, or of one slot, version or device. */
export default async function SlotStatisticsPage({ searchParams }: Props) {
  const actor = await guardPage('slots.edit', paths.admin.allSlotStatistics());
  const [t, query, slots, { timeZone }] = await Promise.all([adminText(), searchParams, listSlots(), getSettings()]);
  const wanted = asked.parse(query);
  const slot = slots.find(({ id }) => id === wanted.slot);
  const shown = slot ? [slot] : slots;
  const named = await Promise.all(
    shown.map(async ({ id, name }) => ({ name, versions: (await nameVersions(id)).names })),
  );
  const versions = new Map(
    named.flatMap(({ name, versions: own }) =>
      [...own].map(([id, version]) => [id, slot ? version : `${name}: ${version}`] as const),
    ),
  );
  const version = versions.has(wanted.version) ? wanted.version : '';
  const filter: SlotFilter = {
    ...(slot ? { slotId: slot.id } : {}),
    ...(version ? { creativeId: version } : {}),
    ...(wanted.device ? { device: wanted.device } : {}),
  };
  const [figures, health] = await Promise.all([
    readFigures(actor, filter, { timeZone }),
    readSlotHealth(actor, filter, { timeZone }),
  ]);
  const names = new Map(slots.map(({ id, name }) => [id, name]));
  return (
    <>
      <SlotTabs current="statistics" />
      <PageHeader title={t('Slot statistics')} lead={t('The last 30 days')} />
      <Filter slots={names} versions={slot ? versions : new Map()} values={{ ...wanted, version }} />
      <AllSlotStatistics {...{ figures, health, versions }} slots={names} />
    </>
  );
}

type FilterProps = {
  slots: ReadonlyMap<string, string>;
  versions: ReadonlyMap<string, string>;
  values: z.output<typeof asked>;
};

function Filter({ slots, versions, values }: FilterProps) {
  const t = useText();
  return (
    <form method="get" className="slot-form slot-pair">
      <Select name="slot" label={t('Slot')} defaultValue={values.slot}>
        <option value="">{t('All slots')}</option>
        <Options names={slots} />
      </Select>
      {versions.size > 0 && (
        <Select name="version" label={t('Version')} defaultValue={values.version}>
          <option value="">{t('All versions')}</option>
          <Options names={versions} />
        </Select>
      )}
      <Select name="device" label={t('Device')} defaultValue={values.device}>
        <option value="">{t('All devices')}</option>
        <option value="desktop">{t('Desktop')}</option>
        <option value="mobile">{t('Mobile')}</option>
      </Select>
      <div className="form-actions">
        <button className="button">{t('Show')}</button>
      </div>
    </form>
  );
}

function Options({ names }: { names: ReadonlyMap<string, string> }) {
  return [...names].map(([id, name]) => (
    <option key={id} value={id}>
      {name}
    </option>
  ));
}
