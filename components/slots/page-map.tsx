import { useText } from '#text';
import { Fragment } from 'react';
import { RowCheck } from '@/components/admin/bulk-form';
import { StatusBadge, type Tone } from '@/components/admin/status-badge';
import { msg } from '@/lib/i18n/admin/msg';
import { paths } from '@/lib/web/paths';
import { placementFacts, placements, type Placement } from '@/lib/slots/placements';
import type { LiveSlot } from '@/lib/slots/queries';
import { formatSizes, slotStateOf, type SlotState } from '@/lib/slots/slot';

const tones: Record<SlotState, Tone> = {
  Active: 'live',
  Scheduled: 'next',
  Ended: 'quiet',
  Empty: 'quiet',
  Disabled: 'gone',
  'Not shown': 'gone',
};

type Props = { slots: LiveSlot[]; now: Date };
type Landmark = { words: string; as: 'name' | 'title' | 'text' | 'footer' };

/** What an article page has above one of its placements. */
const landmarks: Partial<Record<Placement, Landmark>> = {
  header: { words: msg('The site title'), as: 'name' },
  'below-title': { words: msg('The title of an article'), as: 'title' },
  'in-article': { words: msg('The first paragraphs'), as: 'text' },
  'post-end': { words: msg('The last paragraphs'), as: 'text' },
  comments: { words: msg('The heading of the comments'), as: 'title' },
};
const end: Landmark = { words: msg('The site footer'), as: 'footer' };

const isOnArticle = (placement: Placement) => placementFacts[placement].group === 'article';
const onArticle = placements.filter(isOnArticle);
const elsewhere = placements.filter((placement) => !isOnArticle(placement));

/** A map of a page with the state of each slot. */
export function PageMap({ slots, now }: Props) {
  const t = useText();
  return (
    <div className="page-map">
      <section aria-labelledby="map-article">
        <h2 id="map-article" className="page-map__header">
          {t('On an article')}
        </h2>
        <ul className="page-map__page">
          {onArticle.map((placement) => (
            <Fragment key={placement}>
              <LandmarkLine landmark={landmarks[placement]} />
              <Entries {...{ placement, slots, now }} />
            </Fragment>
          ))}
          <LandmarkLine landmark={end} />
        </ul>
      </section>
      <section aria-labelledby="map-elsewhere">
        <h2 id="map-elsewhere" className="page-map__header">
          {t('Other placements')}
        </h2>
        <ul className="page-map__page">
          {elsewhere.map((placement) => (
            <Entries key={placement} {...{ placement, slots, now }} />
          ))}
        </ul>
      </section>
    </div>
  );
}

function Entries({ placement, slots, now }: Props & { placement: Placement }) {
  return slots
    .filter((slot) => slot.placement === placement)
    .map((slot) => <Entry key={slot.id} slot={slot} now={now} />);
}

function LandmarkLine({ landmark }: { landmark: Landmark | undefined }) {
  const t = useText();
  return (
    landmark && (
      <li className={`page-map__${landmark.as}`} aria-hidden="true">
        {t(landmark.words)}
      </li>
    )
  );
}

function Entry({ slot, now }: { slot: LiveSlot; now: Date }) {
  const t = useText();
  const state = slotStateOf(slot, now);
  return (
    <li className="page-map__slot">
      <RowCheck id={slot.id} name={slot.name} />
      <div className="row__main">
        <a className="row__title" href={paths.admin.slot(slot.id)}>
          {slot.name}
        </a>
        <p className="row__meta">{t(placementFacts[slot.placement].where)}</p>
      </div>
      <div className="page-map__details">
        <StatusBadge tone={tones[state]}>{t(state)}</StatusBadge>
        <span className="quiet">
          {formatSizes(slot).map((size) => (
            <span key={size} className="page-map__size">
              {t.said(size)}
            </span>
          ))}
        </span>
      </div>
    </li>
  );
}
