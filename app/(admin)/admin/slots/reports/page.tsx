import type { Metadata } from 'next';
import { PageHeader } from '@/components/admin/page-header';
import { SlotTabs } from '@/components/slots/slot-tabs';
import { ReportedRow } from '@/components/slots/reported-row';
import { getSettings } from '@/lib/settings/queries';
import { listReported } from '@/lib/slots/reader-reports';
import { shortMoment } from '@/lib/time/site-time';
import { paths } from '@/lib/web/paths';
import { guardPage } from '../../../guard';
import { handleReportsAction } from './actions';
import '../slots.css';

export const metadata: Metadata = { title: 'Reader reports' };

export default async function ReportsPage() {
  const actor = await guardPage('slots.edit', paths.admin.slotReports());
  const [reported, { timeZone }] = await Promise.all([listReported(actor), getSettings()]);
  return (
    <div className="slot-page">
      <SlotTabs current="reports" />
      <PageHeader
        title="Reader reports"
        lead="What readers reported about third-party ad code. Each reader counts once a day."
      />
      {reported.length === 0 && <p className="quiet">No open reports.</p>}
      <ul className="rows">
        {reported.map((each) => (
          <ReportedRow
            key={each.creativeId}
            reported={each}
            when={shortMoment(each.lastAt, { timeZone })}
            action={handleReportsAction}
          />
        ))}
      </ul>
    </div>
  );
}
