import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { ReportPage } from '@/components/campaigns/report-page';
import { noSlots, setPageSlots } from '@/components/slots/page-slots';
import { readCampaignReport } from '@/lib/campaigns/figures';
import { findReported } from '@/lib/campaigns/queries';
import { reportRange } from '@/lib/campaigns/report-range';
import { getSettings } from '@/lib/settings/queries';
import { paths } from '@/lib/web/paths';
import { only } from '@/lib/web/search-params';
import { readTranslator } from '@/app/(site)/reads';
import './report.css';

type Props = PageProps<'/preview/reports/[token]'>;

export async function generateMetadata(): Promise<Metadata> {
  const t = await readTranslator();
  return { title: t('campaign.title'), robots: { index: false, follow: false }, referrer: 'no-referrer' };
}

/** The report of a campaign, for anyone with its link. */
export default async function CampaignReportPage({ params, searchParams }: Props) {
  const [{ token }, query] = await Promise.all([params, searchParams]);
  const campaign = await findReported(token);
  if (!campaign) notFound();
  setPageSlots(noSlots);
  const { timeZone, siteName, language } = await getSettings();
  const typed = { from: only(query.from), until: only(query.until) };
  const { problem, ...range } = reportRange(typed, { timeZone, now: new Date() });
  const report = await readCampaignReport(campaign.id, { range, timeZone });
  return (
    <ReportPage
      campaign={campaign}
      siteName={siteName}
      language={language}
      report={report}
      range={range}
      problem={problem}
      address={paths.campaignReport(token)}
      download={paths.campaignReportFile(token)}
    />
  );
}
