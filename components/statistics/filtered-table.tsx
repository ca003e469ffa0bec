import type { FilteredCount } from '@/lib/statistics/queries';
import { filteredEvents, reasonInWords, type FilteredEvent } from '@/lib/statistics/reasons';
import { CountTable } from './count-table';

/** What was sent and not counted, and why. */
export function FilteredTable({ filtered, download }: { filtered: FilteredCount[]; download: string }) {
  return (
    <CountTable
      title="Not counted"
      columns={['Reason', 'What', 'Times']}
      rows={filtered.map(({ reason, event, count }) => ({
        key: `${reason} ${event}`,
        name: reasonInWords(reason),
        counts: [filteredEvents[event as FilteredEvent] ?? event, count],
      }))}
      empty="Everything that was sent in the last 30 days was counted."
      download={download}
    />
  );
}
