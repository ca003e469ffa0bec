import { ActionForm } from '@/components/comments/action-form';
import type { Action } from '@/components/ui/action-errors';
import { readerReasonNames } from '@/lib/slots/reader-report';
import type { ReportedSlot } from '@/lib/slots/reader-reports';
import { paths } from '@/lib/web/paths';

/** The reports on one version, with what can be done about them. */
export function ReportedRow({ reported, when, action }: { reported: ReportedSlot; when: string; action: Action }) {
  const { creativeId, slot, lineItem, version, count, reasons, pages } = reported;
  const name = lineItem ? `${slot.name}, ${lineItem}` : slot.name;
  const canPause = slot.enabled && slot.isLive;
  return (
    <li className="row">
      <div className="row__main">
        <a className="row__title" href={paths.admin.slot(slot.id)}>
          {`${name}: ${count} ${count === 1 ? 'report' : 'reports'}`}
        </a>
        <p className="row__meta">
          {reasons.map(({ reason, count: times }) => (
            <span key={reason}>{`${readerReasonNames[reason]} (${times})`}</span>
          ))}
        </p>
        <p className="row__meta">
          <span>{`Version ${version}${slot.isLive ? '' : ', no longer shown'}${slot.enabled ? '' : ', slot disabled'}`}</span>
          <span>{`last ${when}`}</span>
          {pages.map((page) => (
            <a key={page} href={page} dir="ltr">
              {page}
            </a>
          ))}
        </p>
      </div>
      <div className="row__side">
        <ActionForm action={action} fields={{ creativeId }} className="slot-switch">
          {canPause && (
            <button className="button" name="act" value="pause" aria-label={`Disable ${name}`}>
              {lineItem ? 'Disable line item' : 'Disable slot'}
            </button>
          )}
          <button className="button button--quiet" name="act" value="dismiss" aria-label={`Dismiss reports on ${name}`}>
            Dismiss
          </button>
        </ActionForm>
      </div>
    </li>
  );
}
