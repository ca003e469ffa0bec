import { rateText, type Counts } from '@/lib/campaigns/counts';
import type { CampaignReport } from '@/lib/campaigns/figures';
import { daysOf, type ReportRange } from '@/lib/campaigns/report-range';
import { sentenceIn } from '@/lib/i18n/sentences';
import { translatorOf } from '@/lib/i18n/translator';
import { shortDay } from '@/lib/time/site-time';
import { DayBars } from './day-bars';
import { ReportedItems } from './reported-items';
import { ReportTable } from './report-table';

type Props = {
  campaign: { name: string; advertiser: string };
  siteName: string;
  /** Of the site: advertisers read what its readers read. */
  language: string;
  report: CampaignReport;
  range: ReportRange;
  /** Why the range is not what was asked for. */
  problem: string | null;
  address: string;
  download: string;
};

/** What became of a campaign, for its advertiser. */
export function ReportPage({ campaign, siteName, language, report, range, problem, address, download }: Props) {
  const { items, total, days } = report;
  const t = translatorOf(language);
  const query = new URLSearchParams(range);
  const site = (
    <span key="site" dir="auto">
      {siteName}
    </span>
  );
  return (
    <main id="content" className="page report">
      <header className="report__header">
        <p className="report__kicker">{t.parts('campaign.by', { site })}</p>
        <h1 className="report__title" dir="auto">
          {campaign.name}
        </h1>
        <p className="report__advertiser" dir="auto">
          {campaign.advertiser}
        </p>
      </header>
      <RangeForm {...{ address, range, problem, language }} />
      <Totals counts={total} isEstimated={items.some(({ isEstimated }) => isEstimated)} language={language} />
      <DayBars days={daysOf(range)} counted={days} language={language} />
      <p className="report__note">{t('campaign.method')}</p>
      <ReportedItems items={items} language={language} />
      <ReportTable items={items} download={`${download}?${query}`} language={language} />
    </main>
  );
}

type RangeProps = { address: string; range: ReportRange; problem: string | null; language: string };

function RangeForm({ address, range, problem, language }: RangeProps) {
  const t = translatorOf(language);
  const [from, until] = [range.from, range.until].map((day) => shortDay(new Date(day), 'UTC', language));
  return (
    <form className="report__range" action={address} method="get">
      {problem && (
        <p className="notice notice--refused" role="alert">
          {sentenceIn(language, problem)}
        </p>
      )}
      <div className="field">
        <label htmlFor="from">{t('campaign.from')}</label>
        <input className="input" type="date" id="from" name="from" defaultValue={range.from} required />
      </div>
      <div className="field">
        <label htmlFor="until">{t('campaign.until')}</label>
        <input className="input" type="date" id="until" name="until" defaultValue={range.until} required />
      </div>
      <button className="button">{t('campaign.show')}</button>
      <p className="report__days">{t('campaign.days', { from: from ?? '', until: until ?? '' })}</p>
    </form>
  );
}

function Totals({ counts, isEstimated, language }: { counts: Counts; isEstimated: boolean; language: string }) {
  const { served, viewable, clicks } = counts;
  const t = translatorOf(language);
  const totals = [
    [t('campaign.impressions'), served.toLocaleString(language)],
    [t('campaign.viewable'), viewable.toLocaleString(language)],
    [t('campaign.viewableRate'), rateText(viewable, served, 1, language)],
    [t(isEstimated ? 'campaign.clicksEstimated' : 'campaign.clicks'), clicks.toLocaleString(language)],
    [t('campaign.clickRate'), rateText(clicks, served, 2, language)],
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
