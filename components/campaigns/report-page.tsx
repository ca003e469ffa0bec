import { rateText, type Counts } from '@/lib/campaigns/counts';
import type { CampaignReport } from '@/lib/campaigns/figures';
import { daysOf, type ReportRange } from '@/lib/campaigns/report-range';
import { shortDay } from '@/lib/time/site-time';
import { DayBars } from './day-bars';
import { ReportedItems } from './reported-items';
import { ReportTable } from './report-table';

type Props = {
  campaign: { name: string; advertiser: string };
  siteName: string;
  report: CampaignReport;
  range: ReportRange;
  /** Why the range is not what was asked for. */
  problem: string | null;
  address: string;
  download: string;
};

/** What became of a campaign, for its advertiser. */
export function ReportPage({ campaign, siteName, report, range, problem, address, download }: Props) {
  const { items, total, days } = report;
  const query = new URLSearchParams(range);
  return (
    <main id="content" className="page report">
      <header className="report__header">
        <p className="report__kicker">
          <span>Report by </span>
          <span dir="auto">{siteName}</span>
        </p>
        <h1 className="report__title" dir="auto">
          {campaign.name}
        </h1>
        <p className="report__advertiser" dir="auto">
          {campaign.advertiser}
        </p>
      </header>
      <RangeForm address={address} range={range} problem={problem} />
      <Totals counts={total} isEstimated={items.some(({ isEstimated }) => isEstimated)} />
      <DayBars days={daysOf(range)} counted={days} />
      <p className="report__note">
        An impression counts when the content begins to show, and as viewable once half of it (30 % of large formats)
        was on screen for a second. Robots and the site’s own staff are not counted.
      </p>
      <ReportedItems items={items} />
      <ReportTable items={items} download={`${download}?${query}`} />
    </main>
  );
}

function RangeForm({ address, range, problem }: { address: string; range: ReportRange; problem: string | null }) {
  return (
    <form className="report__range" action={address} method="get">
      {problem && (
        <p className="notice notice--refused" role="alert">
          {problem}
        </p>
      )}
      <div className="field">
        <label htmlFor="from">From</label>
        <input className="input" type="date" id="from" name="from" defaultValue={range.from} required />
      </div>
      <div className="field">
        <label htmlFor="until">Until</label>
        <input className="input" type="date" id="until" name="until" defaultValue={range.until} required />
      </div>
      <button className="button">Show</button>
      <p className="report__days">{`${dayText(range.from)} to ${dayText(range.until)}`}</p>
    </form>
  );
}

function Totals({ counts, isEstimated }: { counts: Counts; isEstimated: boolean }) {
  const { served, viewable, clicks } = counts;
  const totals = [
    ['Impressions', served.toLocaleString('en')],
    ['Viewable', viewable.toLocaleString('en')],
    ['Viewable rate', rateText(viewable, served, 1)],
    [isEstimated ? 'Clicks (estimated)' : 'Clicks', clicks.toLocaleString('en')],
    ['Click rate', rateText(clicks, served, 2)],
  ];
  return (
    <dl className="report__totals">
      {totals.map(([term, figure]) => (
        <div key={term}>
          <dt>{term}</dt>
          <dd>{figure}</dd>
        </div>
      ))}
    </dl>
  );
}

function dayText(day: string) {
  return shortDay(new Date(day), 'UTC');
}
