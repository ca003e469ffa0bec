import type { NextRequest } from 'next/server';
import { readCampaignReport } from '@/lib/campaigns/figures';
import { findReported } from '@/lib/campaigns/queries';
import { reportFile } from '@/lib/campaigns/report-file';
import { reportRange } from '@/lib/campaigns/report-range';
import { getSettings } from '@/lib/settings/queries';

/** The report of a campaign for spreadsheets, for anyone with its link. */
export async function GET(request: NextRequest, { params }: RouteContext<'/preview/reports/[token]/report.csv'>) {
  const campaign = await findReported((await params).token);
  if (!campaign) return new Response('Page not found.\n', { status: 404, headers: uncached });
  const { timeZone, language } = await getSettings();
  const query = request.nextUrl.searchParams;
  const typed = { from: query.get('from') ?? '', until: query.get('until') ?? '' };
  const range = reportRange(typed, { timeZone, now: new Date() });
  return new Response(reportFile(await readCampaignReport(campaign.id, { range, timeZone }), language), {
    headers: {
      ...uncached,
      'Content-Type': 'text/csv; charset=utf-8',
      'Content-Disposition': `attachment; filename="report-${range.from}-${range.until}.csv"`,
    },
  });
}

const uncached = { 'Cache-Control': 'private, no-store', 'X-Robots-Tag': 'noindex' };
