import { FALLBACK_LANGUAGE } from '@/lib/i18n/languages';
import { translatorOf } from '@/lib/i18n/translator';
import type { ReactNode } from 'react';
import { pageSlots, type PageSlots } from './page-slots';
import { SlotArea } from './slot-area';
import { shownLabel } from './shown-label';
import { SlotBox } from './slot-box';
import { SlotPlaceholders } from './slot-placeholders';

/** The main part of a page with the slots around it. */
export function SlotLayout({ children }: { children: ReactNode }) {
  const { counted } = pageSlots();
  return (
    <>
      <SlotArea placement="header" isApart />
      <div className="slot-margin" {...marks(counted)}>
        {children}
        <div className="slot-margin__column">
          <SlotArea placement="sidebar" isApart />
        </div>
      </div>
      <SlotArea placement="footer" isApart />
      <StickyArea />
      <SlotPlaceholders />
    </>
  );
}

// In props and thus in the page's data only where the page is counted.
function marks(counted: PageSlots['counted']) {
  if (!counted) return {};
  return { 'data-page': counted.kind, ...(counted.postId ? { 'data-post': counted.postId } : {}) };
}

// An open <dialog> with a form that closes it, also without JavaScript. It is sticky and at the end of the page, so that
// it never covers the last lines.
function StickyArea() {
  const { plan, showPlaceholders, ...rules } = pageSlots();
  const t = translatorOf(rules.language ?? FALLBACK_LANGUAGE);
  return plan['sticky-footer'].map((planned) =>
    planned.isFilled ? (
      <dialog
        key={planned.slot.id}
        open
        className="slot-sticky"
        aria-label={shownLabel(planned.slot.label, t) || t('slot.advertisement')}
      >
        <form method="dialog" className="slot-sticky__head">
          <button className="slot-sticky__close" aria-label={t('slot.closeLabel')}>
            {t('slot.close')}
          </button>
        </form>
        <SlotBox {...{ planned, showPlaceholders, rules }} />
      </dialog>
    ) : (
      <SlotBox key={planned.slot.id} {...{ planned, showPlaceholders, rules }} isApart />
    ),
  );
}
