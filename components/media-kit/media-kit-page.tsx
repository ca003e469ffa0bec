import type { MediaKit, OfferedSlot } from '@/lib/media-kit/queries';
import { contactLink, type SlotRates } from '@/lib/media-kit/media-kit';
import type { Settings } from '@/lib/settings/settings';
import { translatorOf, type Translator } from '@/lib/i18n/translator';
import type { BoxSizes } from '@/lib/slots/slot';
import { placementFacts } from '@/lib/slots/placements';
import { formatDay } from '@/lib/time/dates';

/** What a site offers to those who want to book a slot. */
export function MediaKitPage({ kit: { slots, from, until }, settings }: { kit: MediaKit; settings: Settings }) {
  const { mediaKitText: text, mediaKitContact: contact, language } = settings;
  const t = translatorOf(language);
  const day = (date: string) => formatDay(new Date(date), { language, timeZone: 'UTC' });
  return (
    <main id="content" className="page page--list">
      <header className="list-header">
        <h1 className="list-header__title">{t('kit.title')}</h1>
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
            {contact.startsWith('http') ? t('kit.contact') : t('kit.write', { address: contact })}
          </a>
        </p>
      </header>
      {slots.length === 0 ? (
        <p>{t('kit.none')}</p>
      ) : (
        <>
          <ul className="kits">
            {slots.map((slot) => (
              <Offer key={slot.id} {...{ slot, language, t }} />
            ))}
          </ul>
          <p className="kit-note">{t('kit.note', { from: day(from), until: day(until) })}</p>
        </>
      )}
    </main>
  );
}

type OfferProps = { slot: OfferedSlot; language: string; t: Translator };

function Offer({ slot: { name, place, sizes, rates }, language, t }: OfferProps) {
  const where = t(`place.${place}`);
  // Without a name of its own, a slot has that of its place.
  const isNamed = name !== where && name !== placementFacts[place].name;
  return (
    <li className="kit">
      <h2 className="kit__name" dir="auto">
        {isNamed ? name : where}
      </h2>
      {isNamed && <p className="kit__place">{where}</p>}
      <p className="kit__size">{sizesIn(sizes, t)}</p>
      <dl className="kit__figures">
        {figuresOf(rates, language, t).map(([term, figure]) => (
          <div key={term}>
            <dt>{term}</dt>
            <dd>{figure ?? t('kit.tooFew')}</dd>
          </div>
        ))}
      </dl>
    </li>
  );
}

function figuresOf(
  { impressions, viewable, clicks }: SlotRates,
  language: string,
  t: Translator,
): [string, string | null][] {
  const share = (rate: number, digits: number) =>
    rate.toLocaleString(language, { style: 'percent', minimumFractionDigits: digits, maximumFractionDigits: digits });
  return [
    [t('kit.impressions'), impressions === null ? null : impressions.toLocaleString(language)],
    [t('kit.viewable'), viewable === null ? null : share(viewable, 0)],
    [t('kit.clicks'), clicks === null ? null : share(clicks, 2)],
  ];
}

function sizesIn({ width, height, mobileWidth, mobileHeight }: BoxSizes, t: Translator) {
  const desktop = width && height ? `${width}\u00a0×\u00a0${height}` : '';
  const mobile = mobileWidth && mobileHeight ? `${mobileWidth}\u00a0×\u00a0${mobileHeight}` : '';
  if (desktop && desktop === mobile) return desktop;
  if (desktop) return `${desktop}, ${mobile ? t('kit.onMobile', { size: mobile }) : t('kit.hiddenOnMobile')}`;
  return mobile ? `${mobile}, ${t('kit.mobileOnly')}` : t('kit.hidden');
}
