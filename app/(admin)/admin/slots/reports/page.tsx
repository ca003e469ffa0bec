import { PageHeader } from '@/components/admin/page-header';
import { SlotTabs } from '@/components/slots/slot-tabs';
import { adminText } from '@/components/text/server';
import { ReportedRow } from '@/components/slots/reported-row';
import { getSettings } from '@/lib/settings/queries';
import { listReported } from '@/lib/slots/reader-reports';
import { shortMoment } from '@/lib/time/site-time';
import { paths } from '@/lib/web/paths';
import { guardPage } from '../../../guard';
import { pageTitle } from '../../../page-title';
import { handleReportsAction } from './actions';
import '../slots.css';

export const generateMetadata = pageTitle('Reader reports');

export default async function ReportsPage() {
  const actor = await guardPage('slots.edit', paths.admin.slotReports());
  const [t, reported, { timeZone }] = await Promise.all([adminText(), listReported(actor), getSettings()]);
  return (
    <div className="slot-page">
      <SlotTabs current="reports" />
      <PageHeader
        title={t('Reader reports')}
        lead={t('What readers reported about third-party ad code. Each reader counts once a day.')}
      />
      {reported.length === 0 && <p className="quiet">{t('No open reports.')}</p>}
      <ul className="rows">
        {reported.map((each) => (
          <ReportedRow
            key={each.creativeId}
            reported={each}
            when={shortMoment(each.lastAt, { timeZone, language: t.language })}
            action={handleReportsAction}
          />
        ))}
      </ul>
    </div>
  );
}
