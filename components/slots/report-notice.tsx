import type { ReportReason } from '@/lib/slots/report-reasons';
import type { Report } from '@/lib/slots/reports';
import { shortMoment } from '@/lib/time/site-time';

const sentences: Record<Exclude<ReportReason, 'write'>, string> = {
  focus: 'it took keyboard focus from people who were typing',
  history: 'it blocked the browser’s Back button',
};

/** Problems that readers' browsers reported about a slot's code. */
export function ReportNotice({ reports, timeZone }: { reports: readonly Report[]; timeZone: string }) {
  return reports.map(({ reason, count, lastAt }) => (
    <p key={reason} className="notice notice--refused" role="status">
      {`${happened(reason, count === 1 ? 'once' : `${count} times`)}, most recently ${shortMoment(lastAt, { timeZone })}. Ask the network for other code, or replace it.`}
    </p>
  ));
}

function happened(reason: ReportReason, often: string) {
  if (reason === 'write') return `This code tried ${often} to replace the page (document.write), which was refused`;
  return `Readers’ browsers removed this code ${often} because ${sentences[reason]}`;
}
