import { Fragment } from 'react';
import { StatusBadge, type Tone } from '@/components/admin/status-badge';
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
  header: { words: 'The site title', as: 'name' },
  'below-title': { words: 'The title of an article', as: 'title' },
  'in-article': { words: 'The first paragraphs', as: 'text' },
  'post-end': { words: 'The last paragraphs', as: 'text' },
  comments: { words: 'The heading of the comments', as: 'title' },
};
const end: Landmark = { words: 'The site footer', as: 'footer' };

const isOnArticle = (placement: Placement) => placementFacts[placement].group === 'article';
const onArticle = placements.filter(isOnArticle);
const elsewhere = placements.filter((placement) => !isOnArticle(placement));

/** A map of a page with the state of each slot. */
export function PageMap({ slots, now }: Props) {
  return (
    <div className="page-map">
      <section aria-labelledby="map-article">
        <h2 id="map-article" className="page-map__header">
          On an article
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
          Other placements
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
  return (
    landmark && (
      <li className={`page-map__${landmark.as}`} aria-hidden="true">
        {landmark.words}
      </li>
    )
  );
}

function Entry({ slot, now }: { slot: LiveSlot; now: Date }) {
  const state = slotStateOf(slot, now);
  return (
    <li className="page-map__slot">
      <div className="row__main">
        <a className="row__title" href={paths.admin.slot(slot.id)}>
          {slot.name}
        </a>
        <p className="row__meta">{placementFacts[slot.placement].where}</p>
      </div>
      <div className="page-map__details">
        <StatusBadge tone={tones[state]}>{state}</StatusBadge>
        <span className="quiet">
          {formatSizes(slot).map((size) => (
            <span key={size} className="page-map__size">
              {size}
            </span>
          ))}
        </span>
      </div>
    </li>
  );
}
