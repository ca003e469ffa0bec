import type { ReactNode } from 'react';
import { FALLBACK_LANGUAGE } from '@/lib/i18n/languages';
import { translatorOf } from '@/lib/i18n/translator';
import type { Planned, Rotation } from '@/lib/slots/planned-items';
import type { ReadableSlot, ShownCreative } from '@/lib/slots/queries';
import { formatSize } from '@/lib/slots/slot';
import { paths } from '@/lib/web/paths';
import type { PageSlots } from './page-slots';
import { shownLabel } from './shown-label';
import { boxSizes, SlotContent } from './slot-content';

type SlotRules = Pick<PageSlots, 'manifest' | 'consent' | 'slotReports' | 'heights' | 'explain' | 'language'>;
type Props = {
  planned: Planned<ReadableSlot>;
  /** Empty slots are visible to everyone. */
  showPlaceholders: boolean;
  rules: SlotRules;
  /** The number of the box if a slot has several on a page, from 1. */
  ordinal?: number;
  /** Makes it a landmark outside <main>. */
  isApart?: boolean;
  children?: ReactNode;
};

/** One slot on a page: its box, a box that says it is empty, or a placeholder for staff. */
export function SlotBox({ planned, showPlaceholders, rules, ordinal = 1, isApart = false, children }: Props) {
  const { slot, creative, rotation } = planned;
  if (!creative && !rotation) {
    return showPlaceholders ? (
      <EmptySlot slot={slot} isApart={isApart}>
        <Explained explain={rules.explain} slotId={slot.id} />
      </EmptySlot>
    ) : (
      <SlotPlaceholder slot={slot} isApart={isApart} />
    );
  }
  const t = translatorOf(rules.language ?? FALLBACK_LANGUAGE);
  const Element = isApart ? 'aside' : 'div';
  const name = ordinal > 1 ? `${slot.name} ${ordinal}` : slot.name;
  const label = shownLabel(slot.label, t);
  const title = t('text.labelled', { label: label || t('slot.advertisement'), value: name });
  const width = slot.width || slot.mobileWidth;
  return (
    <Element
      className={`slot ${deviceClasses(slot)}`}
      data-slot={slot.placement}
      {...(creative ? { 'data-counted': `${slot.id}.${creative.id}.${ordinal}` } : { suppressHydrationWarning: true })}
      style={boxSizes(reservedSizes(planned, rules.heights))}
      data-grows={slot.position.growsTo || undefined}
      {...(isApart ? { 'aria-label': title } : {})}
    >
      <Label label={label} reported={rules.slotReports ? reportedOf(planned) : null} report={t('slot.report')} />
      {creative && (
        <div className="slot__box">
          <SlotContent creative={creative} consent={rules.consent} width={width} title={title} />
        </div>
      )}
      {rotation && <ChoiceBox {...{ rotation, rules, width, title }} name={`${slot.id}.${ordinal}`} />}
      <Explained explain={rules.explain} slotId={slot.id} />
      {children}
    </Element>
  );
}

function Explained({ explain, slotId }: { explain: SlotRules['explain']; slotId: string }) {
  return explain?.(slotId) ?? null;
}

/** The frame that readers may report; "" where their browsers choose one, null where there is none. */
function reportedOf({ creative, rotation }: Planned<ReadableSlot>) {
  if (rotation) return rotation.hasFrames || rotation.hasInPageCode ? '' : null;
  return creative?.kind === 'code' ? creative.frame : null;
}

type ChoiceProps = {
  rotation: Rotation<ShownCreative | null>;
  rules: SlotRules;
  name: string;
  width: number;
  title: string;
};

/** Where the reader's browser puts what it chooses (server/rendering/slot-chooser.ts); React leaves what is in it alone. */
function ChoiceBox({ rotation, rules: { manifest, consent = 'off' }, name, width, title }: ChoiceProps) {
  const { listed, fallback, hasFrames, hasInPageCode, evaluates, hasText, needs } = rotation;
  const asks = consent !== 'off' && needs.length > 0;
  return (
    <>
      {fallback && (
        <noscript>
          <div className="slot__box">
            <SlotContent creative={fallback} width={width} title={title} />
          </div>
        </noscript>
      )}
      <div
        className="slot__box slot__choice"
        data-choices={listed
          .map(({ id, alternatives }) => [id, ...(alternatives ? [alternatives.join('.')] : [])].join(':'))
          .join(' ')}
        data-box={name}
        data-title={title}
        data-manifest={manifest}
        data-frames={hasFrames ? '' : undefined}
        data-hosts={hasInPageCode ? '' : undefined}
        data-evaluates={evaluates ? '' : undefined}
        data-asks={consent === 'off' ? undefined : ''}
        data-texts={hasText ? '' : undefined}
        {...(asks ? { 'data-consent-needs': needs.join(' '), 'data-consent-by': consent } : {})}
        suppressHydrationWarning
        dangerouslySetInnerHTML={{ __html: '' }}
      />
    </>
  );
}

function Label({ label, reported, report }: { label: string; reported: string | null; report: string }) {
  if (reported === null) return label && <p className="slot__label">{label}</p>;
  return (
    <p className="slot__label">
      {label && <span>{label}</span>}
      <ReportLink frame={reported} words={report} />
    </p>
  );
}

/** A link to a form; server/rendering/slot-reporting.ts makes a dialog of it, and React leaves what is in it alone. */
function ReportLink({ frame, words }: { frame: string; words: string }) {
  const link = `<a href="${paths.reportSlot(frame)}" data-report="${frame}" rel="nofollow">${words}</a>`;
  const __html = frame ? link : '';
  return <span className="slot__report" suppressHydrationWarning dangerouslySetInnerHTML={{ __html }} />;
}

// Cached pages are the same for all visitors: only the script for staff adds an empty box here.
function SlotPlaceholder({ slot, isApart }: { slot: ReadableSlot; isApart: boolean }) {
  return (
    <template
      data-placeholder={slot.placement}
      data-slot-id={slot.id}
      data-name={slot.name}
      data-size={formatSize(slot)}
      data-devices={deviceClasses(slot)}
      data-apart={isApart ? '' : undefined}
      style={boxSizes(slot)}
    />
  );
}

function EmptySlot({ slot, isApart, children }: { slot: ReadableSlot; isApart: boolean; children: ReactNode }) {
  const Element = isApart ? 'aside' : 'div';
  return (
    <Element
      className={`slot slot--empty ${deviceClasses(slot)}`}
      data-slot={slot.placement}
      data-slot-id={slot.id}
      style={boxSizes(slot)}
      {...(isApart ? { 'aria-label': `Empty slot: ${slot.name}` } : {})}
    >
      <div className="slot__box">
        <p className="slot__prompt">Put your ad code here</p>
        <p className="slot__details">{`${slot.name} · ${formatSize(slot)}`}</p>
      </div>
      {children}
    </Element>
  );
}

/** The sizes of a slot with the height that its content usually needs, as far as the box may grow. */
function reservedSizes({ slot, creative, rotation }: Planned<ReadableSlot>, heights: PageSlots['heights'] = {}) {
  const { growsTo } = slot.position;
  const listed = rotation?.listed.map(({ id }) => slot.lineItems.find((item) => item.id === id)?.creative?.id);
  const learned = (listed ?? [creative?.id]).map((id) => heights[id ?? ''] ?? {});
  const reserved = (height: number, device: 'desktop' | 'mobile') =>
    height && Math.max(height, Math.min(growsTo, Math.max(...learned.map((each) => each[device] ?? 0))));
  return {
    ...slot,
    height: reserved(slot.height, 'desktop'),
    mobileHeight: reserved(slot.mobileHeight, 'mobile'),
  };
}

function deviceClasses(slot: Pick<ReadableSlot, 'width' | 'height' | 'mobileWidth' | 'mobileHeight'>) {
  const wide = slot.width > 0 && slot.height > 0 ? '' : 'slot--not-wide';
  const narrow = slot.mobileWidth > 0 && slot.mobileHeight > 0 ? '' : 'slot--not-narrow';
  return `${wide} ${narrow}`.trim();
}
