import type { MediaKit, OfferedSlot } from '@/lib/media-kit/queries';
import { contactLink, type SlotRates } from '@/lib/media-kit/media-kit';
import type { Settings } from '@/lib/settings/settings';
import { shortDay } from '@/lib/time/site-time';

/** What a site offers to those who want to book a slot. */
export function MediaKitPage({ kit: { slots, from, until }, settings }: { kit: MediaKit; settings: Settings }) {
  const { mediaKitText: text, mediaKitContact: contact } = settings;
  return (
    <main id="content" className="page page--list">
      <header className="list-header">
        <h1 className="list-header__title">Advertise</h1>
        {text && (
          <div className="list-header__intro">
            {text.split(/\n{2,}/).map((paragraph, index) => (
              <p key={index} className="kit-text" dir="auto">
                {paragraph}
              </p>
            ))}
          </div>
        )}
        <p className="kit-contact">
          <a className="button button--primary" href={contactLink(contact)} rel="nofollow">
            {contact.startsWith('http') ? 'Get in touch' : `Write to ${contact}`}
          </a>
        </p>
      </header>
      {slots.length === 0 ? (
        <p>Nothing is on offer at present.</p>
      ) : (
        <>
          <ul className="kits">
            {slots.map((slot) => (
              <Offer key={slot.id} slot={slot} />
            ))}
          </ul>
          <p className="kit-note">
            {`Counted by this site from ${shortDay(new Date(from), 'UTC')} to ${shortDay(new Date(until), 'UTC')}, without robots and its own staff. An impression counts when the content begins to show, and as viewable once half of it (30 % of large formats) was on screen for a second.`}
          </p>
        </>
      )}
    </main>
  );
}

function Offer({ slot: { name, place, sizes, rates } }: { slot: OfferedSlot }) {
  return (
    <li className="kit">
      <h2 className="kit__name" dir="auto">
        {name}
      </h2>
      {name !== place && <p className="kit__place">{place}</p>}
      <p className="kit__size">{sizes.join(', ')}</p>
      <dl className="kit__figures">
        {figuresOf(rates).map(([term, figure]) => (
          <div key={term}>
            <dt>{term}</dt>
            <dd>{figure ?? 'too few to say yet'}</dd>
          </div>
        ))}
      </dl>
    </li>
  );
}

function figuresOf({ impressions, viewable, clicks }: SlotRates): [string, string | null][] {
  return [
    ['Impressions in 28 days', impressions === null ? null : impressions.toLocaleString('en')],
    ['Viewable rate', viewable === null ? null : `${(100 * viewable).toFixed(0)}\u00a0%`],
    ['Click rate', clicks === null ? null : `${(100 * clicks).toFixed(2)}\u00a0%`],
  ];
}
