import { ScrollRegion } from '@/components/ui/scroll-region';
import { boxSizes, SlotContent } from '@/components/slots/slot-content';
import { rateText } from '@/lib/campaigns/counts';
import type { ReportedItem } from '@/lib/campaigns/figures';
import { translatorOf, type Translator } from '@/lib/i18n/translator';
import type { ShownCreative } from '@/lib/slots/queries';
import type { Progress } from '@/lib/slots/pacing';
import { shortDay } from '@/lib/time/site-time';

/** The line items of a report: their figures, their goals and what readers see of them. */
export function ReportedItems({ items, language }: { items: readonly ReportedItem[]; language: string }) {
  const t = translatorOf(language);
  return (
    <section aria-labelledby="report-items">
      <h2 id="report-items">{t('campaign.items')}</h2>
      {items.length === 0 && <p>{t('campaign.noItems')}</p>}
      {items.map((each) => (
        <Entry key={each.item.id} {...each} language={language} />
      ))}
    </section>
  );
}

function Entry({ item, state, counts, progress, isEstimated, language }: ReportedItem & { language: string }) {
  const { served, viewable, clicks } = counts;
  const t = translatorOf(language);
  const clickRate = rateText(clicks, served, 2, language);
  const figures = [
    t('campaign.itemImpressions', { count: served }),
    t('campaign.itemViewable', { count: viewable, rate: rateText(viewable, served, 1, language) }),
    t(isEstimated ? 'campaign.itemClicksEstimated' : 'campaign.itemClicks', { count: clicks, rate: clickRate }),
  ];
  const facts = [sizeText(item.slot, t), runText(item.creative, language), t(stateNames[state])];
  return (
    <article className="report-item">
      <h3 dir="auto">{item.name}</h3>
      <p className="report-item__place">
        <span dir="auto">{item.slot.name}</span>
        <span>{` · ${facts.filter(Boolean).join(' · ')}`}</span>
      </p>
      <p>{figures.join(' · ')}</p>
      {progress && <p>{t('campaign.since', { progress: progressText(progress, language) })}</p>}
      {item.creative && <Content creative={item.creative} slot={item.slot} name={item.name} t={t} />}
    </article>
  );
}

type Slot = ReportedItem['item']['slot'];
type ContentProps = { creative: ShownCreative; slot: Slot; name: string; t: Translator };

function Content({ creative, slot, name, t }: ContentProps) {
  if (creative.isolation === 'in-page') {
    return <p className="report__note">{t('campaign.inPage')}</p>;
  }
  if (creative.kind !== 'code') return <Box {...{ creative, slot, name, t }} />;
  return (
    <details>
      <summary>{t('campaign.run')}</summary>
      <Box {...{ creative, slot, name, t }} />
    </details>
  );
}

function Box({ creative, slot, name, t }: ContentProps) {
  const title = t('campaign.contentOf', { name });
  return (
    <ScrollRegion label={title} className="report-item__content">
      <div className="slot" style={boxSizes(everywhere(slot))}>
        <div className="slot__box">
          <SlotContent creative={creative} width={slot.width || slot.mobileWidth} title={title} />
        </div>
      </div>
    </ScrollRegion>
  );
}

/** A format that one kind of device does not show is drawn on it like on the other. */
function everywhere({ width, height, mobileWidth, mobileHeight }: Slot) {
  const [desktop, mobile] = [
    { width, height },
    { width: mobileWidth, height: mobileHeight },
  ].map((size) => (size.width && size.height ? size : null));
  const [wide, narrow] = [desktop ?? mobile, mobile ?? desktop];
  return {
    width: wide?.width ?? 0,
    height: wide?.height ?? 0,
    mobileWidth: narrow?.width ?? 0,
    mobileHeight: narrow?.height ?? 0,
  };
}

const stateNames = {
  Active: 'campaign.active',
  Scheduled: 'campaign.scheduled',
  Ended: 'campaign.ended',
  Empty: 'campaign.empty',
  Disabled: 'campaign.notShown',
  'Not shown': 'campaign.notShown',
} as const satisfies Record<ReportedItem['state'], string>;

function runText(creative: ShownCreative | null, language: string) {
  const t = translatorOf(language);
  const day = (moment: Date) => shortDay(moment, 'UTC', language);
  const { startsAt = null, endsAt = null } = creative ?? {};
  if (startsAt && endsAt) return t('campaign.runBoth', { from: day(startsAt), until: day(endsAt) });
  if (startsAt) return t('campaign.runFrom', { day: day(startsAt) });
  return endsAt ? t('campaign.runUntil', { day: day(endsAt) }) : '';
}

function sizeText({ width, height, mobileWidth, mobileHeight }: Slot, t: Translator) {
  const desktop = width && height ? `${width}\u00a0×\u00a0${height}` : '';
  const mobile = mobileWidth && mobileHeight ? `${mobileWidth}\u00a0×\u00a0${mobileHeight}` : '';
  if (desktop === mobile) return desktop || t('campaign.hiddenEverywhere');
  if (!desktop) return `${mobile}, ${t('campaign.mobileOnly')}`;
  return `${desktop}, ${mobile ? t('campaign.onMobile', { size: mobile }) : t('campaign.hiddenOnMobile')}`;
}

function progressText({ kind, reached, amount, due, startsAt }: Progress, language: string) {
  const t = translatorOf(language);
  const part = Math.floor((100 * reached) / amount) / 100;
  const so = t(goalTexts[kind], { reached, goal: amount, part });
  if (due === null) return so;
  const day = startsAt ? shortDay(startsAt, 'UTC', language) : '';
  return `${so} ${t('campaign.behind', { due, day })}`;
}

const goalTexts = {
  impressions: 'campaign.ofImpressions',
  viewable: 'campaign.ofViewable',
  clicks: 'campaign.ofClicks',
} as const;
