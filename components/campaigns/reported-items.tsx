import { ScrollRegion } from '@/components/ui/scroll-region';
import { boxSizes, SlotContent } from '@/components/slots/slot-content';
import { rateText } from '@/lib/campaigns/counts';
import type { ReportedItem } from '@/lib/campaigns/figures';
import type { ShownCreative } from '@/lib/slots/queries';
import { formatSize } from '@/lib/slots/slot';
import { shortDay } from '@/lib/time/site-time';
import { counted } from '@/lib/text/counted';

/** The line items of a report: their figures, their goals and what readers see of them. */
export function ReportedItems({ items }: { items: readonly ReportedItem[] }) {
  return (
    <section aria-labelledby="report-items">
      <h2 id="report-items">Line items</h2>
      {items.length === 0 && <p>This campaign has no line items yet.</p>}
      {items.map((each) => (
        <Entry key={each.item.id} {...each} />
      ))}
    </section>
  );
}

function Entry({ item, state, counts, progress, isEstimated }: ReportedItem) {
  const { served, viewable, clicks } = counts;
  const figures = [
    counted(served, 'impression'),
    `${viewable.toLocaleString('en')} viewable (${rateText(viewable, served, 1)})`,
    `${counted(clicks, 'click')}${isEstimated ? ', estimated' : ''} (${rateText(clicks, served, 2)})`,
  ];
  return (
    <article className="report-item">
      <h3 dir="auto">{item.name}</h3>
      <p className="report-item__place">
        <span dir="auto">{item.slot.name}</span>
        <span>{` · ${[formatSize(item.slot), runText(item.creative), stateNames[state]].filter(Boolean).join(' · ')}`}</span>
      </p>
      <p>{figures.join(' · ')}</p>
      {progress && <p>{`Since it began: ${progress.sentence}`}</p>}
      {item.creative && <Content creative={item.creative} slot={item.slot} name={item.name} />}
    </article>
  );
}

type ContentProps = { creative: ShownCreative; slot: ReportedItem['item']['slot']; name: string };

function Content({ creative, slot, name }: ContentProps) {
  if (creative.isolation === 'in-page') {
    return <p className="report__note">Its code runs in the pages of readers alone, so it is not shown here.</p>;
  }
  if (creative.kind !== 'code') return <Box creative={creative} slot={slot} name={name} />;
  return (
    <details>
      <summary>Run its code here</summary>
      <Box creative={creative} slot={slot} name={name} />
    </details>
  );
}

function Box({ creative, slot, name }: ContentProps) {
  return (
    <ScrollRegion label={`Content of ${name}`} className="report-item__content">
      <div className="slot" style={boxSizes(everywhere(slot))}>
        <div className="slot__box">
          <SlotContent creative={creative} width={slot.width || slot.mobileWidth} title={`Content of ${name}`} />
        </div>
      </div>
    </ScrollRegion>
  );
}

/** A format that one kind of device does not show is drawn on it like on the other. */
function everywhere({ width, height, mobileWidth, mobileHeight }: ContentProps['slot']) {
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

const stateNames: Record<ReportedItem['state'], string> = {
  Active: 'Active',
  Scheduled: 'Scheduled',
  Ended: 'Ended',
  Empty: 'Without content',
  Disabled: 'Not shown',
  'Not shown': 'Not shown',
};

function runText(creative: ShownCreative | null) {
  const day = (moment: Date) => shortDay(moment, 'UTC');
  const { startsAt = null, endsAt = null } = creative ?? {};
  if (startsAt && endsAt) return `${day(startsAt)} to ${day(endsAt)}`;
  if (startsAt) return `from ${day(startsAt)}`;
  return endsAt ? `until ${day(endsAt)}` : '';
}
