import { StateWord, type Tone } from '@/components/admin/state-word';
import { paths } from '@/lib/paths';
import { placementFacts, type Placement } from '@/lib/slots/placements';
import type { LiveSlot } from '@/lib/slots/queries';
import { sizesInWords, stateOf, type SlotState } from '@/lib/slots/slot';

const tones: Record<SlotState, Tone> = {
  Live: 'live',
  Scheduled: 'next',
  Ended: 'quiet',
  Empty: 'quiet',
  Off: 'gone',
};

type Part = Placement | { words: string; as: 'name' | 'title' | 'text' | 'foot' };

/** The article page from top to bottom, and where in it each slot stands. */
const article: Part[] = [
  { words: 'The name of the site', as: 'name' },
  'header',
  { words: 'The title of an article', as: 'title' },
  'below-title',
  { words: 'Its first paragraphs', as: 'text' },
  'in-article',
  { words: 'Its last paragraphs', as: 'text' },
  'post-end',
  { words: 'Post a Comment', as: 'title' },
  'comments',
  'footer',
  { words: 'The last lines of the page', as: 'foot' },
];

const elsewhere: Part[] = ['sidebar', 'list', 'sticky-footer'];

/** The slots as a page of the site, drawn with type: what stands where, and how each slot is. */
export function PageMap({ slots, now }: { slots: LiveSlot[]; now: Date }) {
  const entries = (parts: Part[]) => parts.flatMap((part) => drawn(part, slots, now));
  return (
    <div className="page-map">
      <section aria-labelledby="map-article">
        <h2 id="map-article" className="page-map__head">
          On an article
        </h2>
        <ul className="page-map__page">{entries(article)}</ul>
      </section>
      <section aria-labelledby="map-elsewhere">
        <h2 id="map-elsewhere" className="page-map__head">
          Other placements
        </h2>
        <ul className="page-map__page">{entries(elsewhere)}</ul>
      </section>
    </div>
  );
}

function drawn(part: Part, slots: LiveSlot[], now: Date) {
  if (typeof part === 'string') {
    return slots.filter((slot) => slot.placement === part).map((slot) => <Entry key={slot.id} slot={slot} now={now} />);
  }
  return [
    <li key={part.words} className={`page-map__${part.as}`} aria-hidden="true">
      {part.words}
    </li>,
  ];
}

function Entry({ slot, now }: { slot: LiveSlot; now: Date }) {
  const state = stateOf(slot, now);
  return (
    <li className="page-map__slot">
      <div className="row__main">
        <a className="row__title" href={paths.admin.slot(slot.id)}>
          {slot.name}
        </a>
        <p className="row__meta">{placementFacts[slot.placement].where}</p>
      </div>
      <div className="page-map__facts">
        <StateWord tone={tones[state]}>{state}</StateWord>
        <span className="quiet">
          {sizesInWords(slot).map((size) => (
            <span key={size} className="page-map__size">
              {size}
            </span>
          ))}
        </span>
      </div>
    </li>
  );
}
