import { useText } from '#text';
import type { FilteredCount } from '@/lib/statistics/queries';
import { filteredEvents, reasonInWords, type FilteredEvent } from '@/lib/statistics/reasons';
import { CountTable } from './count-table';

/** What was sent and not counted, and why. */
export function FilteredTable({ filtered, download }: { filtered: FilteredCount[]; download: string }) {
  const t = useText();
  return (
    <CountTable
      title={t('Not counted')}
      columns={[t('Reason'), t('What'), t('Times')]}
      rows={filtered.map(({ reason, event, count }) => ({
        key: `${reason} ${event}`,
        name: t(reasonInWords(reason)),
        counts: [t(filteredEvents[event as FilteredEvent] ?? event), count],
      }))}
      empty={t('Everything that was sent in the last 30 days was counted.')}
      download={download}
    />
  );
}
