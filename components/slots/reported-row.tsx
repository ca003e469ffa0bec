import { useText } from '#text';
import { Fragment } from 'react';
import { ActionForm } from '@/components/comments/action-form';
import type { Action } from '@/components/ui/action-errors';
import { readerReasonNames } from '@/lib/slots/reader-report';
import type { ReportedSlot } from '@/lib/slots/reader-reports';
import { paths } from '@/lib/web/paths';

/** The reports on one version, with what can be done about them. */
export function ReportedRow({ reported, when, action }: { reported: ReportedSlot; when: string; action: Action }) {
  const t = useText();
  const { creativeId, slot, lineItem, version, count, reasons, pages } = reported;
  const name = lineItem && lineItem !== slot.name ? `${slot.name}, ${lineItem}` : slot.name;
  const canPause = slot.enabled && slot.isLive;
  const states = [slot.isLive ? [] : t('no longer shown'), slot.enabled ? [] : t('slot disabled')].flat();
  return (
    <li className="row">
      <div className="row__main">
        <a className="row__title" href={paths.admin.slot(slot.id)}>
          {t('{name}: {count, plural, one {# report} other {# reports}}', { name, count })}
        </a>
        <p className="row__meta">
          {reasons.map(({ reason, count: times }) => `${t(readerReasonNames[reason])} (${times})`).join(' · ')}
        </p>
        <p className="row__meta">
          <span>{[t('Version {version}', { version }), ...states, t('last report {when}', { when })].join(' · ')}</span>
          {pages.map((page) => (
            <Fragment key={page}>
              {' · '}
              <a href={page} dir="ltr">
                {page}
              </a>
            </Fragment>
          ))}
        </p>
      </div>
      <div className="row__side">
        <ActionForm action={action} fields={{ creativeId }} className="slot-switch">
          {canPause && (
            <button className="button" name="act" value="pause" aria-label={t('Disable {name}', { name })}>
              {lineItem ? t('Disable line item') : t('Disable slot')}
            </button>
          )}
          <button
            className="button button--quiet"
            name="act"
            value="dismiss"
            aria-label={t('Dismiss reports on {name}', { name })}
          >
            {t('Dismiss')}
          </button>
        </ActionForm>
      </div>
    </li>
  );
}
