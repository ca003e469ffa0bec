import { translatorOf } from '@/lib/i18n/translator';
import { writeCsv } from '@/lib/statistics/csv';
import { rateNumber, type Counts } from './counts';

type Reported = {
  items: readonly { item: { name: string; slot: { name: string } }; days: readonly (Counts & { day: string })[] }[];
};

/**
 * The report of a campaign for spreadsheets: a row for each line item and day on which anything was counted. Its head
 * is in the language of the site.
 */
export function reportFile({ items }: Reported, language: string) {
  const t = translatorOf(language);
  const columns = [
    t('campaign.day'),
    t('campaign.item'),
    t('campaign.slot'),
    t('campaign.impressions'),
    t('campaign.viewableImpressions'),
    `${t('campaign.viewableRate')} (%)`,
    t('campaign.clicks'),
    `${t('campaign.clickRate')} (%)`,
  ];
  const rows = items.flatMap(({ item, days }) => days.map((day) => ({ item, ...day })));
  return writeCsv(
    columns,
    rows
      .toSorted((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0))
      .map(({ day, item, served, viewable, clicks }) => [
        day,
        item.name,
        item.slot.name,
        served,
        viewable,
        rateNumber(viewable, served),
        clicks,
        rateNumber(clicks, served),
      ]),
  );
}
