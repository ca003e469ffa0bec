import type { Report, ReportReason } from '@/lib/slots/reports';
import { shortMoment } from '@/lib/time/site-time';

const sentences: Record<ReportReason, string> = {
  focus: 'it took keyboard focus from people who were typing',
  history: 'it blocked the browser’s Back button',
};

/** Problems that readers' browsers reported about a slot's code. */
export function ReportNotice({ reports, timeZone }: { reports: readonly Report[]; timeZone: string }) {
  return reports.map(({ reason, count, lastAt }) => (
    <p key={reason} className="notice notice--refused" role="status">
      {`Readers’ browsers removed this code ${count === 1 ? 'once' : `${count} times`} because ${sentences[reason]}, most recently ${shortMoment(lastAt, { timeZone })}. Ask the network for other code, or replace it.`}
    </p>
  ));
}
